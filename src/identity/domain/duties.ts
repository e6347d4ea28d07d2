import { samePerson } from './identity.problems.ts';

/** What people do with one matter, as far as somebody else must do the next thing. */
export const duties = [
  'assess',
  'prepare-list',
  'decide',
  'decide-objection',
  'prepare-payment',
  'release-payment',
  'propose-booking',
  'confirm-booking',
] as const;

export type Duty = (typeof duties)[number];

export interface DutyPair {
  readonly first: Duty;
  readonly then: Duty;
  /** Whether the law or the audit of the accounts demands it always, or the municipality may choose it. */
  readonly demanded: 'always' | 'by-choice';
  /** What somebody hears who did the first and asks for the other. */
  readonly sentence: string;
  readonly basis: string;
}

/**
 * Which two duties on one matter are never for one person. A small municipality has two officers: what is `always`
 * apart can be done by two, and the rest only where the municipality has people for it.
 */
export const dutiesApart = {
  'assess+decide': {
    first: 'assess',
    then: 'decide',
    demanded: 'always',
    sentence: 'Wie een aanvraag heeft beoordeeld, registreert niet het besluit erover.',
    basis: 'Awb 2:4',
  },
  'prepare-list+decide': {
    first: 'prepare-list',
    then: 'decide',
    demanded: 'always',
    sentence: 'Wie de lijst heeft gemaakt, registreert niet het besluit erover.',
    basis: 'Awb 2:4',
  },
  'decide+decide-objection': {
    first: 'decide',
    then: 'decide-objection',
    demanded: 'always',
    sentence: 'Wie het besluit nam, beslist niet op het bezwaar ertegen.',
    basis: 'Awb 10:3, derde lid',
  },
  'prepare-payment+release-payment': {
    first: 'prepare-payment',
    then: 'release-payment',
    demanded: 'always',
    sentence: 'Wie een betaling klaarzet, geeft haar niet vrij.',
    basis: 'Gemeentewet 212, tweede lid',
  },
  'propose-booking+confirm-booking': {
    first: 'propose-booking',
    then: 'confirm-booking',
    demanded: 'always',
    sentence: 'Wie een mutatie voorstelt, bevestigt haar niet zelf.',
    basis: 'Gemeentewet 212, tweede lid',
  },
  'assess+prepare-list': {
    first: 'assess',
    then: 'prepare-list',
    demanded: 'by-choice',
    sentence: 'Wie een aanvraag heeft beoordeeld, maakt in deze gemeente niet de lijst voor het college.',
    basis: 'keuze van de gemeente',
  },
  'decide+release-payment': {
    first: 'decide',
    then: 'release-payment',
    demanded: 'by-choice',
    sentence: 'Wie het besluit registreerde, geeft in deze gemeente de betaling ervan niet vrij.',
    basis: 'keuze van de gemeente',
  },
} as const satisfies Record<string, DutyPair>;

export type DutyPairName = keyof typeof dutiesApart;

/** The pairs that a municipality may choose to keep apart. */
export type ChosenPair = {
  [Name in DutyPairName]: (typeof dutiesApart)[Name]['demanded'] extends 'by-choice' ? Name : never;
}[DutyPairName];

export const choosablePairs: readonly ChosenPair[] = ['assess+prepare-list', 'decide+release-payment'];

/** A duty that somebody did on the matter at hand, as it was recorded. */
export interface DutyDone {
  readonly duty: Duty;
  readonly subject: string;
}

/**
 * The pair that forbids somebody a duty after what was done, or null.
 * @param chosen the pairs that the municipality keeps apart besides those that are always apart
 */
export function clashOf(
  subject: string,
  duty: Duty,
  done: readonly DutyDone[],
  chosen: readonly ChosenPair[] = [],
): DutyPair | null {
  const own = new Set(done.filter((each) => each.subject === subject).map((each) => each.duty));
  const clash = (Object.entries(dutiesApart) as [DutyPairName, DutyPair][]).find(
    ([name, { first, then, demanded }]) =>
      then === duty && own.has(first) && (demanded === 'always' || chosen.some((pair) => pair === name)),
  );
  return clash?.[1] ?? null;
}

/**
 * Demands that somebody else does this duty than who did what stands apart from it.
 * @throws DomainError `same-person`
 */
export function requireAnother(
  subject: string,
  duty: Duty,
  done: readonly DutyDone[],
  chosen: readonly ChosenPair[] = [],
): void {
  const clash = clashOf(subject, duty, done, chosen);
  if (clash !== null) throw samePerson(clash.sentence);
}
