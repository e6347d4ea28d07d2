import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';
import { endOnWorkingDay } from '../../../terms/general-terms-act.ts';
import type { ApplicationFacts, ComputedFinding } from '../finding.ts';
import type { Terms } from './terms.ts';

/** The period in which applications are received; both days count. */
export interface Window {
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
}

/** What is needed to know when the window closes: a day off may extend it. */
export interface WindowRules {
  readonly window: Window;
  readonly terms: Pick<Terms, 'generalTermsActApplies'>;
}

export function windowSentences(window: Window): string[] {
  return [
    `Aanvragen kan van ${formatDutchDate(window.opensOn)} tot en met ${formatDutchDate(window.closesOn)}, digitaal of op papier.`,
  ];
}

/**
 * The last day on which an application is in time: the closing day, or the next working day where the
 * regulation lets the Algemene termijnenwet apply (Gemeentewet 145).
 */
export function lastDayOfWindow(rules: WindowRules): CalendarDate {
  const { closesOn } = rules.window;
  return rules.terms.generalTermsActApplies ? endOnWorkingDay(closesOn).lastDay : closesOn;
}

export function isWindowOpen(rules: WindowRules, on: CalendarDate): boolean {
  return on >= rules.window.opensOn && on <= lastDayOfWindow(rules);
}

/** An application that was in time but not complete stays in time (Awb 4:5). */
export function findInTime(rules: WindowRules, facts: ApplicationFacts): ComputedFinding {
  const inTime = isWindowOpen(rules, facts.receivedOn);
  const received = `Wij ontvingen de aanvraag op ${formatDutchDate(facts.receivedOn)}`;
  return {
    criterionCode: 'in-time',
    outcome: inTime ? 'met' : 'not-met',
    sentence: inTime
      ? `${received}. Dat is op tijd.`
      : `${received}. Aanvragen kon van ${formatDutchDate(rules.window.opensOn)} tot en met ${formatDutchDate(lastDayOfWindow(rules))}.`,
  };
}
