import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import { KeyWrap } from '../platform/encryption/key-wrap.ts';
import { CaseKeyEntity } from './case-key.entity.ts';
import { CaseKey } from './case-key.ts';

interface StoredKey {
  readonly caseId: string;
  readonly keyId: string | null;
  readonly wrapped: Buffer | null;
}

const readKeys = {
  name: 'case-keys',
  text: 'SELECT case_id AS "caseId", key_id AS "keyId", wrapped FROM case_key WHERE case_id = ANY($1)',
};

/** What binds a wrapped key to its case, so that it cannot be put to use for another one. */
export function wrapContext(caseId: string): string {
  return `case_key:${caseId}`;
}

/**
 * Makes, gives and destroys the data keys of cases. Keys are remembered for the length of a transaction and no
 * longer, so that what was destroyed is nowhere to be had.
 */
@Injectable()
export class CaseKeys {
  readonly #wrap: KeyWrap;
  readonly #clock: Clock;
  readonly #ofTransaction = new WeakMap<EntityManager, Map<string, CaseKey>>();

  constructor(wrap: KeyWrap, clock: Clock) {
    this.#wrap = wrap;
    this.#clock = clock;
  }

  /** Makes the key of a new case. */
  create(manager: EntityManager, caseId: string): CaseKey {
    const { secret, stored } = this.#wrap.make(wrapContext(caseId));
    const key = new CaseKey(caseId, secret);
    insertRows(manager, CaseKeyEntity, [{ caseId, ...stored, destroyedAt: null }]);
    this.#remember(manager, [key]);
    return key;
  }

  /** The key of a case that was made or read earlier in this transaction. */
  held(manager: EntityManager, caseId: string): CaseKey {
    const key = this.#ofTransaction.get(manager)?.get(caseId);
    return present(key, 'who writes about a case has opened it in the same transaction');
  }

  /** The key of a case; null when it was destroyed. */
  async find(manager: EntityManager, caseId: string): Promise<CaseKey | null> {
    return (await this.ofAll(manager, [caseId])).get(caseId) ?? null;
  }

  /** The key of a case that cannot have been destroyed, because the caller holds or has just read the case. */
  async of(manager: EntityManager, caseId: string): Promise<CaseKey> {
    return present(await this.find(manager, caseId), 'the case has its key');
  }

  /** The keys of several cases, by case; those that were destroyed are not among them. */
  async ofAll(manager: EntityManager, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseKey>> {
    const known = this.#ofTransaction.get(manager);
    const wanted = [...new Set(caseIds)];
    const missing = wanted.filter((caseId) => !known?.has(caseId));
    const read = missing.length === 0 ? [] : await this.#read(manager, missing);
    this.#remember(manager, read);
    const found = [...wanted.flatMap((caseId) => known?.get(caseId) ?? []), ...read];
    return new Map(found.map((key) => [key.caseId, key]));
  }

  /**
   * Destroys the key of a case: whatever was sealed with it can never be read again, wherever it stands.
   * @returns whether there still was a key
   */
  async destroy(manager: EntityManager, caseId: string): Promise<boolean> {
    this.#ofTransaction.get(manager)?.delete(caseId);
    const rows = await manager.query<[unknown[], number]>(
      `UPDATE case_key SET key_id = NULL, wrapped = NULL, destroyed_at = $2
       WHERE case_id = $1 AND wrapped IS NOT NULL`,
      [caseId, this.#clock.now()],
    );
    return rows[1] === 1;
  }

  async #read(manager: EntityManager, caseIds: readonly string[]): Promise<CaseKey[]> {
    const rows = await readRows<StoredKey>(manager, readKeys, [caseIds]);
    return rows.flatMap(({ caseId, keyId, wrapped }) =>
      keyId === null || wrapped === null
        ? []
        : [new CaseKey(caseId, this.#wrap.unwrap({ keyId, wrapped }, wrapContext(caseId)))],
    );
  }

  /** Only what works in a transaction has a query runner of its own, which ends with it. */
  #remember(manager: EntityManager, keys: readonly CaseKey[]): void {
    if (manager.queryRunner === undefined) return;
    const known = this.#ofTransaction.get(manager) ?? new Map<string, CaseKey>();
    for (const key of keys) known.set(key.caseId, key);
    this.#ofTransaction.set(manager, known);
  }
}
