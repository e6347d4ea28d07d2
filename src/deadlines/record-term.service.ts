import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import type { CaseChange } from '../applications/held-cases.service.ts';
import { ClockChanges, type HeldClock } from './clock-changes.service.ts';
import { ClockLetters } from './clock-letters.service.ts';
import type { DeadlinesResponse } from './deadlines.response.ts';
import { DelayNoticeEntity } from './delay-notice.entity.ts';
import { type Refusal, refused } from './domain/deadlines.problems.ts';
import {
  delayBasisOf,
  delayRefusal,
  extensionRefusal,
  promiseRefusal,
  resumptionRefusal,
  suspensionRefusal,
} from './domain/record-checks.ts';
import { PromisedDateEntity } from './promised-date.entity.ts';
import type {
  EndSuspensionRequest,
  PromiseDateRequest,
  RecordDelayNoticeRequest,
  RecordExtensionRequest,
  RecordSuspensionRequest,
} from './record-clock.request.ts';
import { reasonPlace, type TableWithReason } from './sealed-reasons.ts';
import { TermSuspensionEntity } from './term-suspension.entity.ts';

function orRefuse(refusal: Refusal | null): void {
  if (refusal !== null) throw refused(refusal);
}

/** Records what makes the term to decide longer, lets it stand still, or stands beside it as a promise. */
@Injectable()
export class RecordTerm {
  readonly #changes: ClockChanges;
  readonly #letters: ClockLetters;
  readonly #keys: CaseKeys;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(changes: ClockChanges, letters: ClockLetters, keys: CaseKeys, audit: AuditLog, clock: Clock) {
    this.#changes = changes;
    this.#letters = letters;
    this.#keys = keys;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The one extension that the regulation allows. @throws DomainError `extension-not-allowed` and others */
  extend(change: CaseChange, { announcedOn, reason }: RecordExtensionRequest): Promise<DeadlinesResponse> {
    return this.#record(change, 'extension', async (manager, held) => {
      const today = this.#clock.today();
      orRefuse(extensionRefusal(held.clock, announcedOn ?? today, today));
      const weeks = held.clock.document.terms.extensionWeeks ?? null;
      const notice = { basis: 'scheme' as const, announcedOn: announcedOn ?? null, weeks, expectedOn: null };
      const letterId = await this.#insertNotice(manager, change, held, notice, reason);
      return { announcedOn, weeks, letterId };
    });
  }

  /** A notice that the decision comes later (Awb 4:14). @throws DomainError `expected-too-early` and others */
  delay(change: CaseChange, request: RecordDelayNoticeRequest): Promise<DeadlinesResponse> {
    return this.#record(change, 'delay-notice', async (manager, held) => {
      const { announcedOn = null, expectedOn, reason } = request;
      const today = this.#clock.today();
      orRefuse(delayRefusal(held.clock, { announcedOn: announcedOn ?? today, expectedOn }, today));
      const notice = { basis: delayBasisOf(held.clock), announcedOn, weeks: null, expectedOn };
      const letterId = await this.#insertNotice(manager, change, held, notice, reason);
      return { basis: notice.basis, announcedOn, expectedOn, letterId };
    });
  }

  /** A standstill (Awb 4:15(2)). @throws DomainError `already-suspended`, `term-over` and others */
  suspend(change: CaseChange, request: RecordSuspensionRequest): Promise<DeadlinesResponse> {
    return this.#record(change, 'suspension', (manager, { clock }) => {
      const { ground, startsAfter, until = null, reason } = request;
      orRefuse(suspensionRefusal(clock, { ground, startsAfter, until }, this.#clock.today()));
      const row = Object.assign(new TermSuspensionEntity(), {
        ...this.#frame(manager, change, 'term_suspension', reason),
        ...{ ground, startsAfter, until, endedBy: null },
      });
      insertRows(manager, TermSuspensionEntity, [row]);
      return { ground, startsAfter, until };
    });
  }

  /** The end of a standstill. @throws DomainError `not-suspended` or `day-not-possible` */
  resume(change: CaseChange, { until }: EndSuspensionRequest): Promise<DeadlinesResponse> {
    return this.#record(change, 'suspension-end', async (manager, { clock }) => {
      orRefuse(resumptionRefusal(clock, until, this.#clock.today()));
      await manager
        .createQueryBuilder()
        .update(TermSuspensionEntity)
        .set({ until, endedBy: change.actor.subject })
        .where('application_id = :id AND until IS NULL', { id: change.applicationId })
        .execute();
      return { until };
    });
  }

  /** A promise beside the legal term. @throws DomainError `day-not-possible` or `term-not-running` */
  promise(change: CaseChange, { promisedOn, reason }: PromiseDateRequest): Promise<DeadlinesResponse> {
    return this.#record(change, 'promise', (manager, { clock }) => {
      orRefuse(promiseRefusal(clock, promisedOn, this.#clock.today()));
      const frame = this.#frame(manager, change, 'promised_date', reason);
      insertRows(manager, PromisedDateEntity, [
        Object.assign(new PromisedDateEntity(), { ...frame, promisedOn }),
      ]);
      return { promisedOn };
    });
  }

  #record(
    change: CaseChange,
    what: string,
    write: (manager: EntityManager, held: HeldClock) => object | Promise<object>,
  ): Promise<DeadlinesResponse> {
    return this.#changes.make(change, 'term:record', async (manager, held) => {
      const detail = await write(manager, held);
      this.#audit.record(manager, change.actor, {
        action: 'term:record',
        subjectKind: 'application',
        subjectId: change.applicationId,
        detail: { what, ...detail },
      });
    });
  }

  /** Who was not told yet, is told in a letter. @returns the letter that lies ready, or null */
  async #insertNotice(
    manager: EntityManager,
    change: CaseChange,
    held: HeldClock,
    notice: Pick<DelayNoticeEntity, 'basis' | 'announcedOn' | 'weeks' | 'expectedOn'>,
    reason: string,
  ): Promise<string | null> {
    const letter =
      notice.announcedOn === null
        ? await this.#letters.delay(manager, change.actor, held, { ...notice, reason })
        : null;
    const row = { ...notice, letterId: letter?.id ?? null };
    const frame = this.#frame(manager, change, 'delay_notice', reason);
    insertRows(manager, DelayNoticeEntity, [Object.assign(new DelayNoticeEntity(), { ...frame, ...row })]);
    return row.letterId;
  }

  /** What every record has: who, when, about which case, and why. */
  #frame(
    manager: EntityManager,
    { actor, applicationId }: { readonly actor: Actor; readonly applicationId: string },
    table: TableWithReason,
    reason: string,
  ) {
    const id = newId();
    const reasonSealed = this.#keys.held(manager, applicationId).seal(reason, reasonPlace(table, id));
    return { id, applicationId, reasonSealed, recordedBy: actor.subject, recordedAt: this.#clock.now() };
  }
}
