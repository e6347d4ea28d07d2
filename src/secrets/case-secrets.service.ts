import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { statementsOf } from '../platform/database/sent-statements.ts';
import { BlindIndex } from '../platform/encryption/blind-index.ts';
import type { CaseKey } from './case-key.ts';

/** What is kept apart from the rest of a case: read by few, and found again by blind index. */
export type SecretField = 'bsn' | 'iban' | LikenessField | SearchField;

/** What tells that two cases may be about the same: found by its index, and read by nobody. */
export const likenessFields = ['applicant', 'address', 'area', 'activity'] as const;

export type LikenessField = (typeof likenessFields)[number];

/** The words by which a case is found, apart by who keeps them: see `SearchIndex`. */
export const searchFields = ['search-application', 'search-people'] as const;

export type SearchField = (typeof searchFields)[number];

const storeSecretText = `
  INSERT INTO case_secret (case_id, field, sealed, index_key_id, index_digest) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (case_id, field) DO UPDATE SET
    sealed = excluded.sealed, index_key_id = excluded.index_key_id, index_digest = excluded.index_digest`;
const storeLikenessText = `
  INSERT INTO case_secret (case_id, field, sealed, index_key_id, index_digest)
  SELECT $1, * FROM unnest($2::text[], $3::bytea[], $4::text[], $5::bytea[])
  ON CONFLICT (case_id, field) DO UPDATE SET
    sealed = excluded.sealed, index_key_id = excluded.index_key_id, index_digest = excluded.index_digest`;
const storeLikeness = { name: 'store-case-likeness', text: storeLikenessText };
const storeSecret = { name: 'store-case-secret', text: storeSecretText };

/** What binds a sealed secret to its case and field. */
export function secretPlace(caseId: string, field: SecretField): string {
  return `case_secret.${field}:${caseId}`;
}

/**
 * Keeps account numbers and citizen service numbers, each sealed with the key of its case in a table of their own:
 * a list of cases reads none of them.
 */
@Injectable()
export class CaseSecrets {
  readonly #index: BlindIndex;

  constructor(index: BlindIndex) {
    this.#index = index;
  }

  /** @param value in its one written form: without spaces, in capitals */
  put(manager: EntityManager, key: CaseKey, field: SecretField, value: string): void {
    const { caseId } = key;
    const sealed = key.seal(value, secretPlace(caseId, field));
    const { keyId, digest } = this.#index.of(field, value);
    void statementsOf(manager).send({ ...storeSecret, values: [caseId, field, sealed, keyId, digest] });
  }

  /**
   * Keeps what tells that two cases may be about the same, all at once.
   * @param values each in its one written form
   */
  putLikeness(manager: EntityManager, key: CaseKey, values: Readonly<Record<LikenessField, string>>): void {
    const { caseId } = key;
    const rows = likenessFields.map((field) => {
      const { keyId, digest } = this.#index.of(field, values[field]);
      return { field, sealed: key.seal(values[field], secretPlace(caseId, field)), keyId, digest };
    });
    const columns = [
      rows.map(({ field }) => field),
      rows.map(({ sealed }) => sealed),
      rows.map(({ keyId }) => keyId),
      rows.map(({ digest }) => digest),
    ];
    void statementsOf(manager).send({ ...storeLikeness, values: [caseId, ...columns] });
  }

  /** The value, or null when the case has none. */
  async read(manager: EntityManager, key: CaseKey, field: SecretField): Promise<string | null> {
    const rows = await manager.query<{ sealed: Buffer }[]>(
      'SELECT sealed FROM case_secret WHERE case_id = $1 AND field = $2',
      [key.caseId, field],
    );
    return rows[0] ? key.open<string>(rows[0].sealed, secretPlace(key.caseId, field)) : null;
  }

  remove(manager: EntityManager, caseId: string, field: SecretField): void {
    const text = 'DELETE FROM case_secret WHERE case_id = $1 AND field = $2';
    void statementsOf(manager).send({ text, values: [caseId, field] });
  }

  /** Removes every secret of a case, with its indexes and the words by which it was found. */
  removeAll(manager: EntityManager, caseId: string): void {
    for (const table of ['case_search_word', 'case_secret']) {
      void statementsOf(manager).send({ text: `DELETE FROM ${table} WHERE case_id = $1`, values: [caseId] });
    }
  }

  /** The cases that hold this value, also while a change of index key is going on. */
  async casesWith(manager: EntityManager, field: SecretField, value: string): Promise<string[]> {
    const candidates = this.#index.candidates(field, value);
    const rows = await manager.query<{ caseId: string }[]>(
      `SELECT case_id AS "caseId" FROM case_secret
       WHERE field = $1 AND (index_key_id, index_digest) IN (SELECT * FROM unnest($2::text[], $3::bytea[]))
       ORDER BY case_id`,
      [field, candidates.map(({ keyId }) => keyId), candidates.map(({ digest }) => digest)],
    );
    return rows.map(({ caseId }) => caseId);
  }
}
