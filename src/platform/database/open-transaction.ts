import type { Writable } from 'node:stream';
import type { ClientBase, QueryConfig } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { assert } from '../../kernel/assert.ts';

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

/**
 * Holds what is written to the server until the promises that are settled by now have run, so that statements
 * sent one after another leave in one packet: a third of the time of a short transaction is writing packets.
 * The driver does not offer its socket; without it everything works, only slower.
 */
function sendTogether(client: ClientBase): void {
  const { connection } = client as { connection?: { stream?: Writable } };
  const socket = connection?.stream;
  if (!socket) return;
  socket.cork();
  process.nextTick(() => socket.uncork());
}

/**
 * Starts a transaction without waiting for the answer: the connection is pipelined, so that the first statement
 * of the work travels along. TypeORM would wait, hence it is told afterwards that it is inside a
 * transaction; `save` and nested transactions rely on that.
 */
function begin(runner: QueryRunner, client: ClientBase): Promise<unknown> {
  sendTogether(client);
  const started = client.query('START TRANSACTION');
  Object.assign(runner, inside);
  // Looked at when the work is done; until then a failure is not an unhandled one.
  started.catch(() => undefined);
  return started;
}

/** Does the work on a connection of its own between START and COMMIT, and rolls back when anything fails. */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager, client: ClientBase) => Promise<Finished<T>>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as ClientBase;
    const started = begin(runner, client);
    const { value, lastStatement } = await work(runner.manager, client);
    await started;
    if (lastStatement) sendTogether(client);
    const last = lastStatement && client.query(lastStatement);
    const committed = client.query('COMMIT');
    Object.assign(runner, outside);
    await Promise.allSettled([last, committed]);
    await last;
    // After a failed statement that the work passed over, a COMMIT rolls back and calls that a success.
    assert((await committed).command === 'COMMIT', 'the work did not pass over a failed statement');
    return value;
  } catch (error) {
    // TypeORM lets go of a connection that broke, after which statements fail with something unrelated.
    if (runner.isReleased) throw new ConnectionLost('The connection was lost', { cause: error });
    // Whatever a rollback has to complain about is less telling than why it was needed.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
