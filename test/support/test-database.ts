import { createSecretKey, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { ConstraintProblems } from '../../src/platform/database/constraint-names.ts';
import { createDataSource, type EntityClass } from '../../src/platform/database/data-source.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { FieldCipher, type Keys } from '../../src/platform/encryption/field-cipher.ts';
import { testRoles, testTemplate, urlFor } from './test-server.ts';

/** A database of one test file's own, with all tables and no rows but those that migrations make. */
export interface TestDatabase {
  readonly serviceUrl: string;
  readonly ownerUrl: string;
  readonly administratorUrl: string;
  /** Connected as the service's role: what it may not do in production it may not do here. */
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly cipher: FieldCipher;
  /** Runs one statement as owner, to look at or break what the service cannot. */
  asOwner<Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Closes the connections and removes the database; call it in `afterAll`. */
  drop(): Promise<void>;
}

export async function onDatabase<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

/** Always the same keys, so that a test can read what another process of it wrote. */
export const testKeys: Keys = {
  encryption: [{ id: 'test', secret: createSecretKey(Buffer.alloc(32, 7)) }],
  blindIndex: [{ id: 'test', secret: createSecretKey(Buffer.alloc(32, 8)) }],
};

export function testCipher(): FieldCipher {
  return new FieldCipher(testKeys.encryption);
}

/**
 * Clones the template for one test file (about a tenth of a second).
 * @param options.entities the entity classes that the test reads or writes through TypeORM
 * @param options.constraintProblems what violated constraints become, as the module registers them
 * @param options.poolSize the most connections at once; raise it in tests that compete
 */
export async function createTestDatabase(
  options: {
    entities?: readonly EntityClass[];
    constraintProblems?: ConstraintProblems;
    poolSize?: number;
  } = {},
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = urlFor(testRoles.administrator, 'postgres');
  await onDatabase(server, `CREATE DATABASE ${name} TEMPLATE ${testTemplate}`);
  const serviceUrl = urlFor(testRoles.service, name);
  const ownerUrl = urlFor(testRoles.owner, name);
  const dataSource = createDataSource({
    url: serviceUrl,
    entities: options.entities ?? [],
    migrations: [],
    poolSize: options.poolSize ?? 10,
    applicationName: 'kernbudget test',
  });
  await dataSource.initialize();
  const cipher = testCipher();
  return {
    serviceUrl,
    ownerUrl,
    administratorUrl: urlFor(testRoles.administrator, name),
    dataSource,
    transactions: new Transactions(dataSource, cipher, options.constraintProblems ?? {}),
    cipher,
    asOwner: (sql, parameters) => onDatabase(ownerUrl, sql, parameters),
    async drop() {
      await dataSource.destroy();
      await onDatabase(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
