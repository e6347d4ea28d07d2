import { addDays, type CalendarDate, daysBetween, formatDutchDate } from '../kernel/calendar-date.ts';
import {
  endOfLength,
  endOnWorkingDay,
  lengthText,
  whyNotExtended,
  type Term,
  type TermLength,
  type TermStep,
} from './general-terms-act.ts';

export const suspensionGrounds = ['completion', 'consent', 'applicant-delay', 'force-majeure'] as const;

/** Why the clock stood still (Awb 4:15(1) and (2)). */
export type SuspensionGround = (typeof suspensionGrounds)[number];

/**
 * A period in which the clock stood still. `startsAfter` is the day of the request, or of the agreement; `until` is
 * the day on which the clock ran again, such as the day of completion: that day counts. Null: it still stands still.
 */
export interface Suspension {
  readonly ground: SuspensionGround;
  readonly startsAfter: CalendarDate;
  readonly until: CalendarDate | null;
}

/**
 * A longer term. `scheme`: the regulation itself allows one extension. `reasonable`: without a statutory term the
 * notice names a new reasonable term (Awb 4:14(3)). A notice under 4:14(1) lengthens nothing and is not one of these.
 */
export type Extension =
  | { readonly basis: 'scheme'; readonly announcedOn: CalendarDate; readonly weeks: number }
  | { readonly basis: 'reasonable'; readonly announcedOn: CalendarDate; readonly newLastDay: CalendarDate };

/** How long the municipality has: weeks or months from a start, or a date that the regulation names. */
export type DecisionPeriod =
  | {
      readonly kind: 'length';
      /** From the regulation, else 8 weeks (Awb 4:13(2)). */
      readonly length: TermLength;
      /** Day of receipt, or the day on which the window closed. */
      readonly startsAfter: CalendarDate;
      readonly startReason: 'receipt' | 'window-close';
    }
  | { readonly kind: 'date'; readonly lastDay: CalendarDate; readonly receivedOn: CalendarDate };

export interface DecisionTermFacts {
  readonly period: DecisionPeriod;
  readonly actApplies: boolean;
  readonly suspensions: readonly Suspension[];
  readonly extensions: readonly Extension[];
}

export interface DecisionTerm extends Term {
  /** The first day of a standstill without an end; the last day is then the earliest that it can become. */
  readonly standsStillSince: CalendarDate | null;
}

/** The number of days that the clock stood still: from the day after `startsAfter` until `until`. */
export function suspendedDays(startsAfter: CalendarDate, until: CalendarDate): number {
  return Math.max(0, daysBetween(startsAfter, until) - 1);
}

const groundTexts = {
  completion: 'omdat wij om aanvulling vroegen (Awb 4:15, eerste lid)',
  consent: 'omdat de aanvrager schriftelijk instemde met uitstel (Awb 4:15, tweede lid, onder a)',
  'applicant-delay': 'omdat de vertraging aan de aanvrager lag (Awb 4:15, tweede lid, onder b)',
  'force-majeure': 'door overmacht (Awb 4:15, tweede lid, onder c)',
} as const satisfies Record<SuspensionGround, string>;

const startSentences = {
  receipt: 'De aanvraag is ontvangen op',
  'window-close': 'De aanvraagperiode sloot op',
} as const;

function firstSteps(period: DecisionPeriod): TermStep[] {
  if (period.kind === 'date') {
    const sentence = `De regeling zegt: wij beslissen uiterlijk op ${formatDutchDate(period.lastDay)}.`;
    return [{ on: period.lastDay, sentence }];
  }
  const { length, startsAfter, startReason } = period;
  const end = endOfLength(startsAfter, length);
  return [
    { on: startsAfter, sentence: `${startSentences[startReason]} ${formatDutchDate(startsAfter)}.` },
    {
      on: end,
      sentence: `Wij beslissen binnen ${lengthText(length)}: uiterlijk op ${formatDutchDate(end)} (Awb 4:13).`,
    },
  ];
}

/** A date that is worked out event by event, in the order in which the events happened. */
interface RunningTerm {
  readonly end: CalendarDate;
  /** What decides whether the Act still extends the term (article 4: not over twelve weeks). */
  readonly lengthDays: number;
  /** Days up to and including this one have been counted as standing still, or lie before the term. */
  readonly coveredUntil: CalendarDate;
  readonly standsStillSince: CalendarDate | null;
  readonly steps: readonly TermStep[];
}

/** Three months are as long as twelve weeks for article 4 of the Act, which names both as the most. */
const longestUnderTheActDays = 12 * 7;
const comparable = { days: 1, weeks: 7, months: 28 } as const satisfies Record<TermLength['unit'], number>;

function comparableDays({ unit, count }: TermLength): number {
  return count * comparable[unit];
}

function beginning(period: DecisionPeriod): RunningTerm {
  const steps = firstSteps(period);
  return {
    end: period.kind === 'length' ? endOfLength(period.startsAfter, period.length) : period.lastDay,
    lengthDays: period.kind === 'length' ? comparableDays(period.length) : 0,
    coveredUntil: period.kind === 'length' ? period.startsAfter : period.receivedOn,
    standsStillSince: null,
    steps,
  };
}

/** The last day as it stands, with the days that the Act adds. */
function settled({ end, lengthDays }: RunningTerm, actApplies: boolean): Term {
  return actApplies && lengthDays <= longestUnderTheActDays
    ? endOnWorkingDay(end)
    : { lastDay: end, steps: whyNotExtended(end, actApplies) };
}

/** What comes when the term is over changes nothing any more. */
function tooLate(term: RunningTerm, on: CalendarDate, what: string): RunningTerm {
  const sentence = `${what} van ${formatDutchDate(on)} telt niet mee: de termijn was toen al voorbij.`;
  return { ...term, steps: [...term.steps, { on: term.end, sentence }] };
}

/**
 * Only days on which the clock runs can be days on which it stands still: days before the start, days that an
 * earlier standstill already covers and days after the end are left out.
 */
function withSuspension(term: RunningTerm, { ground, startsAfter, until }: Suspension, actApplies: boolean) {
  if (term.standsStillSince !== null) return term;
  const from = startsAfter < term.coveredUntil ? term.coveredUntil : startsAfter;
  if (until !== null && suspendedDays(from, until) === 0) return term;
  if (from >= settled(term, actApplies).lastDay) return tooLate(term, startsAfter, 'De opschorting');
  const first = addDays(from, 1);
  if (until === null) {
    const sentence = `De termijn staat stil vanaf ${formatDutchDate(first)}, ${groundTexts[ground]}. Wanneer die weer loopt, is nog niet bekend.`;
    return { ...term, standsStillSince: first, steps: [...term.steps, { on: term.end, sentence }] };
  }
  const days = suspendedDays(from, until);
  const end = addDays(term.end, days);
  const last = addDays(until, -1);
  const when =
    days === 1
      ? `1 dag stil, op ${formatDutchDate(first)}`
      : `${days} dagen stil, van ${formatDutchDate(first)} tot en met ${formatDutchDate(last)}`;
  const sentence = `De termijn stond ${when}, ${groundTexts[ground]}.`;
  return { ...term, end, coveredUntil: last, steps: [...term.steps, { on: end, sentence }] };
}

function withExtension(term: RunningTerm, extension: Extension, actApplies: boolean): RunningTerm {
  const { announcedOn } = extension;
  if (term.standsStillSince === null && announcedOn > settled(term, actApplies).lastDay) {
    return tooLate(term, announcedOn, 'De verlenging');
  }
  const told = `gemeld op ${formatDutchDate(announcedOn)}`;
  if (extension.basis === 'scheme') {
    const { weeks } = extension;
    const end = addDays(term.end, weeks * 7);
    const sentence = `De regeling laat één verlenging toe: ${weeks} weken, ${told}. Dat is uiterlijk op ${formatDutchDate(end)}.`;
    return {
      ...term,
      end,
      lengthDays: term.lengthDays + weeks * 7,
      steps: [...term.steps, { on: end, sentence }],
    };
  }
  const days = Math.max(0, daysBetween(term.end, extension.newLastDay));
  const end = addDays(term.end, days);
  const sentence = `Er is een nieuwe redelijke termijn genoemd (Awb 4:14, derde lid), ${told}: uiterlijk op ${formatDutchDate(end)}.`;
  return { ...term, end, lengthDays: term.lengthDays + days, steps: [...term.steps, { on: end, sentence }] };
}

/**
 * The last day on which the decision must be taken, with every step of the derivation
 * (Awb 4:13, 4:14, 4:15; Algemene termijnenwet). Overlapping suspensions count once, and nothing that began when the
 * term was over gives it new life. An extension counts from the end without the days that the Act adds.
 */
export function decisionTerm({
  period,
  actApplies,
  suspensions,
  extensions,
}: DecisionTermFacts): DecisionTerm {
  const events = [
    ...suspensions.map((suspension) => ({
      on: suspension.startsAfter,
      apply: (term: RunningTerm) => withSuspension(term, suspension, actApplies),
    })),
    ...extensions.map((extension) => ({
      on: extension.announcedOn,
      apply: (term: RunningTerm) => withExtension(term, extension, actApplies),
    })),
  ];
  events.sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
  let term = beginning(period);
  for (const event of events) term = event.apply(term);
  const { lastDay, steps } = settled(term, actApplies);
  return { lastDay, steps: [...term.steps, ...steps], standsStillSince: term.standsStillSince };
}
