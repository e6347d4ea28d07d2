import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import {
  type Correspondence,
  type CorrespondenceChannel,
  correspondenceChannels,
  type CorrespondenceSource,
  correspondenceSources,
} from './domain/correspondence.ts';
import { type Direction, directions } from './domain/note.ts';

export class CorrespondenceResponse {
  @IdField({ description: 'Kenmerk van wat is bewaard: een stap, verzending, ingebrekestelling of notitie.' })
  id!: string;

  @EnumField({ description: 'Waar het uit blijkt.', choices: correspondenceSources })
  source!: CorrespondenceSource;

  @CalendarDateField({ description: 'Dag van ontvangst, verzending of gesprek.' })
  onDate!: CalendarDate;

  @EnumField({ description: 'Binnengekomen, uitgegaan, of over en weer.', choices: directions })
  direction!: Direction;

  @EnumField({
    description: 'Langs welke weg; onbekend als een medewerker het invoerde zonder dat te zeggen.',
    choices: correspondenceChannels,
  })
  channel!: CorrespondenceChannel;

  @TextField({ description: 'Wat het was.', maxLength: 400 })
  what!: string;

  @TextField({ description: 'Van, aan of met wie.', maxLength: 200, nullable: true })
  who!: string | null;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  static of({
    on: onDate,
    id,
    source,
    direction,
    channel,
    what,
    who,
    recordedAt,
  }: Correspondence): CorrespondenceResponse {
    const fields = { id, source, onDate, direction, channel, what, who, recordedAt };
    return Object.assign(new CorrespondenceResponse(), fields);
  }
}
