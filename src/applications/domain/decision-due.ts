import { present } from '../../kernel/assert.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { lastDayOfPeriod, periodOn, periodsOf } from '../../regulations/domain/groups/window.ts';
import {
  type DecisionPeriod,
  type DecisionTerm,
  decisionTerm,
  type Extension,
  type Suspension,
} from '../../terms/decision-term.ts';
import { decisionLength } from '../../regulations/domain/groups/terms.ts';
import type { Application } from './application.ts';
import { type CompletionRequest, suspensionsOf } from './completion-request.ts';

/** What was recorded about the term beside requests to complete: standstills on other grounds, and extensions. */
export interface TermRecords {
  readonly suspensions: readonly Suspension[];
  readonly extensions: readonly Extension[];
}

const nothingRecorded: TermRecords = { suspensions: [], extensions: [] };

/** The last day to decide on a received application, with each step that leads to it (Awb 4:13 to 4:15). */
export function decisionDue(
  application: Pick<Application, 'receivedOn'>,
  document: RegulationDocument,
  requests: readonly CompletionRequest[],
  { suspensions, extensions }: TermRecords = nothingRecorded,
): DecisionTerm {
  const { terms } = document;
  const receivedOn = present(application.receivedOn, 'a term runs only for a received application');
  return decisionTerm({
    period: decisionPeriod(document, receivedOn),
    actApplies: terms.generalTermsActApplies,
    suspensions: [...suspensionsOf(requests), ...suspensions],
    extensions,
  });
}

/** The day after which the term starts, when it has not started on `today`; null when it runs or is a fixed date. */
export function termStartsLater(
  application: Pick<Application, 'receivedOn'>,
  document: RegulationDocument,
  today: CalendarDate,
): CalendarDate | null {
  const receivedOn = present(application.receivedOn, 'a term runs only for a received application');
  const period = decisionPeriod(document, receivedOn);
  return period.kind === 'length' && period.startsAfter > today ? period.startsAfter : null;
}

/**
 * How long the municipality has by the regulation: until the date of the round, or weeks from receipt or from the
 * close of the round. Outside a round the term runs from receipt.
 */
function decisionPeriod(document: RegulationDocument, receivedOn: CalendarDate): DecisionPeriod {
  const { decisionStartsAt } = document.terms;
  const length = decisionLength(document.terms);
  const period = periodOn(document, receivedOn) ?? periodsOf(document.window).at(-1) ?? null;
  if (period !== null && period.decideBy !== null)
    return { kind: 'date', lastDay: period.decideBy, receivedOn };
  if (
    decisionStartsAt === 'receipt' ||
    period === null ||
    period.closesOn === null ||
    period.kind === 'rolling'
  ) {
    return { kind: 'length', length, startsAfter: receivedOn, startReason: 'receipt' };
  }
  const startsAfter = lastDayOfPeriod(period, document.terms);
  return { kind: 'length', length, startsAfter, startReason: 'window-close' };
}
