import type { CalendarDate } from '../../kernel/calendar-date.ts';

export const partyRoles = ['co-applicant', 'representative', 'payee'] as const;

/**
 * What somebody is in a case beside the applicant. The representative of people without a legal form is liable for
 * what is granted, and gets the letters; a payee gets the money instead of the applicant.
 */
export type PartyRole = (typeof partyRoles)[number];

export const partyRoleTexts = {
  'co-applicant': 'mede-aanvrager',
  representative: 'vertegenwoordiger',
  payee: 'begunstigde van de betaling',
} as const satisfies Record<PartyRole, string>;

export const consentWays = ['login', 'paper'] as const;

/** How somebody said yes: logged in, or with a signature that an official has seen. */
export type ConsentWay = (typeof consentWays)[number];

/** Where somebody can be reached. */
export interface PartyPerson {
  readonly name: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly place: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Somebody who was named in a case, and takes part from the day on which he or she said yes. */
export interface Party {
  readonly id: string;
  readonly applicationId: string;
  readonly role: PartyRole;
  readonly person: PartyPerson;
  /** Of a payee: the account on which the money is to be paid. */
  readonly iban: string | null;
  /** Where the others said that they agree, or the applicant that somebody else is paid. */
  readonly agreementAttachmentId: string | null;
  readonly consentedOn: CalendarDate | null;
  readonly consentedBy: ConsentWay | null;
  readonly consentSubject: string | null;
  readonly consentAttachmentId: string | null;
  readonly endedOn: CalendarDate | null;
}

/** Whether somebody takes part now. */
export function takesPart({ consentedOn, endedOn }: Pick<Party, 'consentedOn' | 'endedOn'>): boolean {
  return consentedOn !== null && endedOn === null;
}

/**
 * How many co-applicants said yes, for what a regulation asks; null while nobody was named, so that what the applicant
 * told is all that is known.
 */
export function consentedCoApplicants(
  parties: readonly Pick<Party, 'role' | 'consentedOn' | 'endedOn'>[],
): number | null {
  const named = parties.filter(({ role }) => role === 'co-applicant');
  return named.length === 0 ? null : named.filter(takesPart).length;
}

/** An account number as it is shown: the country and the last four characters. */
export function maskedIban(iban: string): string {
  return `${iban.slice(0, 2)}•• •••• ${iban.slice(-4)}`;
}
