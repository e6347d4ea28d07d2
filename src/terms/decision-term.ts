import { addDays, type CalendarDate, daysBetween, formatDutchDate } from '../kernel/calendar-date.ts';
import { actExtends, endOnWorkingDay, type Term, type TermStep } from './general-terms-act.ts';

export const suspensionGrounds = ['completion', 'consent', 'applicant-delay', 'force-majeure'] as const;

/** Why the clock stood still (Awb 4:15(1) and (2)). */
export type SuspensionGround = (typeof suspensionGrounds)[number];

/**
 * A period in which the clock stood still. `startsAfter` is the day of the request, or of the agreement; `until` is
 * the day on which the clock ran again, such as the day of completion: that day counts.
 */
export interface Suspension {
  readonly ground: SuspensionGround;
  readonly startsAfter: CalendarDate;
  readonly until: CalendarDate;
}

/**
 * A longer term. `scheme`: the regulation itself allows one extension. `reasonable`: without a statutory term the
 * notice names a new reasonable term (Awb 4:14(3)). A notice under 4:14(1) lengthens nothing and is not one of these.
 */
export interface Extension {
  readonly basis: 'scheme' | 'reasonable';
  readonly announcedOn: CalendarDate;
  readonly weeks: number;
}

/** How long the municipality has: weeks from a start, or a date that the regulation names. */
export type DecisionPeriod =
  | {
      readonly kind: 'weeks';
      /** From the regulation, else 8 (Awb 4:13(2)). */
      readonly weeks: number;
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

/** The number of days that the clock stood still: from the day after `startsAfter` until `until`. */
export function suspendedDays({ startsAfter, until }: Pick<Suspension, 'startsAfter' | 'until'>): number {
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
  const { weeks, startsAfter, startReason } = period;
  const end = addDays(startsAfter, weeks * 7);
  return [
    { on: startsAfter, sentence: `${startSentences[startReason]} ${formatDutchDate(startsAfter)}.` },
    {
      on: end,
      sentence: `Wij beslissen binnen ${weeks} weken: uiterlijk op ${formatDutchDate(end)} (Awb 4:13).`,
    },
  ];
}

function describeSuspension(suspension: Suspension): string {
  const first = formatDutchDate(addDays(suspension.startsAfter, 1));
  const last = formatDutchDate(addDays(suspension.until, -1));
  return `De termijn stond ${suspendedDays(suspension)} dagen stil, van ${first} tot en met ${last}, ${groundTexts[suspension.ground]}.`;
}

const extensionTexts = {
  scheme: 'De regeling laat één verlenging toe',
  reasonable: 'Er is een nieuwe redelijke termijn genoemd (Awb 4:14, derde lid)',
} as const satisfies Record<Extension['basis'], string>;

/** The length in days that decides whether the Act still extends the term (article 4: not over twelve weeks). */
function lengthDays(period: DecisionPeriod, extensions: readonly Extension[]): number {
  const extended = extensions.reduce((total, extension) => total + extension.weeks * 7, 0);
  return extended + (period.kind === 'weeks' ? period.weeks * 7 : 0);
}

/**
 * The last day on which the decision must be taken, with every step of the derivation
 * (Awb 4:13, 4:14, 4:15; Algemene termijnenwet). Overlapping suspensions count once.
 */
export function decisionTerm({ period, actApplies, suspensions, extensions }: DecisionTermFacts): Term {
  const steps = firstSteps(period);
  let end = (steps.at(-1) as TermStep).on;
  for (const suspension of effectiveSuspensions(period, suspensions)) {
    end = addDays(end, suspendedDays(suspension));
    steps.push({ on: end, sentence: describeSuspension(suspension) });
  }
  for (const { basis, announcedOn, weeks } of extensions) {
    end = addDays(end, weeks * 7);
    const sentence = `${extensionTexts[basis]}: ${weeks} weken, gemeld op ${formatDutchDate(announcedOn)}. Dat is uiterlijk op ${formatDutchDate(end)}.`;
    steps.push({ on: end, sentence });
  }
  if (!actApplies || !actExtends(lengthDays(period, extensions))) return { lastDay: end, steps };
  const extended = endOnWorkingDay(end);
  return { lastDay: extended.lastDay, steps: [...steps, ...extended.steps] };
}

/**
 * Only days on which the clock runs can be days on which it stands still: days before the start and days that an
 * earlier suspension already covers are left out.
 */
function effectiveSuspensions(period: DecisionPeriod, suspensions: readonly Suspension[]): Suspension[] {
  const effective: Suspension[] = [];
  let coveredUntil = period.kind === 'weeks' ? period.startsAfter : period.receivedOn;
  const inOrder = [...suspensions].sort((a, b) => (a.startsAfter < b.startsAfter ? -1 : 1));
  for (const suspension of inOrder) {
    const startsAfter = suspension.startsAfter < coveredUntil ? coveredUntil : suspension.startsAfter;
    const clipped = { ...suspension, startsAfter };
    if (suspendedDays(clipped) === 0) continue;
    effective.push(clipped);
    coveredUntil = addDays(suspension.until, -1);
  }
  return effective;
}
