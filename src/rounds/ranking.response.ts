import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import type { RankingEntity } from './ranking.entity.ts';

/** Advice, or an order, that a body gave about several applications. What it says of each stands with the proposal. */
export class RankingResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @IdField({ description: 'De regeling.' })
  regulationId!: string;

  @TextField({ description: 'Wie het advies gaf.', maxLength: 200 })
  body!: string;

  @CalendarDateField({ description: 'Dag van het advies.' })
  advisedOn!: CalendarDate;

  @TextField({ description: 'Waar het verslag te vinden is.', maxLength: 200 })
  minutesReference!: string;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  static of({
    id,
    regulationId,
    body,
    advisedOn,
    minutesReference,
    recordedAt,
  }: RankingEntity): RankingResponse {
    return Object.assign(new RankingResponse(), {
      ...{ id, regulationId, body, advisedOn, minutesReference, recordedAt },
    });
  }
}
