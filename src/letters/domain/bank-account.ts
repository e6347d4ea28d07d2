/**
 * An account number of which only the end may be read, in groups of four as banks write it. How long the hidden part
 * is differs per country, so the groups say nothing about it.
 * @param lastFour the last four characters
 */
export function maskedAccount(lastFour: string): string {
  return ['••••', '••••', '••••', lastFour].join('\u00a0');
}

/** To which account money goes, as one or two sentences. @param lastFour null while the account is not known */
export function accountSentence(lastFour: string | null): string {
  return lastFour === null
    ? 'Wij weten uw rekeningnummer nog niet. Wij nemen daarover contact met u op.'
    : `Het geld gaat naar uw rekeningnummer ${maskedAccount(lastFour)}.`;
}
