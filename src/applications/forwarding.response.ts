import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { ForwardingEntity } from './forwarding.entity.ts';

/** To whom an application was sent on. */
export class ForwardingResponse {
  @TextField({ description: 'Naam van het bestuursorgaan.', maxLength: 200 })
  bodyName!: string;

  @TextField({ description: 'Adres, per regel.', maxLength: 80, list: { maxItems: 5 } })
  bodyAddressLines!: readonly string[];

  @TextField({ description: 'Waarom dat bevoegd is.', maxLength: 2000, multiline: true })
  reason!: string;

  @CalendarDateField({ description: 'Dag van doorzenden.' })
  forwardedOn!: CalendarDate;

  @IdField({ description: 'De brief waarin de afzender het leest.' })
  letterId!: string;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  @TextField({ description: 'Wie het vastlegde.', maxLength: 200 })
  recordedByName!: string;

  static of(forwarding: ForwardingEntity): ForwardingResponse {
    const { bodyName, bodyAddressLines, reason, forwardedOn, letterId, recordedAt, recordedByName } =
      forwarding;
    return Object.assign(new ForwardingResponse(), {
      ...{ bodyName, bodyAddressLines, reason, forwardedOn, letterId, recordedAt, recordedByName },
    });
  }
}

/** What was just recorded, with the version that the application has by it. */
export class NewForwardingResponse extends ForwardingResponse {
  @VersionField()
  version!: number;
}
