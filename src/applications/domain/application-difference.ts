import { redactedDifference, type RedactedDifference } from '../../audit/domain/redacted-difference.ts';
import type { Application } from './application.ts';

/** Days, sums and states, which say nothing about anybody by themselves. */
const openFields = [
  'activityEndsOn',
  'activityStartsOn',
  'completedOn',
  'electronicMessages',
  'kernId',
  'number',
  'receivedOn',
  'regulationVersionId',
  'requestedCents',
  'status',
] as const satisfies readonly (keyof Application)[];

const closedFields = [
  'applicant',
  'costs',
  'description',
  'ibanLastFour',
  'particulars',
  'support',
  'title',
] as const satisfies readonly (keyof Application)[];

/** What changed of an application, for the audit log: of what is personal the names of the fields alone. */
export function applicationDifference(before: Application, after: Application): RedactedDifference {
  return redactedDifference(before, after, [...openFields, ...closedFields], openFields);
}
