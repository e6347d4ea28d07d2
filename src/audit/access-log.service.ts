import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { statementsOf } from '../platform/database/sent-statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import type { RequestContext } from '../platform/http/request-context.ts';
import type { AuditEntryEntity } from './audit-entry.entity.ts';
import { storeEntries } from './audit-log.service.ts';

/** That somebody looked at something, or was refused. */
export interface Access {
  readonly actor: Actor;
  readonly action: string;
  readonly outcome: 'read' | 'denied';
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly request: RequestContext;
  readonly detail: Readonly<Record<string, unknown>>;
}

const mostPerBatch = 200;

/**
 * Records who looked at what, and what was refused, in transactions of its own: the request's may have been rolled
 * back, and a read has none. What comes in while a batch is written forms the next batch, so that under load many
 * reads share one transaction. Such a batch does not wait for the disk; a crash of the database may lose the last
 * half second of it, and never anything that was done.
 */
@Injectable()
export class AccessLog {
  readonly #transactions: Transactions;
  readonly #clock: Clock;
  #waiting: AuditEntryEntity[] = [];
  #next: Promise<void> | null = null;
  #current: Promise<void> = Promise.resolve();

  constructor(transactions: Transactions, clock: Clock) {
    this.#transactions = transactions;
    this.#clock = clock;
  }

  /** Fulfilled when it has been written. @throws DomainError when the database cannot be reached */
  record(access: Access): Promise<void> {
    this.#waiting.push(this.#entry(access));
    if (this.#next) return this.#next;
    const next = this.#current.then(() => this.#writeWaiting());
    this.#next = next;
    this.#current = next.catch(() => undefined);
    return next;
  }

  async #writeWaiting(): Promise<void> {
    this.#next = null;
    const entries = this.#waiting;
    this.#waiting = [];
    for (let start = 0; start < entries.length; start += mostPerBatch) {
      await this.#transactions.run((manager) => {
        void statementsOf(manager).send('SET LOCAL synchronous_commit TO off');
        // Statements are prepared per number of rows; a few numbers are enough.
        for (const part of inPowersOfTwo(entries.slice(start, start + mostPerBatch)))
          storeEntries(manager, part);
        return Promise.resolve();
      });
    }
  }

  #entry({ actor, action, outcome, subjectKind, subjectId, request, detail }: Access): AuditEntryEntity {
    return {
      id: newId(),
      recordedAt: this.#clock.now(),
      actorSubject: actor.subject,
      actorRoles: [...actor.roles],
      onBehalfOf: actor.represents?.subject ?? request.onBehalfOf?.subject ?? null,
      ...{ action, outcome, subjectKind, subjectId },
      caseId: request.caseId ?? (subjectKind === 'application' ? subjectId : null),
      requestId: request.requestId,
      traceId: request.traceId,
      changedFields: [],
      detail,
    };
  }
}

function inPowersOfTwo<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < items.length;) {
    const size = 2 ** Math.floor(Math.log2(items.length - start));
    parts.push(items.slice(start, start + size));
    start += size;
  }
  return parts;
}
