import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { type ChainHead, emptyChain, type EntryContent, sealAll } from './domain/audit-chain.ts';
import { contentOfEntry } from './stored-chain.ts';

interface WaitingEntry {
  readonly id: string;
  readonly content: EntryContent;
}

const intervalMilliseconds = 2_000;
const batchSize = 500;

// Of the database, hence with the schema: each municipality has a chain of its own.
const takeTurn = `SELECT pg_try_advisory_xact_lock(hashtext('audit_seal'), hashtext(current_schema())) AS taken`;
const waiting = `
  SELECT entry.id, ${contentOfEntry} AS content
  FROM audit_unsealed JOIN audit_entry AS entry ON entry.id = audit_unsealed.entry_id
  ORDER BY entry.recorded_at, entry.id LIMIT ${batchSize}`;
const head = 'SELECT sequence, hash FROM audit_seal ORDER BY sequence DESC LIMIT 1';
const storeSeals = `
  INSERT INTO audit_seal (sequence, entry_id, sealed_at, previous_hash, hash)
  SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::timestamptz[], $4::bytea[], $5::bytea[])`;
const stopWaiting = 'DELETE FROM audit_unsealed WHERE entry_id = ANY($1)';

/**
 * Chains committed entries, some seconds after they were written: no request waits for the one before it. Of several
 * processes one seals at a time; the others pass their turn.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #transactions: Transactions;
  readonly #clock: Clock;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(transactions: Transactions, clock: Clock) {
    this.#transactions = transactions;
    this.#clock = clock;
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      // A failure is not followed up: the next turn does the same work.
      this.#running = this.#running.then(() => this.sealWaiting()).catch(() => undefined);
    }, intervalMilliseconds);
    this.#timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Seals what is waiting, unless another process is doing so. @returns how many entries were sealed */
  async sealWaiting(): Promise<number> {
    for (let total = 0; ;) {
      const sealed = await this.#transactions.run((manager) => this.#sealBatch(manager));
      total += sealed;
      if (sealed < batchSize) return total;
    }
  }

  async #sealBatch(manager: EntityManager): Promise<number> {
    const [turn] = await manager.query<{ taken: boolean }[]>(takeTurn);
    if (!turn?.taken) return 0;
    const entries = await manager.query<WaitingEntry[]>(waiting);
    if (entries.length === 0) return 0;
    const [last = emptyChain] = await manager.query<ChainHead[]>(head);
    const seals = sealAll(last, entries, microseconds(this.#clock.now()));
    await manager.query(storeSeals, [
      seals.map(({ sequence }) => sequence),
      seals.map(({ entryId }) => entryId),
      seals.map(({ sealedAt }) => sealedAt),
      seals.map(({ previousHash }) => previousHash),
      seals.map(({ hash }) => hash),
    ]);
    await manager.query(stopWaiting, [entries.map(({ id }) => id)]);
    return entries.length;
  }
}

/** The form in which the database writes the moment back. */
function microseconds(instant: Date): string {
  return instant.toISOString().replace('Z', '000Z');
}
