import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import type { OlderThanChange } from './domain/older-than-change.ts';

/** That a finding or an advice is about an earlier version of the application. */
export class OlderThanChangeResponse {
  @CalendarDateField({ description: 'Dag van de laatste verandering daarna.' })
  correctedOn!: CalendarDate;

  @TextField({
    description: 'Wat sindsdien is veranderd; wat er stond en nu staat, geeft GET …/changes.',
    maxLength: 80,
    list: { maxItems: 60 },
  })
  what!: readonly string[];

  static of(older: OlderThanChange | null | undefined): OlderThanChangeResponse | null {
    return older ? Object.assign(new OlderThanChangeResponse(), older) : null;
  }
}
