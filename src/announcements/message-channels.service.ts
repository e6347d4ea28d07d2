import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import type { Application } from '../applications/domain/application.ts';
import type { LetterChannel } from '../letters/domain/letter-channel.ts';
import type { LetterKind } from '../letters/domain/letter-kind.ts';
import { cannotBeSent } from '../letters/domain/letters.problems.ts';
import { chosenChannels, type MessageKind, messageKindOf } from '../letters/domain/message-kind.ts';
import { sendingFault } from '../letters/domain/sending-fault.ts';
import { MessageChoiceEntity } from './message-choice.entity.ts';

/** Knows how applicants want to get messages, and refuses what goes against that or against the calendar. */
@Injectable()
export class MessageChannels {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How the applicant wants to get each kind of message about an application (Awb 2:8). */
  async of(
    manager: EntityManager,
    { id, electronicMessages }: Pick<Application, 'id' | 'electronicMessages'>,
  ): Promise<Readonly<Record<MessageKind, LetterChannel>>> {
    const later = await manager.find(MessageChoiceEntity, {
      where: { applicationId: id },
      order: { id: 'ASC' },
    });
    return chosenChannels(electronicMessages ? 'electronic' : 'post', later);
  }

  /**
   * Whether a letter can be sent like this.
   * @param letter as `sendingFault` looks at it, and of which kind it is
   * @throws DomainError `already-sent`, `overtaken`, `in-the-future`, `before-it-was-made` or `not-electronically`
   */
  async refuse(
    manager: EntityManager,
    application: Pick<Application, 'id' | 'electronicMessages'>,
    letter: Parameters<typeof sendingFault>[0] & { readonly kind: LetterKind },
    sending: Parameters<typeof sendingFault>[1],
  ): Promise<void> {
    const channels = await this.of(manager, application);
    const electronicMessages = channels[messageKindOf(letter.kind)] === 'electronic';
    const fault = sendingFault(letter, sending, { today: this.#clock.today(), electronicMessages });
    if (fault !== null) throw cannotBeSent(fault);
  }
}
