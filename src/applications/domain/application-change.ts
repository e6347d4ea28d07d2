import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { formatDutchDate } from '../../kernel/calendar-date.ts';
import { type Cents, formatEuros } from '../../kernel/money.ts';

export const changeKinds = ['correction', 'reduction'] as const;

/** A correction puts right what was wrong; a reduction is less, as the applicant agreed. */
export type ChangeKind = (typeof changeKinds)[number];

/**
 * Whose mistake is corrected. `entry`: the municipality took it over wrongly. `clerical`: the application itself shows
 * that something else was meant. `applicant`: the applicant says that it is different.
 */
export const correctionOrigins = ['entry', 'clerical', 'applicant'] as const;

export type CorrectionOrigin = (typeof correctionOrigins)[number];

export const agreedHows = ['conversation', 'phone', 'letter', 'email'] as const;

/** In which way the applicant agreed. */
export type AgreedHow = (typeof agreedHows)[number];

/** What of a change can be read without the key of the case. */
export interface OpenChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly fromCents: Cents;
  readonly toCents: Cents;
  readonly agreedOn: CalendarDate | null;
}

/** What was asked for at first, and when less was agreed. */
export interface AgreedReduction {
  readonly firstCents: Cents;
  readonly agreedOn: CalendarDate;
}

/** The last reduction of the amount, against what was asked for before any; null when none was agreed. */
export function agreedReduction(changes: readonly OpenChange[]): AgreedReduction | null {
  const reductions = changes.filter(
    ({ kind, fromCents, toCents }) => kind === 'reduction' && toCents < fromCents,
  );
  const [first, last] = [reductions.at(0), reductions.at(-1)];
  if (first === undefined || last?.agreedOn == null) return null;
  return { firstCents: first.fromCents, agreedOn: last.agreedOn };
}

/** What whoever decides is told about it; empty when the applicant asks what he or she asked at first. */
export function reductionRemark(changes: readonly OpenChange[]): string {
  const reduction = agreedReduction(changes);
  if (reduction === null) return '';
  return `De aanvrager vroeg eerst ${formatEuros(reduction.firstCents)}; op ${formatDutchDate(reduction.agreedOn)} is minder afgesproken.`;
}
