import type { ClientBase, QueryConfig } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { assert } from '../../kernel/assert.ts';
import { wasCommitted } from './after-commit.ts';
import { driverFault } from './constraint-names.ts';
import { beginStatements, type SentStatements } from './sent-statements.ts';

/** What the work in a transaction comes to. */
export interface Finished<T> {
  readonly value: T;
  /** A statement that travels together with the COMMIT. */
  readonly lastStatement?: QueryConfig;
}

/**
 * The connection went away in the middle. The server undoes what was not committed; of a COMMIT that was under way
 * nobody knows, and only a repeated request with the same key finds out.
 */
export class ConnectionLost extends Error {}

// What TypeORM keeps about a connection that is, or is not, inside a transaction.
const inside = { isTransactionActive: true, transactionDepth: 1 };
const outside = { isTransactionActive: false, transactionDepth: 0 };

const inFailedTransaction = '25P02';

/** Does the work on a connection of its own between START and COMMIT, and rolls back when anything fails. */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager, client: ClientBase) => Promise<Finished<T>>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  let statements: SentStatements | null = null;
  try {
    const client = (await runner.connect()) as ClientBase;
    statements = beginStatements(runner, client);
    // TypeORM would wait for the answer, hence it is told that it is inside a transaction; `save` and nested
    // transactions rely on that.
    void statements.send('START TRANSACTION');
    Object.assign(runner, inside);
    const { value, lastStatement } = await work(runner.manager, client);
    if (lastStatement) void statements.send(lastStatement);
    const committed = statements.send('COMMIT');
    Object.assign(runner, outside);
    await statements.arrived();
    // After a failed statement that the work passed over, a COMMIT rolls back and calls that a success.
    assert((await committed).command === 'COMMIT', 'the work did not pass over a failed statement');
    wasCommitted(runner);
    return value;
  } catch (error) {
    // TypeORM lets go of a connection that broke, after which statements fail with something unrelated.
    if (runner.isReleased) throw new ConnectionLost('The connection was lost', { cause: error });
    // Whatever a rollback has to complain about is less telling than why it was needed.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    // What came after a refused statement was refused because of it.
    if (driverFault(error).code === inFailedTransaction) await statements?.arrived();
    throw error;
  } finally {
    await runner.release();
  }
}
