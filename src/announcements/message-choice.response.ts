import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type LetterChannel, letterChannels } from '../letters/domain/letter-channel.ts';
import { type MessageKind, messageKinds } from '../letters/domain/message-kind.ts';

export class MessageChoiceRequest {
  @EnumField({
    description: 'Berichten over de behandeling (handling), of besluiten (decision).',
    choices: messageKinds,
  })
  messageKind!: MessageKind;

  @EnumField({ description: 'Per post of digitaal.', choices: letterChannels })
  channel!: LetterChannel;
}

/** How the applicant gets each kind of message; the version is that of the application. */
export class MessageChoicesResponse {
  @VersionField()
  version!: number;

  @EnumField({
    description: 'Berichten over de behandeling: ontvangst, aanvulling, uitstel, voornemen.',
    choices: letterChannels,
  })
  handling!: LetterChannel;

  @EnumField({ description: 'Besluiten.', choices: letterChannels })
  decision!: LetterChannel;

  static of(
    version: number,
    { handling, decision }: Readonly<Record<MessageKind, LetterChannel>>,
  ): MessageChoicesResponse {
    return Object.assign(new MessageChoicesResponse(), { version, handling, decision });
  }
}
