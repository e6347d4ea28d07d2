/** The number of letters to change, add, drop or swap to make one word of another. */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + same,
        ),
      );
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}

const longestCompared = 60;

/** The known word that somebody probably meant, or null when nothing comes near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const lower = word.slice(0, longestCompared).toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, far: distance(lower, candidate.toLowerCase()) }))
    .sort((one, other) => one.far - other.far);
  if (best === undefined) return null;
  const contained = lower.length > 3 && best.candidate.toLowerCase().includes(lower);
  return contained || best.far <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : null;
}
