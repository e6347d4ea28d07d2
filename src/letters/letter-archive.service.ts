import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import type { LetterModel } from './domain/letter-model.ts';
import type { LetterSender } from './domain/letter-sender.ts';
import { cannotBeSent, letterNotFound, letterProblems } from './domain/letters.problems.ts';
import type { LetterChannel } from './domain/letter-channel.ts';
import type { SettlingDates } from './domain/settle-dates.ts';
import { LetterDocumentEntity } from './letter-document.entity.ts';
import { LetterSenderEntity } from './letter-sender.entity.ts';
import { LetterEntity } from './letter.entity.ts';

/** How a letter leaves. */
export interface Sending {
  readonly channel: LetterChannel;
  readonly terms: SettlingDates;
}

/** Keeps letters: the model from the moment it is made, the bytes from the moment it is sent. */
@Injectable()
export class LetterArchive {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The sender on a day. @throws DomainError `letter-sender-missing` when none is configured for that day */
  async senderOn(manager: EntityManager, on: CalendarDate): Promise<LetterSender> {
    const found = await manager.findOne(LetterSenderEntity, {
      where: { validFrom: LessThanOrEqual(on) },
      order: { validFrom: 'DESC' },
    });
    if (found) return found.sender;
    throw DomainError.of(
      letterProblems,
      'letter-sender-missing',
      `Er zijn op ${on} geen afzendergegevens van kracht. Een beheerder moet die eerst instellen.`,
    );
  }

  /** Stores a letter; with `sending` it leaves at once, as an electronic acknowledgement does. */
  async add(
    manager: EntityManager,
    applicationId: string,
    model: LetterModel,
    sending: Sending | null,
  ): Promise<LetterEntity> {
    const letter = Object.assign(new LetterEntity(), {
      id: newId(),
      applicationId,
      kind: model.kind,
      model,
      createdAt: this.#clock.now(),
      sentOn: sending?.terms.sentOn ?? null,
      channel: sending?.channel ?? null,
      terms: sending?.terms ?? null,
    });
    await manager.insert(LetterEntity, letter);
    return letter;
  }

  /** @throws DomainError `letter-not-found` */
  async get(manager: EntityManager, letterId: string): Promise<LetterEntity> {
    const letter = await manager.findOneBy(LetterEntity, { id: letterId });
    if (!letter) throw letterNotFound();
    return letter;
  }

  list(manager: EntityManager, applicationId: string): Promise<LetterEntity[]> {
    return manager.find(LetterEntity, { where: { applicationId }, order: { id: 'ASC' } });
  }

  /**
   * Marks a letter as sent, once, and keeps its bytes.
   * @throws DomainError `already-sent` when somebody was first
   */
  async send(
    manager: EntityManager,
    letter: LetterEntity,
    sending: Sending,
    content: Buffer,
  ): Promise<LetterEntity> {
    const { channel, terms } = sending;
    const result = await manager
      .createQueryBuilder()
      .update(LetterEntity)
      .set({ sentOn: terms.sentOn, channel, terms })
      .where('id = :id AND sent_on IS NULL', { id: letter.id })
      .execute();
    if (result.affected !== 1) throw cannotBeSent('already-sent');
    await this.keep(manager, letter.id, content);
    return Object.assign(new LetterEntity(), letter, { sentOn: terms.sentOn, channel, terms });
  }

  /** Keeps the bytes of a sent letter. Who renders the same letter at the same time has the same bytes. */
  async keep(manager: EntityManager, letterId: string, content: Buffer): Promise<void> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(LetterDocumentEntity)
      .values({
        letterId,
        content,
        sha256: createHash('sha256').update(content).digest('hex'),
        storedAt: this.#clock.now(),
      })
      .orIgnore()
      .execute();
  }

  document(manager: EntityManager, letterId: string): Promise<LetterDocumentEntity | null> {
    return manager.findOneBy(LetterDocumentEntity, { letterId });
  }
}
