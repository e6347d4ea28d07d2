import type pg from 'pg';
import { newId } from '../../src/kernel/ids.ts';

/** The money of each kern: more than any measurement grants. */
const plentyCents = 1_000_000_000_000;

/**
 * Gives a scheme of its own to so many kernen that are made for it, with plenty of money.
 * @param client connected as the owner of the tables
 * @returns the ids of the budgets
 */
export async function openBudgets(client: pg.Client, code: string, kernCount: number): Promise<string[]> {
  const regulationId = newId();
  await client.query('INSERT INTO regulation (id, code, title, year) VALUES ($1, $2, $2, 2019)', [
    ...[regulationId, code],
  ]);
  const budgetIds: string[] = [];
  for (let place = 0; place < kernCount; place += 1) {
    const [kernId, budgetId] = [newId(), newId()];
    await client.query("INSERT INTO kern (id, code, name, valid_from) VALUES ($1, $2, $2, '2019-01-01')", [
      kernId,
      `${code}-${place}`,
    ]);
    await client.query('INSERT INTO budget (id, kern_id, regulation_id, year) VALUES ($1, $2, $3, 2019)', [
      ...[budgetId, kernId, regulationId],
    ]);
    await client.query(
      `SELECT post_ledger_entry($1, $1, $2, 'allocate', 'available', 'source', $3, NULL, '{}', NULL, 0, NULL,
        'RB 2018-112', NULL, 'farid', now(), '2019-01-01')`,
      [newId(), budgetId, plentyCents],
    );
    budgetIds.push(budgetId);
  }
  return budgetIds;
}
