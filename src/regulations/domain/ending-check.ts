import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import type { DomainError } from '../../kernel/domain-error.ts';
import type { RegulationVersion } from './regulation-version.ts';
import { regulationsProblem } from './regulations.problems.ts';

type Ended = Pick<RegulationVersion, 'version' | 'inForceFrom' | 'inForceUntil'>;

function impossible(location: string, detail: string): DomainError {
  const fault = { in: 'body', location, code: 'regulation-days-impossible', detail } as const;
  return regulationsProblem('regulation-days-impossible', detail, [fault]);
}

/**
 * Why a version cannot end on a day, or null when it can. It never ends in the past: who applied when it was in
 * force stays bound to it, and nobody must find afterwards that it was not.
 * @param version with the end that it has now
 * @param today the day on which this is proposed, or on which it is published
 */
export function endingRefusal(
  { version, inForceFrom, inForceUntil }: Ended,
  lastDay: CalendarDate,
  today: CalendarDate,
): DomainError | null {
  if (lastDay < today) {
    return impossible('/lastDate', `De laatste dag kan niet voor ${formatDutchDate(today)} liggen.`);
  }
  if (lastDay < inForceFrom) {
    return impossible('/lastDate', `Versie ${version} gaat pas in op ${formatDutchDate(inForceFrom)}.`);
  }
  if (inForceUntil !== null && lastDay >= inForceUntil) {
    return impossible('/lastDate', `Versie ${version} geldt al tot en met ${formatDutchDate(inForceUntil)}.`);
  }
  return null;
}
