import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { lastDayOfPeriod, periodOn, periodsOf } from '../../regulations/domain/groups/window.ts';
import { decisionLength } from '../../regulations/domain/groups/terms.ts';
import { endOfLength, lengthText } from '../../terms/general-terms-act.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';

/** Fewer people than this are not counted in public: in a small village everybody would know who it is. */
export const fewestCounted = 5;

/** A number of applications as everybody may see it; null for so few that they could be recognised. */
export function publicCount(count: number): number | null {
  return count > 0 && count < fewestCounted ? null : count;
}

type Rules = Pick<RegulationDocument, 'window' | 'terms' | 'distribution'>;

/** When is decided, as a Dutch sentence, for who would apply on this day or has done so before. */
export function decisionMoment(rules: Rules, on: CalendarDate): string {
  const { terms, distribution, window } = rules;
  const period = periodOn(rules, on) ?? periodsOf(window).at(-1);
  if (period === undefined) return '';
  const length = decisionLength(terms);
  if (distribution.moment === 'as-they-come' || period.closesOn === null) {
    return `Op elke aanvraag wordt beslist binnen ${lengthText(length)} nadat die is ontvangen.`;
  }
  const lastDay = lastDayOfPeriod(period, terms);
  const latest = period.decideBy ?? endOfLength(lastDay, length);
  return `Op alle aanvragen wordt beslist nadat de aanvraagperiode op ${formatDutchDate(lastDay)} sluit, uiterlijk op ${formatDutchDate(latest)}.`;
}
