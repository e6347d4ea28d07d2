import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { type AuditOutcome, auditOutcomes } from './audit-entry.entity.ts';

export class AuditEntriesQuery extends PageQuery {
  @TextField({
    description: 'Alleen van deze persoon, zoals die in tokens heet, ook als die namens een ander handelde.',
    maxLength: 255,
    optional: true,
  })
  actorSubject?: string;

  @IdField({ description: 'Alleen over deze aanvraag.', optional: true })
  caseId?: string;

  @TextField({
    description: 'Alleen deze handeling, zoals application:submit.',
    maxLength: 60,
    optional: true,
  })
  action?: string;

  @EnumField({
    description: 'Alleen wat is gedaan, gelezen of geweigerd.',
    choices: auditOutcomes,
    optional: true,
  })
  outcome?: AuditOutcome;

  @CalendarDateField({ description: 'Vanaf deze dag.', optional: true })
  fromDate?: CalendarDate;

  @CalendarDateField({ description: 'Tot en met deze dag.', optional: true })
  untilDate?: CalendarDate;
}
