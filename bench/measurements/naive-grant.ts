import type pg from 'pg';
import { type DataSource, EntitySchema } from 'typeorm';
import { newId } from '../../src/kernel/ids.ts';

interface Row {
  id: string;
  [column: string]: unknown;
}

interface NaiveBudget extends Row {
  version: number;
  available: number;
  committed: number;
}

const bigint = { type: 'bigint' } as const;
const uuid = { type: 'uuid' } as const;
const text = { type: 'text' } as const;
const id = { type: 'uuid', primary: true } as const;

/** What somebody would write who has the four tables of a ledger and TypeORM at hand. */
const NaiveBudgets = new EntitySchema<NaiveBudget>({
  name: 'naive_budget',
  columns: { id, version: { type: 'integer' }, available: bigint, committed: bigint },
});
const NaiveEntries = new EntitySchema<Row>({
  name: 'naive_entry',
  columns: {
    ...{ id, budgetId: uuid, grantId: uuid, version: { type: 'integer' }, movement: text, amount: bigint },
    ...{ available: bigint, committed: bigint, reference: text, actor: text, countsOn: { type: 'date' } },
    recordedAt: { type: 'timestamptz' },
  },
});
const NaiveGrants = new EntitySchema<Row>({
  name: 'naive_grant',
  columns: { id, budgetId: uuid, committed: bigint, paid: bigint },
});
const NaiveSnapshots = new EntitySchema<Row>({
  name: 'naive_snapshot',
  columns: { id, budgetId: uuid, available: bigint, version: { type: 'integer' } },
});

export const naiveEntities = [NaiveBudgets, NaiveEntries, NaiveGrants, NaiveSnapshots];

const columns = { integer: 'integer', bigint: 'bigint', uuid: 'uuid', text: 'text', date: 'date' } as const;

/** As owner. The entries have the indexes without which nobody could read them. */
export async function createNaiveTables(client: pg.Client, budgetIds: readonly string[]): Promise<void> {
  for (const { options } of naiveEntities) {
    const list = Object.entries(options.columns).map(
      ([name, column]) =>
        `"${name}" ${columns[column?.type as keyof typeof columns] ?? 'timestamptz'}${column?.primary ? ' PRIMARY KEY' : ''}`,
    );
    await client.query(`CREATE TABLE ${options.name} (${list.join(', ')})`);
    await client.query(`GRANT SELECT, INSERT, UPDATE ON ${options.name} TO PUBLIC`);
  }
  await client.query('CREATE UNIQUE INDEX ON naive_entry ("budgetId", version)');
  await client.query('CREATE INDEX ON naive_entry ("grantId")');
  await client.query(
    'INSERT INTO naive_budget SELECT id, 0, 1000000000000, 0 FROM unnest($1::uuid[]) AS id',
    [budgetIds],
  );
}

/** One grant the naive way: lock, read, and four times save, each of them a question and an answer or more. */
export async function grantNaively(
  dataSource: DataSource,
  budgetId: string,
  amountCents: number,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const budget = await manager.findOneOrFail(NaiveBudgets, {
      where: { id: budgetId },
      lock: { mode: 'pessimistic_write' },
    });
    const grantId = newId();
    if (await manager.findOneBy(NaiveGrants, { id: grantId })) throw new Error('granted before');
    if (budget.available < amountCents) throw new Error('no more money');
    budget.available -= amountCents;
    budget.committed += amountCents;
    budget.version += 1;
    const { available, committed, version } = budget;
    await manager.save(NaiveBudgets, budget);
    await manager.save(NaiveGrants, { id: grantId, budgetId, committed: amountCents, paid: 0 });
    await manager.save(NaiveEntries, {
      ...{ id: newId(), budgetId, grantId, version, movement: 'commit', amount: amountCents },
      ...{ available, committed, reference: 'B&W 2019-24', actor: 'roos' },
      ...{ countsOn: '2019-06-11', recordedAt: new Date() },
    });
    await manager.save(NaiveSnapshots, { id: newId(), budgetId, available, version });
  });
}
