import type { EntityManager, QueryRunner } from 'typeorm';

type Work = () => void;

const waiting = new WeakMap<QueryRunner, Work[]>();

/**
 * Does something when the transaction of this manager has been committed, and never when it is rolled back: for
 * figures, of which nothing may be lost or thrown. Outside a transaction it is done at once.
 */
export function afterCommit({ queryRunner }: EntityManager, work: Work): void {
  if (!queryRunner?.isTransactionActive) {
    work();
    return;
  }
  waiting.set(queryRunner, [...(waiting.get(queryRunner) ?? []), work]);
}

/** Does what waited for the transaction on this connection, which has been committed. */
export function wasCommitted(queryRunner: QueryRunner): void {
  for (const work of waiting.get(queryRunner) ?? []) work();
}
