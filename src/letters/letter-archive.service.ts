import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import type { LetterKind } from './domain/letter-kind.ts';
import type { ComposedLetter } from './domain/composed-letter.ts';
import type { LetterModel } from './domain/letter-model.ts';
import type { LetterSender } from './domain/letter-sender.ts';
import { cannotBeSent, letterNotFound, letterProblems } from './domain/letters.problems.ts';
import type { LetterChannel } from './domain/letter-channel.ts';
import type { SettlingDates } from './domain/settle-dates.ts';
import type { LetterTemplates } from './domain/templates/letter-template.ts';
import { afterCommit } from '../platform/database/after-commit.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import { Metrics } from '../platform/telemetry/metrics.ts';
import type { CaseKey } from '../secrets/case-key.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { byTheService, LetterDispatches } from './letter-dispatches.service.ts';
import { LetterDocumentEntity } from './letter-document.entity.ts';
import type { LetterSenderEntity } from './letter-sender.entity.ts';
import { LetterEntity } from './letter.entity.ts';
import { newVerificationCode } from './verification-code.ts';
import { documentPlace, factsPlace, modelPlace } from './sealed-places.ts';

/** Who writes on a day, and how: one statement, because every letter asks for both. */
const newestSender = {
  name: 'letter-sender-on',
  text: `SELECT sender, (
      SELECT jsonb_object_agg(kind, jsonb_build_object('kind', kind, 'subject', subject, 'sections', sections))
      FROM (
        SELECT DISTINCT ON (kind) kind, subject, sections FROM letter_template
        WHERE status = 'activated' AND valid_from <= $1 ORDER BY kind, valid_from DESC, id DESC
      ) newest
    ) AS templates
    FROM letter_sender WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1`,
};

interface Writer extends Pick<LetterSenderEntity, 'sender'> {
  /** Null when the service words every letter. */
  readonly templates: LetterTemplates | null;
}

/** How a letter leaves. */
export interface Sending {
  readonly channel: LetterChannel;
  readonly terms: SettlingDates;
}

function sentCounter(metrics: Metrics) {
  return metrics.counter('kernbudget_letters_sent_total', 'Letters that were sent.', ['kind', 'channel']);
}

export interface LetterPage {
  readonly onlySent: boolean;
  readonly afterId: string | null;
  readonly limit: number;
}

/**
 * Keeps letters: the model from the moment it is made, the bytes from the moment it is sent; both sealed with the key
 * of the case.
 */
@Injectable()
export class LetterArchive {
  readonly #clock: Clock;
  readonly #keys: CaseKeys;
  readonly #dispatches: LetterDispatches;
  readonly #sent: ReturnType<typeof sentCounter>;

  constructor(clock: Clock, keys: CaseKeys, dispatches: LetterDispatches, metrics: Metrics = new Metrics()) {
    this.#clock = clock;
    this.#keys = keys;
    this.#dispatches = dispatches;
    this.#sent = sentCounter(metrics);
  }

  /** The sender on a day, with the words that are in force then. @throws DomainError `letter-sender-missing` when none is configured for that day */
  async senderOn(manager: EntityManager, on: CalendarDate): Promise<LetterSender> {
    const [found] = await readRows<Writer>(manager, newestSender, [on]);
    if (found) return found.templates ? { ...found.sender, templates: found.templates } : found.sender;
    throw DomainError.of(
      letterProblems,
      'letter-sender-missing',
      `Er zijn op ${on} geen afzendergegevens van kracht. Een beheerder moet die eerst instellen.`,
    );
  }

  /** Stores a letter and gives it the code by which it can be verified; with `sending` it leaves at once, as an electronic acknowledgement does. */
  add(
    manager: EntityManager,
    applicationId: string,
    { facts, model: composed }: ComposedLetter,
    sending: Sending | null,
    correctsId: string | null = null,
  ): LetterEntity {
    const id = newId();
    const verificationCode = newVerificationCode();
    const model: LetterModel = { ...composed, verificationCode };
    const key = this.#keys.held(manager, applicationId);
    // The words of the municipality are looked up anew when it is composed again.
    const kept = { ...facts, templates: undefined };
    const letter = Object.assign(new LetterEntity(), {
      id,
      applicationId,
      kind: model.kind,
      model,
      modelSealed: key.seal(model, modelPlace(id)),
      factsSealed: key.seal(kept, factsPlace(id)),
      ...{ revision: 1, correctsId },
      createdAt: this.#clock.now(),
      sentOn: sending?.terms.sentOn ?? null,
      channel: sending?.channel ?? null,
      terms: sending?.terms ?? null,
      voidedAt: null,
      verificationCode,
    });
    insertRows(manager, LetterEntity, [letter]);
    if (sending) this.#left(manager, letter, sending, byTheService);
    return letter;
  }

  /** @throws DomainError `letter-not-found` */
  async get(manager: EntityManager, letterId: string): Promise<LetterEntity> {
    const letter = await manager.findOneBy(LetterEntity, { id: letterId });
    const [opened] = letter ? await this.#opened(manager, letter.applicationId, [letter]) : [];
    if (!opened) throw letterNotFound();
    return opened;
  }

  /** Letters by their id; those of cases whose key was destroyed are not there any more. */
  async getAll(
    manager: EntityManager,
    letterIds: readonly string[],
  ): Promise<ReadonlyMap<string, LetterEntity>> {
    const letters = await manager.findBy(LetterEntity, { id: In([...letterIds]) });
    const keys = await this.#keys.ofAll(
      manager,
      letters.map(({ applicationId }) => applicationId),
    );
    const found = letters.flatMap((letter): [string, LetterEntity][] => {
      const key = keys.get(letter.applicationId);
      return key ? [[letter.id, opened(key, letter)]] : [];
    });
    return new Map(found);
  }

  /** The newest letters about an application, oldest of them first. */
  async newest(manager: EntityManager, applicationId: string, count: number): Promise<LetterEntity[]> {
    const where = { applicationId };
    const letters = await manager.find(LetterEntity, { where, order: { id: 'DESC' }, take: count });
    return this.#opened(manager, applicationId, letters.reverse());
  }

  /** The letters about an application in the order in which they were made, after the one with this id. */
  async list(
    manager: EntityManager,
    applicationId: string,
    { onlySent, afterId, limit }: LetterPage,
  ): Promise<LetterEntity[]> {
    const query = manager
      .createQueryBuilder(LetterEntity, 'letter')
      .where('letter.applicationId = :applicationId', { applicationId })
      .orderBy('letter.id')
      .limit(limit);
    if (onlySent) query.andWhere('letter.sentOn IS NOT NULL');
    if (afterId !== null) query.andWhere('letter.id > :afterId', { afterId });
    return this.#opened(manager, applicationId, await query.getMany());
  }

  /**
   * Marks a letter as sent, once, and keeps its bytes.
   * @param sentBy subject of who sends it
   * @throws DomainError `already-sent` when somebody was first
   */
  async send(
    manager: EntityManager,
    letter: LetterEntity,
    sending: Sending,
    content: Buffer,
    sentBy: string,
  ): Promise<LetterEntity> {
    const { channel, terms } = sending;
    const result = await manager
      .createQueryBuilder()
      .update(LetterEntity)
      .set({ sentOn: terms.sentOn, channel, terms })
      .where('id = :id AND sent_on IS NULL AND voided_at IS NULL', { id: letter.id })
      .execute();
    if (result.affected !== 1) throw cannotBeSent('already-sent');
    await this.keep(manager, letter, content);
    this.#left(manager, letter, sending, sentBy);
    return Object.assign(new LetterEntity(), letter, { sentOn: terms.sentOn, channel, terms });
  }

  /** Makes letters of these kinds void that lie ready about an application and were overtaken. */
  async void(manager: EntityManager, applicationId: string, kinds: readonly LetterKind[]): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(LetterEntity)
      .set({ voidedAt: this.#clock.now() })
      .where('application_id = :applicationId AND kind IN (:...kinds)', { applicationId, kinds })
      .andWhere('sent_on IS NULL AND voided_at IS NULL')
      .execute();
  }

  /** Keeps the bytes of a sent letter. Who renders the same letter at the same time has the same bytes. */
  async keep(manager: EntityManager, letter: LetterEntity, content: Buffer): Promise<void> {
    const key = await this.#keys.of(manager, letter.applicationId);
    await manager
      .createQueryBuilder()
      .insert()
      .into(LetterDocumentEntity)
      .values({
        letterId: letter.id,
        contentSealed: key.sealBytes(content, documentPlace(letter.id)),
        sha256: createHash('sha256').update(content).digest('hex'),
        storedAt: this.#clock.now(),
      })
      .orIgnore()
      .execute();
  }

  /** Of a case whose key was destroyed there are no letters any more. */
  async #opened(
    manager: EntityManager,
    applicationId: string,
    letters: readonly LetterEntity[],
  ): Promise<LetterEntity[]> {
    const key = letters.length > 0 && (await this.#keys.find(manager, applicationId));
    return key ? letters.map((letter) => opened(key, letter)) : [];
  }

  #left(manager: EntityManager, { id, kind }: LetterEntity, { channel, terms }: Sending, by: string): void {
    this.#dispatches.add(manager, id, { sentOn: terms.sentOn, channel }, by);
    afterCommit(manager, () => this.#sent.inc({ kind, channel }));
  }

  /** The bytes of a sent letter, or null while nobody has read it. */
  async document(manager: EntityManager, { id, applicationId }: LetterEntity): Promise<Buffer | null> {
    const stored = await manager.findOneBy(LetterDocumentEntity, { letterId: id });
    if (!stored) return null;
    const key = await this.#keys.of(manager, applicationId);
    return key.openBytes(stored.contentSealed, documentPlace(id));
  }
}

function opened(key: CaseKey, letter: LetterEntity): LetterEntity {
  return Object.assign(letter, { model: key.open<LetterModel>(letter.modelSealed, modelPlace(letter.id)) });
}
