import { present } from '../kernel/assert.ts';
import { addDays, type CalendarDate, daysBetween, formatDutchDate } from '../kernel/calendar-date.ts';
import { type Cents, cents, formatEuros } from '../kernel/money.ts';
import { type Term, type TermStep, termOfWeeks } from './general-terms-act.ts';
import { type PenaltyRates, penaltyRatesOn } from './penalty-rates.ts';

export interface PenaltyFacts {
  /** The last day on which the decision was in time. */
  readonly dueOn: CalendarDate;
  /** The day on which the written default notice was received (Awb 4:17(3)). */
  readonly noticeReceivedOn: CalendarDate;
  /** The day on which the decision was announced, or today while there is none. */
  readonly decidedOn: CalendarDate;
}

/** Days that all cost the same; the total counts from the first day of the penalty. */
export interface PenaltyStage {
  readonly from: CalendarDate;
  readonly through: CalendarDate;
  readonly perDayCents: Cents;
  readonly totalCents: Cents;
}

export type Penalty =
  /** The notice came before the term had passed, so that it counts for nothing. */
  | { readonly kind: 'notice-too-early' }
  | {
      readonly kind: 'runs';
      /** The first day over which a penalty is due: after two weeks from the notice. */
      readonly firstDay: CalendarDate;
      readonly days: number;
      readonly amountCents: Cents;
      /** Whether it can rise no more. */
      readonly atMost: boolean;
      /** The last day for the decision on the amount: two weeks after the last penalty day (Awb 4:18). */
      readonly amountDueOn: CalendarDate | null;
      readonly steps: readonly TermStep[];
    };

/** The last day to decide without a penalty: two weeks after the default notice was received (Awb 4:17(3)). */
export function defaultNoticeTerm(receivedOn: CalendarDate): Term {
  return termOfWeeks(receivedOn, 2);
}

/** The last day for the decision on the amount: two weeks after the last day of the penalty (Awb 4:18). */
export function penaltyDecisionTerm(lastPenaltyDay: CalendarDate): Term {
  return termOfWeeks(lastPenaltyDay, 2);
}

/** What a penalty costs by day when nothing is decided, until it has reached its most (Awb 4:17(1) and (2)). */
export function penaltyStages(firstDay: CalendarDate): PenaltyStage[] {
  let from = firstDay;
  let total = 0;
  return ratesFrom(firstDay).map(({ days, perDayCents }) => {
    const through = addDays(from, days - 1);
    total += days * perDayCents;
    const stage = { from, through, perDayCents, totalCents: cents(total) };
    from = addDays(through, 1);
    return stage;
  });
}

/**
 * The penalty for a late decision (Awb 4:17 and 4:18): it runs from the day after two weeks have passed since the
 * notice, for at most 42 days, and stops on the day of the decision.
 */
export function penaltyFor({ dueOn, noticeReceivedOn, decidedOn }: PenaltyFacts): Penalty {
  if (noticeReceivedOn <= dueOn) return { kind: 'notice-too-early' };
  const firstDay = addDays(defaultNoticeTerm(noticeReceivedOn).lastDay, 1);
  const rates = ratesFrom(firstDay);
  const longest = rates.reduce((total, step) => total + step.days, 0);
  const days = Math.min(longest, Math.max(0, daysBetween(firstDay, decidedOn)));
  const amountCents = amountOver(days, rates);
  const steps: TermStep[] = [
    {
      on: dueOn,
      sentence: `Uiterlijk op ${formatDutchDate(dueOn)} moest zijn besloten.`,
    },
    {
      on: noticeReceivedOn,
      sentence: `De ingebrekestelling is ontvangen op ${formatDutchDate(noticeReceivedOn)}.`,
    },
    {
      on: firstDay,
      sentence: `Na twee weken, dus vanaf ${formatDutchDate(firstDay)}, telt elke dag (Awb 4:17).`,
    },
    {
      on: decidedOn,
      sentence: `Tot ${formatDutchDate(decidedOn)} ${days === 1 ? 'is dat 1 dag' : `zijn dat ${days} dagen`}: ${formatEuros(amountCents)}.`,
    },
  ];
  const amountDueOn = days === 0 ? null : penaltyDecisionTerm(addDays(firstDay, days - 1)).lastDay;
  return { kind: 'runs', firstDay, days, amountCents, atMost: days === longest, amountDueOn, steps };
}

/** The days of a penalty at each rate, for who has to add them up. */
export function penaltySteps(firstDay: CalendarDate, days: number): PenaltyRates['steps'] {
  let left = days;
  return ratesFrom(firstDay).flatMap(({ days: most, perDayCents }) => {
    const counted = Math.min(left, most);
    left -= counted;
    return counted === 0 ? [] : [{ days: counted, perDayCents }];
  });
}

/** What a penalty that began on a day has come to when nothing was decided before another day. */
export function penaltyOver(firstDay: CalendarDate, decidedOn: CalendarDate): Cents {
  return amountOver(Math.max(0, daysBetween(firstDay, decidedOn)), ratesFrom(firstDay));
}

function ratesFrom(firstDay: CalendarDate): PenaltyRates['steps'] {
  return present(penaltyRatesOn(firstDay), 'rates are known for every day the service knows').steps;
}

function amountOver(days: number, rates: PenaltyRates['steps']): Cents {
  let left = days;
  let totalCents = 0;
  for (const step of rates) {
    const counted = Math.min(left, step.days);
    totalCents += counted * step.perDayCents;
    left -= counted;
  }
  return cents(totalCents);
}
