import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { calendarDateOf } from '../kernel/calendar-date.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import type { LetterChannel } from '../letters/domain/letter-channel.ts';
import { messageKindOf } from '../letters/domain/message-kind.ts';
import { LetterArchive, type Sending } from '../letters/letter-archive.service.ts';
import { type LetterEntity, versionOf } from '../letters/letter.entity.ts';
import { LetterEffects } from './letter-effects.service.ts';
import { MessageChannels } from './message-channels.service.ts';
import type { OpenedLetter } from './visible-letters.service.ts';

/** Announces letters: what was decided takes effect only by sending it (Awb 3:40). */
@Injectable()
export class Announcements {
  readonly #archive: LetterArchive;
  readonly #applications: ApplicationsService;
  readonly #effects: LetterEffects;
  readonly #audit: AuditLog;
  readonly #channels: MessageChannels;

  constructor(
    archive: LetterArchive,
    applications: ApplicationsService,
    effects: LetterEffects,
    audit: AuditLog,
    channels: MessageChannels,
  ) {
    this.#archive = archive;
    this.#applications = applications;
    this.#effects = effects;
    this.#audit = audit;
    this.#channels = channels;
  }

  /** How the addressee wants to get this letter (Awb 2:8). */
  async channelOf(
    manager: EntityManager,
    { letter, application }: Pick<OpenedLetter, 'letter' | 'application'>,
  ): Promise<LetterChannel> {
    return (await this.#channels.of(manager, application))[messageKindOf(letter.kind)];
  }

  /** Whether a letter can be sent like this, before any work is done for it. @throws as MessageChannels.refuse */
  refuse(
    manager: EntityManager,
    { letter, application }: Pick<OpenedLetter, 'letter' | 'application'>,
    { channel, terms }: Sending,
  ): Promise<void> {
    const { kind, sentOn, voidedAt, createdAt } = letter;
    const state = { kind, sentOn, isVoid: voidedAt !== null, madeOn: calendarDateOf(createdAt) };
    return this.#channels.refuse(manager, application, state, { sentOn: terms.sentOn, channel });
  }

  /**
   * Sends the letter and lets its effects begin.
   * @param content the letter as it was rendered for this sending date
   * @param expectedVersion the version of the letter that the caller has seen
   * @throws HttpProblem `precondition-failed` when somebody was first, DomainError `step-not-possible` when the
   *   application has moved on; nothing is kept then
   */
  async announce(
    manager: EntityManager,
    actor: Actor,
    letter: LetterEntity,
    expectedVersion: number,
    sending: Sending,
    content: Buffer,
  ): Promise<LetterEntity> {
    const application = await this.#applications.lock(manager, letter.applicationId);
    requireVersion(expectedVersion, versionOf(await this.#archive.get(manager, letter.id)));
    await this.refuse(manager, { letter, application }, sending);
    const sent = await this.#archive.send(manager, letter, sending, content, actor.subject);
    await this.#effects.apply(manager, actor, application, sent);
    this.#audit.record(manager, actor, {
      action: 'letter:announce',
      subjectKind: 'letter',
      subjectId: letter.id,
      caseId: letter.applicationId,
      detail: { kind: letter.kind, channel: sending.channel, sentOn: sending.terms.sentOn },
    });
    return sent;
  }
}
