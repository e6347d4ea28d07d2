import { addDays, type CalendarDate, calendarDateOf, daysBetween } from '../../kernel/calendar-date.ts';
import { present } from '../../kernel/assert.ts';
import type { Application } from '../../applications/domain/application.ts';
import { lastDayOfWindow } from '../../regulations/domain/groups/window.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { WayFacts } from '../../ways/domain/conditions.ts';
import type { WayDocument } from '../../ways/domain/way-document.ts';

type Started = Pick<Application, 'receivedAt' | 'receivedOn' | 'completedOn'>;

/** The moment on which a case began: what came in on paper begins when it is entered, whatever the stamp says. */
export function began({ receivedAt }: Pick<Application, 'receivedAt'>): Date {
  return present(receivedAt, 'only what was received is worked on');
}

/** The day on which the first step begins; null while that is not known. */
export function firstStepOn(
  { startsAt }: Pick<WayDocument, 'startsAt'>,
  application: Started,
  regulation: RegulationDocument,
): CalendarDate | null {
  const beganOn = calendarDateOf(began(application));
  const receivedOn = present(application.receivedOn, 'only what was received is worked on');
  const at = {
    receipt: receivedOn,
    completeness: application.completedOn,
    'window-close': addDays(lastDayOfWindow(regulation, receivedOn), 1),
  }[startsAt];
  return at !== null && at < beganOn ? beganOn : at;
}

/** What the conditions of a way may ask of an application. */
export function wayFactsOf(
  application: Pick<Application, 'requestedCents' | 'applicant' | 'particulars' | 'activityStartsOn'>,
  startedOn: CalendarDate | null,
): WayFacts {
  const { requestedCents, applicant, particulars, activityStartsOn } = application;
  return {
    requestedCents,
    applicantKind: applicant.kind,
    supporters: particulars?.supporters,
    daysToActivity:
      activityStartsOn === null || startedOn === null ? undefined : daysBetween(startedOn, activityStartsOn),
  };
}
