/** Writes a public case number, such as LB-2019-000123. @param sequence 1 or more, without gaps within a year */
export function caseNumber(year: number, sequence: number): string {
  return `LB-${year}-${String(sequence).padStart(6, '0')}`;
}
