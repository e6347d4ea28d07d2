import type { Writable } from 'node:stream';
import type { ClientBase, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { present } from '../../kernel/assert.ts';

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
 * The statements of one transaction that are sent without waiting for each other. The connection is pipelined: the
 * server carries them out in the order in which they are sent, and refuses everything after the first that fails,
 * COMMIT included. So nobody needs to wait for the answer to a write: the end of the transaction does.
 */
export class SentStatements {
  readonly #client: ClientBase;
  readonly #answers: Promise<unknown>[] = [];

  constructor(client: ClientBase) {
    this.#client = client;
  }

  /** Sends a statement; who needs no rows need not wait for it. */
  send<Row extends QueryResultRow>(statement: QueryConfig | string): Promise<QueryResult<Row>> {
    sendTogether(this.#client);
    const answer = this.#client.query<Row>(statement);
    // Looked at when the work is done; until then a failure is not an unhandled one.
    answer.catch(() => undefined);
    this.#answers.push(answer);
    return answer;
  }

  /** Waits for all answers. @throws what the first refused statement was refused for */
  async arrived(): Promise<void> {
    for (const answer of await Promise.allSettled(this.#answers)) {
      if (answer.status === 'rejected') throw answer.reason;
    }
  }
}

const ofRunner = new WeakMap<QueryRunner, SentStatements>();

/** Makes the statements of a transaction known to all who get its manager. */
export function beginStatements(runner: QueryRunner, client: ClientBase): SentStatements {
  const statements = new SentStatements(client);
  ofRunner.set(runner, statements);
  return statements;
}

/** The statements of the transaction that this manager works in. */
export function statementsOf(manager: EntityManager): SentStatements {
  const statements = manager.queryRunner && ofRunner.get(manager.queryRunner);
  return present(statements ?? null, 'who writes was given the manager of a transaction');
}

/** A statement with a name, by which a connection parses and plans it once. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** Reads rows, in a transaction or outside one. */
export async function readRows<Row extends QueryResultRow>(
  manager: EntityManager,
  statement: NamedStatement,
  values: unknown[],
): Promise<Row[]> {
  const statements = manager.queryRunner && ofRunner.get(manager.queryRunner);
  if (!statements) return manager.query<Row[]>(statement.text, values);
  const { rows } = await statements.send<Row>({ ...statement, values });
  return rows;
}
