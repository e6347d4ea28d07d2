import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accounts } from '../../src/budgets/domain/position.ts';
import { columnOf } from '../../src/budgets/account-names.ts';
import { JournalExport } from '../../src/budgets/journal-export.service.ts';
import { accountNames } from '../../src/budgets/domain/account-words.ts';
import { ProofRows } from '../../src/budgets/proof-rows.service.ts';
import { KernenService } from '../../src/kernen/kernen.service.ts';
import { mixedLoad } from '../support/mixed-load.ts';
import startDatabase from '../support/start-database.ts';
import stopDatabase from '../support/stop-database.ts';
import { createLedger, type TestLedger } from '../support/test-ledger.ts';

const kernCodes = ['asch', 'ingen', 'lienden', 'zoelen'];

async function load(ledger: TestLedger): Promise<void> {
  await ledger.allocate(Object.fromEntries(kernCodes.map((code) => [code, 2000])));
  const { dataSource, transactions } = ledger.database;
  await mixedLoad(
    {
      ...{ transactions, ledger: ledger.ledger },
      budgetIds: await Promise.all(kernCodes.map((code) => ledger.budgetId(code))),
      query: (sql, values) => dataSource.query(sql, values),
    },
    { clients: 8, steps: 60, seed: 11 },
  );
}

/** Adds the journal up with hledger. @returns cents by account; accounts that are zero are left out */
function addedUp(file: string): Map<string, number> {
  const text = execFileSync('hledger', ['-f', file, 'balance', '--flat', '-O', 'csv', '--no-total'], {
    encoding: 'utf8',
  });
  const lines = text.trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [, account = '', , digits = ''] = /^"(.*)","(EUR )?(-?[0-9.]+)"$/.exec(line) ?? [];
      return [account, Math.round(Number(digits) * 100)];
    }),
  );
}

async function storedBalances(ledger: TestLedger): Promise<Map<string, number>> {
  const rows = await ledger.database.asOwner<Record<string, string>>(
    `SELECT budget.*, kern.code AS kern_code, regulation.code AS regulation_code FROM budget
       JOIN kern ON kern.id = kern_id JOIN regulation ON regulation.id = regulation_id`,
  );
  const balances = rows.flatMap((row) =>
    accounts.map((account): [string, number] => [
      `${row['year']}:${row['regulation_code']}:${row['kern_code']}:${accountNames[account]}`,
      Number(row[`${columnOf(account)}_cents`]),
    ]),
  );
  return new Map(balances.filter(([, cents]) => cents !== 0));
}

function differences(stored: Map<string, number>, added: Map<string, number>): string[] {
  return [...new Set([...stored.keys(), ...added.keys()])]
    .filter((account) => (stored.get(account) ?? 0) !== (added.get(account) ?? 0))
    .map((account) => `${account}: ${stored.get(account)} in the ledger, ${added.get(account)} by hledger`);
}

/** After a mixed load: all balances, added up anew by hledger from the exported journal, are those of the ledger. */
export async function checkLedger(): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'kernbudget-journal-'));
  await startDatabase();
  try {
    const ledger = await createLedger(kernCodes);
    await load(ledger);
    const { manager } = ledger.database.dataSource;
    const file = join(directory, 'ledger.journal');
    const parts: string[] = [];
    for await (const part of new JournalExport(manager, new ProofRows(), new KernenService()).journal(null)) {
      parts.push(part);
    }
    await writeFile(file, parts.join(''));
    execFileSync('hledger', ['-f', file, 'check', '--strict'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const stored = await storedBalances(ledger);
    const faults = differences(stored, addedUp(file));
    if (stored.size < 20) faults.push(`only ${stored.size} balances were compared`);
    await ledger.database.drop();
    return faults;
  } finally {
    await stopDatabase();
    await rm(directory, { recursive: true, force: true });
  }
}
