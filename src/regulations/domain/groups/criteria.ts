/** A condition that people judge, with its text as published. */
export interface Criterion {
  readonly code: string;
  /** What must be so, as a short Dutch statement. */
  readonly statement: string;
  /** The article or page that says so. */
  readonly basis: string;
}

export function criteriaSentences(criteria: readonly Criterion[]): string[] {
  return criteria.map(
    (criterion) => `Voorwaarde "${criterion.statement}" (${criterion.basis}, code ${criterion.code}).`,
  );
}
