import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import { present } from '../kernel/assert.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { paperChainId } from './domain/proof/paper-chain.ts';
import { type ChainHead, LedgerHeadEntity } from './ledger-head.entity.ts';
import { LedgerHeadResponse } from './ledger-head.response.ts';

const chainsStatement = `
  SELECT 'budget' AS kind, id, version, encode(head_hash, 'hex') AS hash FROM budget WHERE version > 0
  UNION ALL
  SELECT 'limit', id, version, encode(head_hash, 'hex') FROM ledger_limit WHERE version > 0
  UNION ALL
  SELECT 'papers', $1::uuid, sequence, encode(hash, 'hex') FROM ledger_paper
    WHERE sequence = (SELECT max(sequence) FROM ledger_paper)
  ORDER BY kind, id`;

/** The hash over all chains of a day, in a form that anybody can make again. */
export function headHash(day: string, chains: readonly ChainHead[]): string {
  const lines = chains.map(({ kind, id, version, hash }) => `${kind} ${id} ${version} ${hash}`);
  return createHash('sha256')
    .update([day, ...lines].join('\n'))
    .digest('hex');
}

/**
 * Keeps the heads of all hash chains at the end of a day, to be published: who has a published head can see whether
 * entries from before it were changed or removed, by whomever.
 */
@Injectable()
export class LedgerHeads {
  readonly #transactions: Transactions;
  readonly #manager: EntityManager;
  readonly #clock: Clock;

  constructor(transactions: Transactions, manager: EntityManager, clock: Clock) {
    this.#transactions = transactions;
    this.#manager = manager;
    this.#clock = clock;
  }

  /** Seals the chains as they are now, as the head of today; a day has one, and the first stays. */
  async seal(): Promise<LedgerHeadResponse> {
    const day = this.#clock.today();
    const head = await this.#transactions.run(async (manager) => {
      const chains = await manager.query<ChainHead[]>(chainsStatement, [paperChainId]);
      const values = [day, this.#clock.now(), JSON.stringify(chains), headHash(day, chains)];
      await manager.query('INSERT INTO ledger_head VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', values);
      return present(await manager.findOneBy(LedgerHeadEntity, { day }), 'the head of today was sealed');
    });
    return LedgerHeadResponse.of(head);
  }

  /** Newest first. */
  async list({ after, limit }: PageQuery): Promise<Page<LedgerHeadResponse>> {
    const key = decodePageKey(after, ['date']);
    const query = this.#manager
      .createQueryBuilder(LedgerHeadEntity, 'head')
      .orderBy('head.day', 'DESC')
      .limit(limit + 1);
    if (key) query.where('head.day < :after', { after: key[0] });
    return pageOf(await query.getMany(), limit, (head) => [head.day]).map((head) =>
      LedgerHeadResponse.of(head),
    );
  }
}
