import type { EntityManager } from 'typeorm';

/** Binds what was just registered or decided in the chain of papers; whoever comes second waits for the first. */
export async function chainPapers(manager: EntityManager): Promise<void> {
  await manager.query('SELECT chain_ledger_papers()');
}
