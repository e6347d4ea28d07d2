import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { letterKinds } from '../letters/domain/letter-kind.ts';
import { letterChannels, type LetterChannel } from '../letters/domain/letter-channel.ts';
import type { LetterKind } from '../letters/domain/letter-kind.ts';
import type { LetterDispatchEntity } from '../letters/letter-dispatch.entity.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';

/** One time that a letter left. */
export class LetterDispatchResponse {
  @IdField({ description: 'Kenmerk van deze verzending.' })
  id!: string;

  @IdField({ description: 'Kenmerk van de brief.' })
  letterId!: string;

  @CalendarDateField({ description: 'Dag van verzending.' })
  sentOn!: CalendarDate;

  @EnumField({ description: 'Per post of digitaal.', choices: letterChannels })
  channel!: LetterChannel;

  @InstantField({ description: 'Moment waarop dit is vastgelegd.' })
  recordedAt!: Date;

  static of({ id, letterId, sentOn, channel, recordedAt }: LetterDispatchEntity): LetterDispatchResponse {
    return Object.assign(new LetterDispatchResponse(), { id, letterId, sentOn, channel, recordedAt });
  }
}

/** A line of the list that the mail room ticks off. */
export class PostedLetterResponse {
  @IdField({ description: 'Kenmerk van deze verzending.' })
  id!: string;

  @IdField({ description: 'Kenmerk van de brief.' })
  letterId!: string;

  @TextField({ description: 'Zaaknummer.', maxLength: 40 })
  reference!: string;

  @EnumField({ description: 'Soort brief.', choices: letterKinds })
  kind!: LetterKind;

  @TextField({ description: 'Naam en adres op de envelop.', maxLength: 1000 })
  addressee!: string;

  static of(dispatch: LetterDispatchEntity, { model }: LetterEntity): PostedLetterResponse {
    return Object.assign(new PostedLetterResponse(), {
      ...{ id: dispatch.id, letterId: dispatch.letterId, reference: model.ourReference, kind: model.kind },
      addressee: model.addresseeLines.join(', '),
    });
  }
}
