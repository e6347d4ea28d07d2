/** Joins as people write: "a, b en c". */
export function joined(parts: readonly string[], last = 'en'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;
}

/** Writes a percentage with a decimal comma, such as "33,33 %". */
export function formatPercentage(percentage: number): string {
  return `${String(percentage).replace('.', ',')} %`;
}

/** A count with its word: "1 week", "3 weken". */
export function counted(count: number, singular: string, plural: string): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** Several sentences of which some are absent. */
export function sentences(...parts: readonly (string | false | 0 | undefined)[]): string[] {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '');
}
