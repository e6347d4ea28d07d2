import { addDays, type CalendarDate, daysBetween, formatDutchDate } from '../kernel/calendar-date.ts';
import { actExtends, endOnWorkingDay, type Term, type TermStep } from './general-terms-act.ts';

/**
 * A period in which the clock stood still because the applicant was asked to complete the application
 * (Awb 4:15(1)). `until` is the day on which it was completed or on which the term to do so ran out;
 * that day counts again.
 */
export interface Suspension {
  readonly askedOn: CalendarDate;
  readonly until: CalendarDate;
}

export interface DecisionTermFacts {
  /** Day of receipt, or the day on which the window closes when the regulation says so. */
  readonly startsAfter: CalendarDate;
  readonly startReason: 'receipt' | 'window-close';
  /** From the regulation, else 8 (Awb 4:13(2)). */
  readonly termWeeks: number;
  readonly actApplies: boolean;
  readonly suspensions: readonly Suspension[];
}

/** The number of days that the clock stood still: from the day after the request until `until`. */
export function suspendedDays(suspension: Suspension): number {
  return Math.max(0, daysBetween(suspension.askedOn, suspension.until) - 1);
}

function describeSuspension(suspension: Suspension): string {
  const days = suspendedDays(suspension);
  const first = formatDutchDate(addDays(suspension.askedOn, 1));
  const last = formatDutchDate(addDays(suspension.until, -1));
  return `De termijn stond ${days} dagen stil, van ${first} tot en met ${last} (Awb 4:15).`;
}

const startSentences = {
  receipt: 'De aanvraag is ontvangen op',
  'window-close': 'De aanvraagperiode sloot op',
} as const;

/**
 * The last day on which the decision must be taken, with every step of the derivation
 * (Awb 4:13, 4:14, 4:15; Algemene termijnenwet). Overlapping suspensions count once.
 */
export function decisionTerm(facts: DecisionTermFacts): Term {
  const steps: TermStep[] = [
    {
      on: facts.startsAfter,
      sentence: `${startSentences[facts.startReason]} ${formatDutchDate(facts.startsAfter)}.`,
    },
  ];
  let end = addDays(facts.startsAfter, facts.termWeeks * 7);
  steps.push({
    on: end,
    sentence: `Wij beslissen binnen ${facts.termWeeks} weken: uiterlijk op ${formatDutchDate(end)} (Awb 4:13).`,
  });
  for (const suspension of effectiveSuspensions(facts)) {
    end = addDays(end, suspendedDays(suspension));
    steps.push({ on: end, sentence: describeSuspension(suspension) });
  }
  if (!facts.actApplies || !actExtends(facts.termWeeks * 7)) return { lastDay: end, steps };
  const extended = endOnWorkingDay(end);
  return { lastDay: extended.lastDay, steps: [...steps, ...extended.steps] };
}

/**
 * Only days on which the clock runs can be days on which it stands still: days before the start and days
 * that an earlier suspension already covers are left out.
 */
function effectiveSuspensions(facts: DecisionTermFacts): Suspension[] {
  const effective: Suspension[] = [];
  let coveredUntil = facts.startsAfter;
  const inOrder = [...facts.suspensions].sort((a, b) => (a.askedOn < b.askedOn ? -1 : 1));
  for (const suspension of inOrder) {
    const askedOn = suspension.askedOn < coveredUntil ? coveredUntil : suspension.askedOn;
    const clipped = { askedOn, until: suspension.until };
    if (suspendedDays(clipped) === 0) continue;
    effective.push(clipped);
    coveredUntil = addDays(suspension.until, -1);
  }
  return effective;
}
