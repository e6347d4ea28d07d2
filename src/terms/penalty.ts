import { present } from '../kernel/assert.ts';
import { addDays, type CalendarDate, daysBetween, formatDutchDate } from '../kernel/calendar-date.ts';
import { type Cents, cents, formatEuros } from '../kernel/money.ts';
import { type TermStep, termOfWeeks } from './general-terms-act.ts';
import { type PenaltyRates, penaltyRatesOn } from './penalty-rates.ts';

export interface PenaltyFacts {
  /** The last day on which the decision was in time. */
  readonly dueOn: CalendarDate;
  /** The day on which the written default notice was received (Awb 4:17(3)). */
  readonly noticeReceivedOn: CalendarDate;
  /** The day on which the decision was announced, or today while there is none. */
  readonly decidedOn: CalendarDate;
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
      /** The last day for the decision on the amount: two weeks after the last penalty day (Awb 4:18). */
      readonly amountDueOn: CalendarDate | null;
      readonly steps: readonly TermStep[];
    };

/**
 * The penalty for a late decision (Awb 4:17 and 4:18): it runs from the day after two weeks have passed since the
 * notice, for at most 42 days, and stops on the day of the decision.
 */
export function penaltyFor({ dueOn, noticeReceivedOn, decidedOn }: PenaltyFacts): Penalty {
  if (noticeReceivedOn <= dueOn) return { kind: 'notice-too-early' };
  const grace = termOfWeeks(noticeReceivedOn, 2);
  const firstDay = addDays(grace.lastDay, 1);
  const { steps: rates } = present(
    penaltyRatesOn(firstDay),
    'rates are known for every day the service knows',
  );
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
      sentence: `Tot ${formatDutchDate(decidedOn)} zijn dat ${days} dagen: ${formatEuros(amountCents)}.`,
    },
  ];
  const lastPenaltyDay = addDays(firstDay, days - 1);
  const amountDueOn = days === 0 ? null : termOfWeeks(lastPenaltyDay, 2).lastDay;
  return { kind: 'runs', firstDay, days, amountCents, amountDueOn, steps };
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
