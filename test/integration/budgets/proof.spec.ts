import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/ids.ts';
import { cents } from '../../../src/kernel/money.ts';
import { book, posting } from '../../support/test-budget.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';
import { onDatabase } from '../../support/test-database.ts';

/** For each column of a table another value of the same type, that no other check would refuse. */
const anotherValue = {
  bigint: (column: string) => `${column} + 1`,
  integer: (column: string) => `${column} + 1`,
  date: (column: string) => `${column} + 1`,
  'timestamp with time zone': (column: string) => `${column} + interval '1 microsecond'`,
  uuid: () => `'0190a000-0000-7000-8000-000000000001'`,
  text: (column: string) => `coalesce(${column}, '') || '.'`,
  bytea: (column: string) => `${column} || '\\x00'`,
  boolean: (column: string) => `NOT ${column}`,
  ARRAY: () => `ARRAY['0190a000-0000-7000-8000-000000000001'::uuid]`,
  jsonb: () => `'[]'`,
} as const;

/** Everything that the ledger is, and what it rests on: resolutions, and who proposed and confirmed what. */
const tables = [
  ...['budget', 'ledger_entry', 'ledger_limit', 'ledger_limit_entry', 'grant_position', 'ledger_head'],
  ...['ledger_year', 'ledger_run', 'ledger_resolution', 'ledger_paper'],
];

describe('The proof of the ledger', () => {
  let ledger: TestLedger;

  /** Money in every account, a transfer, a correction, two kinds of limits and a published head. */
  async function fill(): Promise<void> {
    await ledger.allocate({ ingen: 2000, zoelen: 2000 });
    const limit = { kind: 'limit', resolutionId: ledger.resolution.id } as const;
    await ledger.run({ ...limit, limitKind: 'scheme', limitCode: 'totaal', limitCents: cents(300_000) });
    await ledger.run({
      ...{ ...limit, limitKind: 'theme', limitCode: 'groen', limitCents: cents(150_000) },
      lines: [{ kernCode: 'ingen' }],
    });
    const [theme] = await ledger.database.asOwner<{ id: string }>(
      "SELECT id FROM ledger_limit WHERE kind = 'theme'",
    );
    const grantId = newId();
    const budgetId = await ledger.budgetId('ingen');
    const step = (movement: Parameters<typeof posting>[1]['movement'] & string, euros: number) =>
      book(
        ledger.database,
        posting(budgetId, { movement, grantId, amountCents: cents(euros * 100), limitIds: [theme!.id] }),
      );
    await step('commit', 900);
    await step('order-payment', 900);
    await step('pay', 800);
    await step('claim-back', 300);
    await step('write-off', 100);
    await step('receive', 100);
    const lines = [{ kernCode: 'ingen', toKernCode: 'zoelen', amountCents: cents(10_000) }];
    await ledger.run({ kind: 'transfer', reason: 'ruil', lines });
    await ledger.run({
      kind: 'hold',
      reference: 'bezwaar',
      reason: 'bezwaar',
      lines: [{ kernCode: 'zoelen', amountCents: cents(500) }],
    });
    await ledger.run({
      kind: 'lapse',
      reason: 'over',
      lines: [{ kernCode: 'zoelen', amountCents: cents(500) }],
    });
    const [lapsed] = await ledger.database.asOwner<{ id: string }>(
      "SELECT id FROM ledger_entry WHERE movement = 'lapse'",
    );
    await ledger.run({
      kind: 'correction',
      entryIds: [lapsed!.id],
      reason: 'te vroeg',
      regulationCode: undefined,
    } as never);
    const close = { kind: 'close-year', year: 2018, reason: 'jaarrekening', regulationCode: undefined };
    await ledger.run(close as never);
    await ledger.heads.seal();
  }

  /** As the owner of the database, with every trigger and check out of the way. */
  async function tamper(sql: string): Promise<void> {
    const { administratorUrl } = ledger.database;
    await onDatabase(
      administratorUrl,
      `SET search_path = kernbudget; SET session_replication_role = replica; ${sql}`,
    );
  }

  async function dropChecks(): Promise<void> {
    const constraints = await ledger.database.asOwner<{ statement: string }>(
      `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname) AS statement
         FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype IN ('c', 'f')
           AND conrelid::regclass::text = ANY($1)`,
      [tables],
    );
    await ledger.database.asOwner(constraints.map(({ statement }) => statement).join('; '));
  }

  beforeEach(async () => {
    ledger = await createLedger(['ingen', 'zoelen']);
    await fill();
  });
  afterEach(() => ledger.database.drop());

  it('finds nothing in a ledger in which everything happened', async () => {
    expect(await ledger.verifier.verify()).toEqual({
      budgetCount: 2,
      entryCount: 13,
      headCount: 1,
      fault: null,
    });
  });

  it('finds every column of every table of the ledger that its owner alters', async () => {
    await dropChecks();
    const columns = await ledger.database.asOwner<{
      table: string;
      column: string;
      type: keyof typeof anotherValue;
    }>(
      `SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = ANY($1)`,
      [tables],
    );
    expect(columns.length).toBeGreaterThan(100);
    const unseen: string[] = [];
    for (const { table, column, type } of columns) {
      if (table === 'ledger_head' && column === 'sealed_at') continue;
      const backup = `CREATE TABLE backup AS SELECT * FROM ${table}`;
      const value = column === 'hash' && type === 'text' ? `repeat('0', 64)` : anotherValue[type](column);
      const row = `ctid = (SELECT ctid FROM ${table} ORDER BY ${table}::text DESC LIMIT 1)`;
      await tamper(`${backup}; UPDATE ${table} SET ${column} = ${value} WHERE ${row}`);
      const { fault } = await ledger.verifier.verify();
      if (fault === null) unseen.push(`${table}.${column}`);
      await tamper(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM backup; DROP TABLE backup`);
    }
    expect(unseen).toEqual([]);
    expect((await ledger.verifier.verify()).fault).toBeNull();
  });

  it('finds that the newest entries were dropped', async () => {
    await tamper('DELETE FROM ledger_entry WHERE version > 4');
    expect((await ledger.verifier.verify()).fault).toMatchObject({ rule: 'entries-missing' });
  });

  it('finds, by the published head, that the newest entries were dropped and all balances made to fit', async () => {
    const budgetId = await ledger.budgetId('zoelen');
    const { items } = await ledger.heads.list({ limit: 1 });
    const [published] = items;
    await tamper(`DELETE FROM ledger_head; DELETE FROM ledger_run; DELETE FROM ledger_year;
      DELETE FROM ledger_paper; DELETE FROM ledger_resolution;
      DELETE FROM ledger_entry WHERE budget_id = '${budgetId}' AND movement = 'correct';
      UPDATE budget b SET version = e.version, available_cents = e.available_cents, lapsed_cents = e.lapsed_cents, head_hash = e.hash
        FROM ledger_entry e WHERE e.budget_id = b.id AND b.id = '${budgetId}' AND e.version = b.version - 1`);
    expect((await ledger.verifier.verify()).fault).toBeNull();
    const head = { day: published!.sealedDate, hash: published!.hash, chains: published!.chains };
    expect((await ledger.verifier.verify([head])).fault).toMatchObject({
      place: `budget ${budgetId}`,
      rule: 'published-head',
    });
  });

  it('finds that a resolution, or who confirmed what, is not in the chain any more', async () => {
    const links = 'SELECT count(*)::integer FROM ledger_paper';
    await tamper(
      `CREATE TABLE kept AS SELECT * FROM ledger_paper; DELETE FROM ledger_paper WHERE sequence = (${links})`,
    );
    expect((await ledger.verifier.verify()).fault).toMatchObject({ rule: 'paper-unchained' });
    await tamper(
      'DELETE FROM ledger_paper; INSERT INTO ledger_paper SELECT * FROM kept; DELETE FROM ledger_resolution',
    );
    expect((await ledger.verifier.verify()).fault).toMatchObject({ rule: 'paper-missing' });
  });

  it('binds what was there before there was a chain of papers', async () => {
    await tamper('DELETE FROM ledger_head; DELETE FROM ledger_paper; SELECT chain_ledger_papers()');
    const [links] = await ledger.database.asOwner('SELECT count(*)::integer AS count FROM ledger_paper');
    expect(links).toEqual({ count: 9 });
    expect((await ledger.verifier.verify()).fault).toBeNull();
  });

  it('finds, by the published head, that the newest mutation was dropped with its link', async () => {
    const { items } = await ledger.heads.list({ limit: 1 });
    const [published] = items;
    expect(published!.chains.map(({ kind }) => kind)).toContain('papers');
    await tamper(`DELETE FROM ledger_head; DELETE FROM ledger_year;
      DELETE FROM ledger_run WHERE kind = 'close-year';
      DELETE FROM ledger_paper WHERE sequence = (SELECT max(sequence) FROM ledger_paper)`);
    expect((await ledger.verifier.verify()).fault).toBeNull();
    const head = { day: published!.sealedDate, hash: published!.hash, chains: published!.chains };
    expect((await ledger.verifier.verify([head])).fault).toMatchObject({
      place: 'keten van stukken',
      rule: 'published-head',
    });
  });

  it('finds a chain that was made anew over altered entries', async () => {
    const { items } = await ledger.heads.list({ limit: 1 });
    const [published] = items;
    const chains = published!.chains.map((chain) => ({ ...chain, hash: 'f'.repeat(64) }));
    const head = { day: published!.sealedDate, hash: published!.hash, chains };
    expect((await ledger.verifier.verify([head])).fault).toMatchObject({ rule: 'head-hash' });
  });
});
