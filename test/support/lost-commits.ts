import { newId } from '../../src/kernel/ids.ts';
import { cents } from '../../src/kernel/money.ts';
import { createDataSource } from '../../src/platform/database/data-source.ts';
import { type Claim, roleSuffices, Transactions } from '../../src/platform/database/transactions.ts';
import { openCuttingProxy } from './cutting-proxy.ts';
import { posting } from './test-budget.ts';
import { testCipher } from './test-database.ts';
import type { TestLedger } from './test-ledger.ts';

export interface LostCommits {
  /** How often the entry was there although nobody had heard of it. */
  readonly kept: number;
  /** How often nothing was there, so that asking again did it for the first time. */
  readonly doneAnew: number;
  readonly faults: readonly string[];
}

/**
 * Reserves one cent so many times over a line that is cut around the COMMIT, and asks again with the same key over
 * another line: each cent is reserved once.
 */
export async function loseCommits(
  ledger: TestLedger,
  budgetId: string,
  rounds: number,
): Promise<LostCommits> {
  const { database } = ledger;
  const outcome = { kept: 0, doneAnew: 0, faults: [] as string[] };
  for (let round = 0; round < rounds; round += 1) {
    const proxy = await openCuttingProxy(database.serviceUrl);
    const settings = { entities: [], migrations: [], poolSize: 1, applicationName: 'kernbudget cut off' };
    const cutOff = await createDataSource({ url: proxy.url, ...settings }).initialize();
    const id = newId();
    const claim: Claim = { subject: 'farid', route: 'POST /v1/x', key: id, bodyHash: 'body' };
    const reserve = (transactions: Transactions) =>
      transactions.runOnce(
        claim,
        async (manager) => {
          const hold = posting(budgetId, { movement: 'hold', grantId: null, amountCents: cents(1) });
          ledger.ledger.post(manager, await ledger.ledger.lock(manager, [budgetId]), [hold]);
          return { id };
        },
        roleSuffices,
      );
    proxy.arm(round % 2 === 0 ? 'after' : 'before');
    const heard = await reserve(new Transactions(cutOff, testCipher(), {})).catch(
      (error: unknown) => (error as { code?: string }).code,
    );
    if (heard !== 'database-unreachable') outcome.faults.push(`round ${round}: ${JSON.stringify(heard)}`);
    const { answer, replayed } = await reserve(database.transactions);
    if (answer.id !== id) outcome.faults.push(`round ${round}: the answer of another`);
    outcome[replayed ? 'kept' : 'doneAnew'] += 1;
    await cutOff.destroy().catch(() => undefined);
    proxy.close();
  }
  return outcome;
}
