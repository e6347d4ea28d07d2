import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../platform/database/transactions.ts';
import { BudgetChain } from './domain/proof/budget-chain.ts';
import type { LedgerFault } from './domain/proof/chain-fault.ts';
import { crossChecks } from './domain/proof/cross-checks.ts';
import { paperChainId, paperFault } from './domain/proof/paper-chain.ts';
import { limitFault } from './domain/proof/limit-chain.ts';
import { type ChainHead, LedgerHeadEntity } from './ledger-head.entity.ts';
import { headHash } from './ledger-heads.service.ts';
import { ProofRows } from './proof-rows.service.ts';

/** What a check of the ledger came to. */
export interface Verification {
  readonly budgetCount: number;
  readonly entryCount: number;
  readonly headCount: number;
  /** The first thing that is wrong, or null. */
  readonly fault: LedgerFault | null;
}

/** A head that was published, as somebody outside kept it. */
export interface PublishedHead {
  readonly day: string;
  readonly hash: string;
  readonly chains: readonly ChainHead[];
}

type Expected = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** Plays the whole ledger again and compares it with what is stored, at one moment, while the service goes on. */
@Injectable()
export class LedgerVerifier {
  readonly #transactions: Transactions;
  readonly #rows: ProofRows;

  constructor(transactions: Transactions, rows: ProofRows) {
    this.#transactions = transactions;
    this.#rows = rows;
  }

  /**
   * Finds the first fault.
   * @param published heads that were kept outside the database, besides those that it keeps itself
   * @param more checks of higher modules, on the same moment
   */
  verify(
    published: readonly PublishedHead[] = [],
    more: (manager: EntityManager) => Promise<LedgerFault | null> = () => Promise.resolve(null),
  ): Promise<Verification> {
    return this.#transactions.run(async (manager) => {
      // Balances and entries must be of the same moment.
      await manager.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const stored = await manager.find(LedgerHeadEntity, { order: { day: 'ASC' } });
      const heads = [...stored, ...published];
      const expected = expectedHashes(heads);
      let entryCount = 0;
      const budgets = await this.#rows.budgets(manager);
      const papers = await this.#rows.papers(manager);
      const chains = [...budgets, ...(await this.#rows.limits(manager)), { id: paperChainId }];
      const missing = missingChain(heads, chains);
      let fault = headFault(heads) ?? missing;
      for (const budget of budgets) {
        if (fault) break;
        const chain = new BudgetChain(budget, expected.get(budget.id) ?? new Map());
        for await (const entry of this.#rows.entries(manager, budget.id)) {
          entryCount += 1;
          fault = chain.add(entry);
          if (fault) break;
        }
        fault ??= chain.end(await this.#rows.grants(manager, budget.id));
      }
      fault ??= await this.#limitFault(manager, expected);
      fault ??= paperFault(papers, expected.get(paperChainId) ?? new Map());
      fault ??= await crossFault(manager);
      fault ??= await more(manager);
      return { budgetCount: budgets.length, entryCount, headCount: heads.length, fault };
    });
  }

  async #limitFault(manager: EntityManager, expected: Expected): Promise<LedgerFault | null> {
    for (const limit of await this.#rows.limits(manager)) {
      const entries = await this.#rows.limitEntries(manager, limit.id);
      const fault = limitFault(limit, entries, expected.get(limit.id) ?? new Map());
      if (fault) return fault;
    }
    return null;
  }
}

async function crossFault(manager: EntityManager): Promise<LedgerFault | null> {
  for (const { rule, detail, statement } of crossChecks) {
    const [found] = await manager.query<{ place: string }[]>(statement);
    if (found) return { place: found.place, rule, detail };
  }
  return null;
}

function expectedHashes(heads: readonly PublishedHead[]): Expected {
  const expected = new Map<string, Map<number, string>>();
  for (const { id, version, hash } of heads.flatMap(({ chains }) => chains)) {
    const known = expected.get(id) ?? new Map<number, string>();
    // Two heads that disagree on one link cannot both be true; an impossible hash is then found at that link.
    known.set(version, known.has(version) && known.get(version) !== hash ? 'tegenstrijdig' : hash);
    expected.set(id, known);
  }
  return expected;
}

function headFault(heads: readonly PublishedHead[]): LedgerFault | null {
  const wrong = heads.find(({ day, chains, hash }) => headHash(day, chains) !== hash);
  if (!wrong) return null;
  const detail = 'De hash van de dag past niet bij de ketens die erin staan.';
  return { place: `kop van ${wrong.day}`, rule: 'head-hash', detail };
}

function missingChain(
  heads: readonly PublishedHead[],
  present: readonly { id: string }[],
): LedgerFault | null {
  const known = new Set(present.map(({ id }) => id));
  const gone = heads.flatMap(({ chains }) => chains).find(({ id }) => !known.has(id));
  if (!gone) return null;
  const detail = 'Deze keten is gepubliceerd en bestaat niet meer.';
  return { place: `keten ${gone.id}`, rule: 'published-head', detail };
}
