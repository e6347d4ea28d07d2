import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { statementsOf } from '../platform/database/sent-statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { BlindIndex } from '../platform/encryption/blind-index.ts';
import { KeyWrap } from '../platform/encryption/key-wrap.ts';
import { CaseKeys, wrapContext } from './case-keys.service.ts';
import { type SearchField, searchFields, secretPlace, type SecretField } from './case-secrets.service.ts';
import { SearchIndex } from './search-index.service.ts';

interface OldKey {
  readonly caseId: string;
  readonly keyId: string;
  readonly wrapped: Buffer;
}

interface OldIndex {
  readonly caseId: string;
  readonly field: SecretField;
  readonly sealed: Buffer;
}

/** How far a rotation has come. */
export interface Rotated {
  readonly caseKeys: number;
  readonly indexes: number;
}

const oldKeys = `
  SELECT case_id AS "caseId", key_id AS "keyId", wrapped FROM case_key
  WHERE case_id > $1 AND key_id <> $2 ORDER BY case_id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED`;
const storeKeys = `
  UPDATE case_key SET key_id = $1, wrapped = fresh.wrapped
  FROM unnest($2::uuid[], $3::bytea[]) AS fresh (case_id, wrapped) WHERE case_key.case_id = fresh.case_id`;
const oldIndexes = `
  SELECT case_id AS "caseId", field, sealed FROM case_secret
  WHERE (case_id, field) > ($1, $2) AND index_key_id <> $3 ORDER BY case_id, field LIMIT $4
  FOR NO KEY UPDATE SKIP LOCKED`;
const storeIndexes = `
  UPDATE case_secret SET index_key_id = $1, index_digest = fresh.digest
  FROM unnest($2::uuid[], $3::text[], $4::bytea[]) AS fresh (case_id, field, digest)
  WHERE case_secret.case_id = fresh.case_id AND case_secret.field = fresh.field`;
const remaining = `
  SELECT (SELECT count(*) FROM case_key WHERE key_id <> $1) AS "caseKeys",
    (SELECT count(*) FROM case_secret WHERE index_key_id <> $2) AS indexes`;

// What a crash of the database would undo, is done again by the next run.
const withoutWaiting = 'SET LOCAL synchronous_commit TO off';
const nil = '00000000-0000-0000-0000-000000000000';

/**
 * Brings case keys and blind indexes under the keys that come first in the configuration, in short transactions
 * while the service runs. What was done is done: after an interruption the next run goes on with what is left.
 */
@Injectable()
export class KeyRotation {
  readonly #manager: EntityManager;
  readonly #transactions: Transactions;
  readonly #wrap: KeyWrap;
  readonly #index: BlindIndex;
  readonly #keys: CaseKeys;
  readonly #search: SearchIndex;

  constructor(
    manager: EntityManager,
    transactions: Transactions,
    wrap: KeyWrap,
    index: BlindIndex,
    keys: CaseKeys,
    search: SearchIndex,
  ) {
    this.#manager = manager;
    this.#transactions = transactions;
    this.#wrap = wrap;
    this.#index = index;
    this.#keys = keys;
    this.#search = search;
  }

  /**
   * Goes through all cases once.
   * @param batchSize rows per transaction; those of a batch cannot be destroyed or changed while it runs
   * @param pause called after every batch with its length in milliseconds, to leave room for others
   * @throws Error when rows are under a key that is not configured any more
   */
  async rotate(batchSize: number, pause: (milliseconds: number) => Promise<void>): Promise<Rotated> {
    let caseKeys = 0;
    let indexes = 0;
    for (let after: string | undefined = nil; after !== undefined;) {
      const startedAt = performance.now();
      const batch: readonly OldKey[] = await this.#rewrap(after, batchSize);
      caseKeys += batch.length;
      after = batch.at(-1)?.caseId;
      if (after !== undefined) await pause(performance.now() - startedAt);
    }
    for (let after: Pick<OldIndex, 'caseId' | 'field'> | undefined = { caseId: nil, field: 'bsn' }; after;) {
      const startedAt = performance.now();
      const batch: readonly OldIndex[] = await this.#reindex(after, batchSize);
      indexes += batch.length;
      after = batch.at(-1);
      if (after) await pause(performance.now() - startedAt);
    }
    return { caseKeys, indexes };
  }

  /** What is still under older keys; zero and zero when these can be taken out of the configuration. */
  async remaining(): Promise<Rotated> {
    const current = [this.#wrap.currentKeyId, this.#index.currentKeyId];
    const [row] = await this.#manager.query<Rotated[]>(remaining, current);
    return { caseKeys: Number(row?.caseKeys), indexes: Number(row?.indexes) };
  }

  #rewrap(after: string, limit: number): Promise<OldKey[]> {
    const { currentKeyId } = this.#wrap;
    return this.#transactions.run(async (manager) => {
      void statementsOf(manager).send(withoutWaiting);
      const rows = await manager.query<OldKey[]>(oldKeys, [after, currentKeyId, limit]);
      const fresh = rows.map((row) => this.#wrap.rewrap(row, wrapContext(row.caseId)).wrapped);
      if (rows.length > 0) {
        await manager.query(storeKeys, [currentKeyId, rows.map(({ caseId }) => caseId), fresh]);
      }
      return rows;
    });
  }

  #reindex(after: Pick<OldIndex, 'caseId' | 'field'>, limit: number): Promise<OldIndex[]> {
    const { currentKeyId } = this.#index;
    return this.#transactions.run(async (manager) => {
      void statementsOf(manager).send(withoutWaiting);
      const rows = await manager.query<OldIndex[]>(oldIndexes, [
        after.caseId,
        after.field,
        currentKeyId,
        limit,
      ]);
      const caseIds = rows.map(({ caseId }) => caseId);
      const keys = await this.#keys.ofAll(manager, caseIds);
      const opened = rows.map(({ caseId, field, sealed }) => {
        const key = present(keys.get(caseId), 'secrets go before their key');
        return { caseId, field, content: key.open<string>(sealed, secretPlace(caseId, field)) };
      });
      this.#search.recompute(manager, opened.filter(isSearched));
      const digests = opened.map(({ field, content }) => this.#index.of(field, content).digest);
      const fields = rows.map(({ field }) => field);
      if (rows.length > 0) await manager.query(storeIndexes, [currentKeyId, caseIds, fields, digests]);
      return rows;
    });
  }
}

function isSearched<Opened extends { field: SecretField }>(
  opened: Opened,
): opened is Opened & { field: SearchField } {
  return (searchFields as readonly SecretField[]).includes(opened.field);
}
