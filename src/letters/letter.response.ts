import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { letterKinds } from './domain/letter-kind.ts';
import type { LetterKind } from './domain/letter-kind.ts';
import { letterChannels, type LetterChannel } from './domain/letter-channel.ts';
import { type LetterEntity, versionOf } from './letter.entity.ts';

export class LetterResponse {
  @IdField({ description: 'Kenmerk van de brief.' })
  id!: string;

  @VersionField()
  version!: number;

  @IdField({ description: 'Aanvraag waar de brief over gaat.' })
  applicationId!: string;

  @EnumField({ description: 'Soort brief.', choices: letterKinds })
  kind!: LetterKind;

  @TextField({ description: 'Onderwerp.', maxLength: 300 })
  subject!: string;

  @InstantField({ description: 'Moment waarop de brief is gemaakt.' })
  createdAt!: Date;

  @IdField({ description: 'De verzonden brief die deze herstelt.', nullable: true })
  correctsLetterId!: string | null;

  @CalendarDateField({ description: 'Dag van verzending.', nullable: true })
  sentOn!: CalendarDate | null;

  @EnumField({ description: 'Hoe de brief is verzonden.', choices: letterChannels, nullable: true })
  channel!: LetterChannel | null;

  @InstantField({
    description: 'Moment waarop de brief verviel, omdat hij al achterhaald was voordat hij werd verzonden.',
    nullable: true,
  })
  voidedAt!: Date | null;

  @CalendarDateField({ description: 'Laatste dag om bezwaar te maken.', nullable: true })
  lastObjectionDate!: CalendarDate | null;

  @CalendarDateField({ description: 'Laatste dag om de aanvraag aan te vullen.', nullable: true })
  lastCompletionDate!: CalendarDate | null;

  static of(letter: LetterEntity): LetterResponse {
    const { id, applicationId, kind, createdAt, sentOn, channel, voidedAt, terms, model } = letter;
    return Object.assign(new LetterResponse(), {
      version: versionOf(letter),
      ...{ id, applicationId, kind, createdAt, sentOn, channel, voidedAt },
      subject: model.subject,
      correctsLetterId: letter.correctsId,
      lastObjectionDate: terms?.lastObjectionDay ?? null,
      lastCompletionDate: terms?.lastCompletionDay ?? null,
    });
  }
}
