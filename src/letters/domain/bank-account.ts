/**
 * An account number of which only the end may be read, in groups of four as banks write it. How long the hidden part
 * is differs per country, so the groups say nothing about it.
 * @param lastFour the last four characters
 */
export function maskedAccount(lastFour: string): string {
  return ['••••', '••••', '••••', lastFour].join('\u00a0');
}

/** The account to which money goes, as far as a letter shows it. */
export interface PaidAccount {
  /** Last four characters of the account; null while it is not known. */
  readonly ibanLastFour: string | null;
  /** Whose account it is, when it is not the applicant's; both said yes to that. Left out or null: the applicant's. */
  readonly payeeName?: string | null;
}

/** To which account money goes, and to whom, as one or two sentences. */
export function accountSentence({ ibanLastFour, payeeName = null }: PaidAccount): string {
  if (ibanLastFour === null)
    return 'Wij weten uw rekeningnummer nog niet. Wij nemen daarover contact met u op.';
  const account = maskedAccount(ibanLastFour);
  return payeeName === null
    ? `Het geld gaat naar uw rekeningnummer ${account}.`
    : `Wij maken het bedrag over op rekening ${account} van ${payeeName}. U en ${payeeName} hebben daarmee ingestemd.`;
}
