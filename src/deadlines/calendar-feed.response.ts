import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { CalendarFeedEntity } from './calendar-feed.entity.ts';

export class CalendarFeedResponse {
  @IdField({ description: 'Kenmerk van de agenda.' })
  id!: string;

  @VersionField()
  version!: number;

  @InstantField({ description: 'Moment waarop de agenda is gemaakt.' })
  createdAt!: Date;

  @CalendarDateField({ description: 'Laatste dag waarop het adres werkt.' })
  endsOn!: CalendarDate;

  @InstantField({ description: 'Moment waarop de agenda is ingetrokken.', nullable: true })
  revokedAt!: Date | null;

  static of({ id, version, createdAt, endsOn, revokedAt }: CalendarFeedEntity): CalendarFeedResponse {
    return Object.assign(new CalendarFeedResponse(), { id, version, createdAt, endsOn, revokedAt });
  }
}

/** A new calendar: the only answer in which its address stands. */
export class NewCalendarFeedResponse extends CalendarFeedResponse {
  @TextField({
    description:
      'Pad van de agenda, achter het adres van de dienst. Wie dit heeft, kan meelezen; u ziet het één keer.',
    maxLength: 200,
  })
  address!: string;

  static at(feed: CalendarFeedEntity, address: string): NewCalendarFeedResponse {
    return Object.assign(new NewCalendarFeedResponse(), CalendarFeedResponse.of(feed), { address });
  }
}
