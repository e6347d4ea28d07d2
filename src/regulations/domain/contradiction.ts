/** Something in a document that cannot be so, beside what its form forbids. */
export interface Contradiction {
  /** JSON Pointer to the place (RFC 6901). */
  readonly pointer: string;
  /** Stable code of the fault, for programs. */
  readonly code: string;
  /** What is wrong, as a Dutch sentence. */
  readonly detail: string;
  /** What one could write instead, as a Dutch sentence. */
  readonly suggestion: string;
}

/** Values that occur more than once, each with the index of its second occurrence. */
export function repeated(values: readonly string[]): { value: string; index: number }[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [{ value, index }];
    seen.add(value);
    return [];
  });
}

/** Faults for codes of a list that must tell its items apart. */
export function repeatedCodes(pointer: string, codes: readonly string[], property = 'code'): Contradiction[] {
  return repeated(codes).map(({ value, index }) => ({
    pointer: `${pointer}/${index}/${property}`,
    code: 'code-repeated',
    detail: `De code "${value}" staat hier twee keer.`,
    suggestion: 'Geef elk onderdeel van de lijst een eigen code.',
  }));
}
