import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import {
  type ChainFault,
  type ChainHead,
  emptyChain,
  followChain,
  type FoundLink,
} from './domain/audit-chain.ts';
import { contentOfEntry, sealedAtOfSeal } from './stored-chain.ts';

/** What came of following the chain. */
export type Verification =
  | { readonly kind: 'intact'; readonly head: ChainHead; readonly checkedCount: number }
  | { readonly kind: 'broken'; readonly fault: ChainFault };

const batchSize = 2_000;

const links = `
  SELECT seal.sequence, seal.entry_id AS "entryId", ${sealedAtOfSeal} AS "sealedAt",
    seal.previous_hash AS "previousHash", seal.hash,
    CASE WHEN entry.id IS NOT NULL THEN ${contentOfEntry} END AS content
  FROM audit_seal AS seal LEFT JOIN audit_entry AS entry ON entry.id = seal.entry_id
  WHERE seal.sequence > $1 ORDER BY seal.sequence LIMIT ${batchSize}`;
const headAt = 'SELECT sequence, hash FROM audit_seal WHERE sequence = $1';
const lastSequence = 'SELECT coalesce(max(sequence), 0)::bigint AS sequence FROM audit_seal';
// In one statement, so that an entry that is being sealed meanwhile is seen before or after, and not in between.
const outsideChain = `
  SELECT 'unsealed' AS kind, entry.id AS "entryId" FROM audit_entry AS entry
  WHERE NOT EXISTS (SELECT FROM audit_seal WHERE entry_id = entry.id)
    AND NOT EXISTS (SELECT FROM audit_unsealed WHERE entry_id = entry.id)
  UNION ALL
  SELECT 'missing', entry_id FROM audit_unsealed
  WHERE NOT EXISTS (SELECT FROM audit_entry WHERE id = entry_id)
  LIMIT 1`;

/** Follows the chain of the audit log, and finds the first row that is not as it was sealed. */
@Injectable()
export class AuditVerifier {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** Follows the whole chain, and looks for entries that stand outside it. */
  async verify(): Promise<Verification> {
    const followed = await this.#follow(emptyChain);
    if (followed.kind === 'broken') return followed;
    const [stray] = await this.#manager.query<Pick<ChainFault, 'kind' | 'entryId'>[]>(outsideChain);
    return stray ? { kind: 'broken', fault: { ...stray, sequence: null } } : followed;
  }

  /** Follows the last links alone; how many at most, is given. */
  async verifyLast(count: number): Promise<Verification> {
    const [last] = await this.#manager.query<{ sequence: number }[]>(lastSequence);
    const before = Math.max(0, (last?.sequence ?? 0) - count);
    const head = before === 0 ? emptyChain : await this.headAt(before);
    if (head) return this.#follow(head);
    return { kind: 'broken', fault: { kind: 'missing', sequence: before, entryId: null } };
  }

  /** What the chain came to at a place in it, to compare with what somebody noted down; null when it is not there. */
  async headAt(sequence: number): Promise<ChainHead | null> {
    const [head] = await this.#manager.query<ChainHead[]>(headAt, [sequence]);
    return head ?? null;
  }

  async #follow(start: ChainHead): Promise<Verification> {
    for (let head = start; ;) {
      const found = await this.#manager.query<FoundLink[]>(links, [head.sequence]);
      const followed = followChain(head, found);
      if ('kind' in followed) return { kind: 'broken', fault: followed };
      head = followed;
      if (found.length < batchSize) {
        return { kind: 'intact', head, checkedCount: head.sequence - start.sequence };
      }
    }
  }
}
