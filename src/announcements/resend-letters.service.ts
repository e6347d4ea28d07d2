import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { letterNotSent } from '../letters/domain/letters.problems.ts';
import { LetterDispatches } from '../letters/letter-dispatches.service.ts';
import type { AnnounceLetterRequest } from './announce-letter.request.ts';
import { LetterDispatchResponse } from './letter-dispatch.response.ts';
import { MessageChannels } from './message-channels.service.ts';
import { type OpenedLetter, VisibleLetters } from './visible-letters.service.ts';

/** Sends a letter again as it is. That starts no term anew: what counts is its announcement (Awb 3:41). */
@Injectable()
export class ResendLetters {
  readonly #manager: EntityManager;
  readonly #transactions: Transactions;
  readonly #letters: VisibleLetters;
  readonly #dispatches: LetterDispatches;
  readonly #audit: AuditLog;
  readonly #channels: MessageChannels;

  constructor(
    manager: EntityManager,
    transactions: Transactions,
    letters: VisibleLetters,
    dispatches: LetterDispatches,
    audit: AuditLog,
    channels: MessageChannels,
  ) {
    this.#manager = manager;
    this.#transactions = transactions;
    this.#letters = letters;
    this.#dispatches = dispatches;
    this.#audit = audit;
    this.#channels = channels;
  }

  /**
   * @throws DomainError `letter-not-sent`, `in-the-future`, `before-it-was-made` (before its announcement) or
   *   `not-electronically`
   */
  async resend(
    actor: Actor,
    claim: IdempotencyClaim,
    letterId: string,
    request: AnnounceLetterRequest,
  ): Promise<LetterDispatchResponse> {
    const open = (manager: EntityManager) => this.#letters.open(actor, 'letter:announce', letterId, manager);
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        await this.#refuse(manager, await open(manager), request);
        const dispatch = this.#dispatches.add(manager, letterId, request, actor.subject);
        const { channel, sentOn } = request;
        this.#audit.record(manager, actor, {
          ...{ action: 'letter:announce', subjectKind: 'letter', subjectId: letterId },
          detail: { again: true, channel, sentOn },
        });
        return LetterDispatchResponse.of(dispatch);
      },
      open,
    );
    return answer;
  }

  /** Each time that the letter left, oldest first. */
  async list(actor: Actor, letterId: string, query: PageQuery): Promise<Page<LetterDispatchResponse>> {
    const after = decodePageKey(query.after, ['id']);
    await this.#letters.open(actor, 'letter:read', letterId);
    const rows = await this.#dispatches.ofLetter(this.#manager, letterId, {
      afterId: after?.[0] ?? null,
      limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, ({ id }) => [id]).map((row) => LetterDispatchResponse.of(row));
  }

  async #refuse(
    manager: EntityManager,
    { letter, application }: OpenedLetter,
    request: AnnounceLetterRequest,
  ): Promise<void> {
    if (letter.sentOn === null) throw letterNotSent('Maak de brief eerst bekend.');
    const again = { kind: letter.kind, sentOn: null, isVoid: false, madeOn: letter.sentOn };
    await this.#channels.refuse(manager, application, again, request);
  }
}
