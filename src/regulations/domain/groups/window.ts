import {
  addDays,
  addMonths,
  addYears,
  type CalendarDate,
  calendarDate,
  formatDutchDate,
  yearOf,
} from '../../../kernel/calendar-date.ts';
import { present } from '../../../kernel/assert.ts';
import { endOnWorkingDay } from '../../../terms/general-terms-act.ts';
import type { Ceiling } from './ceiling.ts';
import type { Terms } from './terms.ts';
import type { Window } from './window-schema.ts';

/** What is needed to know when the window closes: a day off may extend it. */
export interface WindowRules {
  readonly window: Window;
  readonly terms: Pick<Terms, 'generalTermsActApplies'>;
}

/** One period in which applications are received. */
export interface WindowPeriod {
  readonly kind: 'round' | 'rolling';
  readonly opensOn: CalendarDate;
  /** As the regulation says it, or null when it stays open until the regulation is withdrawn. */
  readonly closesOn: CalendarDate | null;
  /** The fixed day on which is decided at the latest, where the regulation names one. */
  readonly decideBy: CalendarDate | null;
}

/** The periods of a window, in their order. */
export function periodsOf(window: Window): WindowPeriod[] {
  switch (window.kind) {
    case 'rolling':
      return [rolling(window.opensOn, window.closesOn)];
    case 'rounds':
      return window.rounds.map(({ opensOn, closesOn, decideBy }) => ({
        kind: 'round',
        opensOn,
        closesOn,
        decideBy: decideBy ?? null,
      }));
    case 'first-round-then-rolling':
      return [
        {
          kind: 'round',
          opensOn: window.opensOn,
          closesOn: window.firstRoundClosesOn,
          decideBy: window.decideBy ?? null,
        },
        rolling(addDays(window.firstRoundClosesOn, 1), window.closesOn),
      ];
  }
}

function rolling(opensOn: CalendarDate, closesOn: CalendarDate | undefined): WindowPeriod {
  return { kind: 'rolling', opensOn, closesOn: closesOn ?? null, decideBy: null };
}

const endOfTheCalendar = calendarDate('2199-12-31');

/**
 * The last day on which an application is in time in this period: the closing day, or the next working day
 * where the regulation lets the Algemene termijnenwet apply (Gemeentewet 145).
 */
export function lastDayOfPeriod({ closesOn }: WindowPeriod, terms: WindowRules['terms']): CalendarDate {
  if (closesOn === null) return endOfTheCalendar;
  return terms.generalTermsActApplies ? endOnWorkingDay(closesOn).lastDay : closesOn;
}

/** The period in which an application of this day falls, or null when nobody can apply then. */
export function periodOn({ window, terms }: WindowRules, on: CalendarDate): WindowPeriod | null {
  const open = periodsOf(window).filter(
    (period) => on >= period.opensOn && on <= lastDayOfPeriod(period, terms),
  );
  return open[0] ?? null;
}

/**
 * The last day on which one can apply.
 * @param on with it: the last day of the period in which that day falls, or of the last one when it falls in none
 */
export function lastDayOfWindow(rules: WindowRules, on?: CalendarDate): CalendarDate {
  const last = present(periodsOf(rules.window).at(-1), 'a window has a period');
  const period = on === undefined ? last : (periodOn(rules, on) ?? last);
  return lastDayOfPeriod(period, rules.terms);
}

export function firstDayOfWindow(window: Window): CalendarDate {
  return present(periodsOf(window)[0], 'a window has a period').opensOn;
}

export function isWindowOpen(rules: WindowRules, on: CalendarDate): boolean {
  return periodOn(rules, on) !== null;
}

/** When one can apply, for who is too early or too late: "van 1 januari 2019 tot en met 31 mei 2019". */
export function periodText(rules: WindowRules): string {
  return periodsOf(rules.window)
    .map((period) => {
      const from = `van ${formatDutchDate(period.opensOn)}`;
      return period.closesOn === null
        ? `${from} tot de regeling wordt ingetrokken`
        : `${from} tot en met ${formatDutchDate(lastDayOfPeriod(period, rules.terms))}`;
    })
    .join(', en ');
}

/** The last day to apply for an activity that starts on a day; counted backwards, so it never moves. */
export function lastDayBefore(
  activityStartsOn: CalendarDate,
  { count, unit }: NonNullable<Window['leadTime']>,
): CalendarDate {
  if (unit === 'months') return addMonths(activityStartsOn, -count);
  return addDays(activityStartsOn, unit === 'weeks' ? -7 * count : -count);
}

/** What decides for which year an application counts. */
export interface YearRules extends WindowRules {
  /** The first year of the regulation. */
  readonly year: number;
  readonly ceiling: Pick<Ceiling, 'period'>;
}

/**
 * The year for which an application of this day counts. A round or a cut-over date may name it; else it is the year of
 * receipt where the ceiling is set anew every year, and the year of the regulation where it is not. A cut-over date
 * returns every year.
 */
export function budgetYearOf(rules: YearRules, on: CalendarDate): number {
  const { window, year, ceiling } = rules;
  const ofRound =
    window.kind === 'rounds' &&
    window.rounds.find(({ opensOn }) => opensOn === periodOn(rules, on)?.opensOn)?.countsForYear;
  if (ofRound) return ofRound;
  const { cutOver } = window;
  if (cutOver !== undefined && on >= cutOver.from) {
    return cutOver.countsForYear + wholeYears(cutOver.from, on);
  }
  const { period } = ceiling;
  if (period?.amountsAre !== 'per-year') return year;
  return Math.min(Math.max(yearOf(on), year), period.lastYear);
}

function wholeYears(from: CalendarDate, on: CalendarDate): number {
  const years = yearOf(on) - yearOf(from);
  return addYears(from, years) > on ? years - 1 : years;
}
