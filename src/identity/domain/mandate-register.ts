import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { identityProblems } from './identity.problems.ts';
import type { Mandate } from './mandate.ts';

export function mandateNotFound(): DomainError {
  return DomainError.of(identityProblems, 'mandate-not-found', 'Er is geen mandaat met dit kenmerk.');
}

function impossible(detail: string): DomainError {
  const fault = {
    in: 'body',
    location: '/validUntilDate',
    code: 'mandate-period-impossible',
    detail,
  } as const;
  return DomainError.of(identityProblems, 'mandate-period-impossible', detail, [fault]);
}

/** @throws DomainError `mandate-period-impossible` */
export function refusePeriod(validFrom: CalendarDate, validUntil: CalendarDate | null): void {
  if (validUntil !== null && validUntil < validFrom) throw impossible('De laatste dag ligt voor de eerste.');
}

/** A mandate is ended earlier, never prolonged: that takes a new one. @throws DomainError `mandate-period-impossible` */
export function refuseEnd(mandate: Mandate, on: CalendarDate): void {
  refusePeriod(mandate.validFrom, on);
  if (mandate.validUntil !== null && on > mandate.validUntil) {
    throw impossible('Een mandaat wordt hiermee korter, nooit langer. Leg een nieuw mandaat vast.');
  }
}
