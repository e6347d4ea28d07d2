import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';

/** What the college can leave to an official (Awb 10:1). Deciding on an objection needs a mandate of its own. */
export const mandatedActions = [
  'grant',
  'refuse',
  'leave-untreated',
  'change-grant',
  'settle',
  'recover',
  'decide-objection',
] as const;

export type MandatedAction = (typeof mandatedActions)[number];

/** A power to decide in the name of the college, given in writing (Awb 10:5). */
export interface Mandate {
  readonly id: string;
  readonly holderSubject: string;
  readonly action: MandatedAction;
  /** The highest amount of one decision; null when there is no limit. */
  readonly upToCents: Cents | null;
  readonly validFrom: CalendarDate;
  /** The last day; null while no end is known. */
  readonly validUntil: CalendarDate | null;
  /** The resolution by which it was given. */
  readonly reference: string;
}

/** The decision for which a mandate is sought. */
export interface MandateNeed {
  readonly subject: string;
  readonly action: MandatedAction;
  readonly amountCents: Cents;
  /** The day of the decision. */
  readonly on: CalendarDate;
}

export type MandateOutcome<Found extends Mandate = Mandate> =
  | { readonly kind: 'mandated'; readonly mandate: Found }
  | { readonly kind: 'above-limit'; readonly limitCents: Cents }
  | { readonly kind: 'not-mandated' };

/** Whether a mandate holds on a day; both days of its period do. */
export function isInForce({ validFrom, validUntil }: Mandate, on: CalendarDate): boolean {
  return validFrom <= on && (validUntil === null || on <= validUntil);
}

/** Sorts a mandate without a limit after every mandate with one. */
const limitOf = ({ upToCents }: Mandate): number => upToCents ?? Number.POSITIVE_INFINITY;

/**
 * The mandate under which somebody may take a decision. Of several the narrowest is named: it says most exactly by
 * what power the decision was taken. Amounts of two mandates never add up.
 */
export function mandateFor<Found extends Mandate>(
  mandates: readonly Found[],
  { subject, action, amountCents, on }: MandateNeed,
): MandateOutcome<Found> {
  const held = mandates
    .filter((mandate) => mandate.holderSubject === subject && mandate.action === action)
    .filter((mandate) => isInForce(mandate, on))
    .sort((one, other) => limitOf(one) - limitOf(other) || one.validFrom.localeCompare(other.validFrom));
  const mandate = held.find((each) => amountCents <= limitOf(each));
  if (mandate) return { kind: 'mandated', mandate };
  const widest = held.at(-1);
  return widest?.upToCents == null
    ? { kind: 'not-mandated' }
    : { kind: 'above-limit', limitCents: widest.upToCents };
}
