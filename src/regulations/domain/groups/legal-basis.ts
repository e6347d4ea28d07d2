/** The act of the municipality on which every grant rests (Awb 4:23). */
export interface LegalBasis {
  readonly name: string;
  /** Where it can be found, such as an identifier of the official publication. */
  readonly reference: string;
}

export function legalBasisSentences(legalBasis: LegalBasis): string[] {
  return [`De grondslag is ${legalBasis.name} (${legalBasis.reference}).`];
}
