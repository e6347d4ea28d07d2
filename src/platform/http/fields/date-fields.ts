import { isCalendarDate } from '../../../kernel/calendar-date.ts';
import { field, type FieldOptions } from './field.ts';
import { rule } from './rule.ts';

/** A day without a time, as YYYY-MM-DD, that exists. */
export function CalendarDateField(options: FieldOptions): PropertyDecorator {
  return field(
    { schema: { type: 'string', format: 'date' }, rules: [rule('not-a-date', isCalendarDate)] },
    options,
  );
}

const instantForm = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment; any offset is read (RFC 3339), the value is a `Date`, and an answer shows it in UTC. */
export function InstantField(options: FieldOptions): PropertyDecorator {
  return field(
    {
      schema: { type: 'string', format: 'date-time' },
      rules: [rule('not-an-instant', (value) => value instanceof Date)],
      read: readInstant,
    },
    options,
  );
}

function readInstant(value: unknown): unknown {
  const day = typeof value === 'string' ? instantForm.exec(value)?.[1] : undefined;
  if (!isCalendarDate(day)) return value;
  const instant = new Date(value as string);
  return Number.isNaN(instant.getTime()) ? value : instant;
}
