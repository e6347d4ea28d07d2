import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { RunFacts, SavedMoney } from './domain/runs/run.ts';
import { runProblem } from './domain/runs/run.problems.ts';
import { LedgerEntryEntity } from './ledger-entry.entity.ts';
import { LedgerRunEntity } from './ledger-run.entity.ts';

/** What is turned round, and the run that it was, when it is a whole run. */
export interface Reversal {
  readonly entries: RunFacts['entries'];
  readonly runId: string | null;
}

/** Reads what earlier runs did: to turn it round, and to know how old saved money is. */
@Injectable()
export class ReversedEntries {
  /** @throws DomainError `entry-not-found`, `run-not-found` or `not-reversible` */
  async read(manager: EntityManager, entryIds: readonly string[], runId: string | null): Promise<Reversal> {
    if (runId !== null) return this.#ofRun(manager, runId);
    if (entryIds.length === 0) return { entries: [], runId: null };
    const entries = await manager.findBy(LedgerEntryEntity, { id: In([...entryIds]) });
    if (entries.length < new Set(entryIds).size) {
      throw runProblem('entry-not-found', 'Niet alle boekingen die u noemt bestaan.');
    }
    return { entries: newestFirst(entries), runId: null };
  }

  async #ofRun(manager: EntityManager, runId: string): Promise<Reversal> {
    const run = await manager.findOneBy(LedgerRunEntity, { id: runId });
    if (!run) throw runProblem('run-not-found', 'De mutatie die u wilt terugdraaien bestaat niet.');
    const entries =
      run.journalId === null
        ? []
        : await manager
            .createQueryBuilder(LedgerEntryEntity, 'entry')
            .where('entry.journalId = :journalId', { journalId: run.journalId })
            .getMany();
    if (entries.length === 0) {
      throw runProblem(
        'not-reversible',
        'Alleen een bevestigde mutatie met boekingen kan worden teruggedraaid.',
      );
    }
    return { entries: newestFirst(entries), runId };
  }

  /** By budget: the money that came into it from earlier years, with the year from which the oldest of it is. */
  async savedInto(manager: EntityManager): Promise<ReadonlyMap<string, SavedMoney>> {
    const runs = await manager.find(LedgerRunEntity, {
      where: { kind: In(['saving', 'carry-over']), status: 'confirmed' },
      order: { id: 'ASC' },
    });
    const reversed = new Set(
      (await manager.findBy(LedgerRunEntity, { kind: 'counter-run', status: 'confirmed' })).map(
        (run) => run.reversesId,
      ),
    );
    return new Map(
      runs
        .filter((run) => !reversed.has(run.id))
        .flatMap((run) => run.plan.saved.map((saved) => [saved.budgetId, saved] as const)),
    );
  }
}

/** Turned round from the last to the first, so that no balance is short on the way; only what is needed is kept. */
function newestFirst(entries: readonly LedgerEntryEntity[]): RunFacts['entries'] {
  return [...entries]
    .sort((one, other) =>
      one.budgetId === other.budgetId ? other.version - one.version : mirrorOrder(one) - mirrorOrder(other),
    )
    .map(({ id, budgetId, debitAccount, creditAccount, amountCents, grantId, holdId, movement }) => ({
      ...{ id, budgetId, debitAccount, creditAccount, amountCents, grantId, holdId, movement },
    }));
}

/** Who got money gives it back before who gave it gets it. */
function mirrorOrder({ movement }: LedgerEntryEntity): number {
  return movement === 'transfer-in' ? 0 : 1;
}
