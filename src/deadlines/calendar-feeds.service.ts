import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { addDays } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { CalendarFeedEntity } from './calendar-feed.entity.ts';
import { CalendarFeedResponse, NewCalendarFeedResponse } from './calendar-feed.response.ts';
import { deadlineProblems, refused } from './domain/deadlines.problems.ts';
import { reachesOf } from './due-list.service.ts';

const daysOfLife = 365;
const addressForm = /^([0-9a-f]{48})\.ics$/;

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** One answer for an address that never was, was revoked or has ended. */
export function calendarNotFound(): DomainError {
  const detail = 'Deze agenda is er niet, of niet meer. Maak een nieuwe.';
  return DomainError.of(deadlineProblems, 'calendar-not-found', detail);
}

/** Makes, lists and revokes the secret addresses of somebody's calendars. */
@Injectable()
export class CalendarFeeds {
  readonly #manager: EntityManager;
  readonly #transactions: Transactions;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(manager: EntityManager, transactions: Transactions, audit: AuditLog, clock: Clock) {
    this.#manager = manager;
    this.#transactions = transactions;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Makes an address that reaches as far as the caller does now. */
  async make(actor: Actor, claim: IdempotencyClaim): Promise<NewCalendarFeedResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const secret = randomBytes(24).toString('hex');
        const feed = Object.assign(new CalendarFeedEntity(), {
          ...{ id: newId(), version: 1, subject: actor.subject, secretHash: hashOf(secret) },
          reaches: reachesOf(actor),
          createdAt: this.#clock.now(),
          endsOn: addDays(this.#clock.today(), daysOfLife),
          revokedAt: null,
        });
        await manager.insert(CalendarFeedEntity, feed);
        this.#record(manager, actor, feed, 'made');
        return NewCalendarFeedResponse.at(feed, `/v1/calendars/${secret}.ics`);
      },
      roleSuffices,
    );
    return answer;
  }

  /** The caller's own, also those that were revoked; never with their address. */
  async list(actor: Actor, query: PageQuery): Promise<Page<CalendarFeedResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = this.#manager
      .createQueryBuilder(CalendarFeedEntity, 'feed')
      .where('feed.subject = :subject', { subject: actor.subject })
      .orderBy('feed.id')
      .limit(query.limit + 1);
    if (after !== null) rows.andWhere('feed.id > :after', { after: after[0] });
    return pageOf(await rows.getMany(), query.limit, ({ id }) => [id]).map((feed) =>
      CalendarFeedResponse.of(feed),
    );
  }

  /** Ends an address at once. @throws DomainError `calendar-not-found` or `calendar-revoked` */
  async revoke(
    actor: Actor,
    claim: IdempotencyClaim,
    feedId: string,
    expectedVersion: number,
  ): Promise<CalendarFeedResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const feed = await manager.findOne(CalendarFeedEntity, {
          where: { id: feedId, subject: actor.subject },
          lock: { mode: 'pessimistic_write' },
        });
        if (!feed) throw calendarNotFound();
        requireVersion(expectedVersion, feed.version);
        if (feed.revokedAt !== null) {
          throw refused({ code: 'calendar-revoked', detail: 'Dit adres werkt al niet meer.' });
        }
        const changes = { revokedAt: this.#clock.now(), version: feed.version + 1 };
        await manager.update(CalendarFeedEntity, feed.id, changes);
        this.#record(manager, actor, feed, 'revoked');
        return CalendarFeedResponse.of(Object.assign(feed, changes));
      },
      roleSuffices,
    );
    return answer;
  }

  /** The feed of an address that works today. @throws DomainError `calendar-not-found` */
  async find(address: string): Promise<CalendarFeedEntity> {
    const secret = addressForm.exec(address)?.[1];
    const feed =
      secret === undefined
        ? null
        : await this.#manager.findOneBy(CalendarFeedEntity, { secretHash: hashOf(secret) });
    if (!feed || feed.revokedAt !== null || feed.endsOn < this.#clock.today()) throw calendarNotFound();
    return feed;
  }

  #record(manager: EntityManager, actor: Actor, { id, endsOn }: CalendarFeedEntity, what: string): void {
    this.#audit.record(manager, actor, {
      action: 'calendar-feed:manage',
      subjectKind: 'calendar-feed',
      subjectId: id,
      detail: { what, endsOn },
    });
  }
}
