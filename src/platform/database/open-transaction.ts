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

/** The connection went away in the middle; the server has then undone everything. */
export class ConnectionLost extends Error {}

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
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
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
    // A COMMIT after a failed statement rolls back and succeeds, so that the answer would be a lie.
    assert(client.getTransactionStatus() === 'T', 'the work did not pass over a failed statement');
    if (lastStatement) sendTogether(client);
    const last = lastStatement && client.query(lastStatement);
    const committed = runner.commitTransaction();
    await Promise.allSettled([last, committed]);
    await last;
    await committed;
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
