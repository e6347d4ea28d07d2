import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { chainPapers } from './chain-papers.ts';
import type { LedgerState } from './domain/ledger-state.ts';
import { refuseMixedBudgets } from './domain/runs/mixed-budgets.ts';
import { runProblem } from './domain/runs/run.problems.ts';
import { LedgerRunEntity } from './ledger-run.entity.ts';
import type { LedgerRunResponse } from './ledger-run.response.ts';
import { ReadRuns } from './read-runs.service.ts';
import { RunBooking } from './run-booking.service.ts';
import { RunDuties } from './run-duties.service.ts';
import { RunFactsService } from './run-facts.service.ts';

/** The second pair of eyes: confirms a proposal, which books all of it, or rejects it. */
@Injectable()
export class DecideRun {
  readonly #transactions: Transactions;
  readonly #facts: RunFactsService;
  readonly #booking: RunBooking;
  readonly #duties: RunDuties;
  readonly #audit: AuditLog;
  readonly #runs: ReadRuns;

  constructor(
    transactions: Transactions,
    facts: RunFactsService,
    booking: RunBooking,
    duties: RunDuties,
    audit: AuditLog,
    runs: ReadRuns,
  ) {
    this.#transactions = transactions;
    this.#facts = facts;
    this.#booking = booking;
    this.#duties = duties;
    this.#audit = audit;
    this.#runs = runs;
  }

  /**
   * @throws DomainError `same-person`, `run-decided`, `run-stale`, or what a balance stands in the way of
   */
  async confirm(
    actor: Actor,
    claim: IdempotencyClaim,
    runId: string,
    expectedVersion: number,
  ): Promise<LedgerRunResponse> {
    return this.#decide(actor, claim, runId, expectedVersion, async (manager, run) => {
      await this.#duties.requireAnother(manager, actor.subject, run);
      await this.#booking.open(manager, actor, run);
      const lock = () => this.#lock(manager, run);
      const state = await lock();
      refuseStale(run, state);
      refuseMixedBudgets(state);
      const journalId = await this.#booking.book(manager, run, state, actor.subject, lock);
      return { status: 'confirmed', journalId, rejectionReason: null };
    });
  }

  /** Who proposed may also withdraw. @throws DomainError `run-decided` */
  async reject(
    actor: Actor,
    claim: IdempotencyClaim,
    runId: string,
    expectedVersion: number,
    reason: string,
  ): Promise<LedgerRunResponse> {
    return this.#decide(actor, claim, runId, expectedVersion, () =>
      Promise.resolve({ status: 'rejected', journalId: null, rejectionReason: reason }),
    );
  }

  async #decide(
    actor: Actor,
    claim: IdempotencyClaim,
    runId: string,
    expectedVersion: number,
    work: (
      manager: EntityManager,
      run: LedgerRunEntity,
    ) => Promise<Pick<LedgerRunEntity, 'status' | 'journalId' | 'rejectionReason'>>,
  ): Promise<LedgerRunResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const run = await this.#openRun(manager, runId, expectedVersion);
        const outcome = await work(manager, run);
        const decision = {
          ...outcome,
          version: run.version + 1,
          decidedBy: actor.subject,
          decidedAt: this.#booking.now(),
        };
        await manager.update(LedgerRunEntity, run.id, decision);
        await chainPapers(manager);
        this.#audit.record(manager, actor, {
          action: outcome.status === 'confirmed' ? 'ledger:confirm' : 'ledger:reject',
          subjectKind: 'ledger-run',
          subjectId: run.id,
          detail: { kind: run.kind, reference: run.reference, journalId: outcome.journalId },
        });
        return this.#runs.present(manager, Object.assign(run, decision));
      },
      roleSuffices,
    );
    return answer;
  }

  /** Confirmations take turns: two that give money to kernen of one scheme must see each other's. */
  async #openRun(manager: EntityManager, runId: string, expectedVersion: number): Promise<LedgerRunEntity> {
    await manager.query(
      "SELECT pg_advisory_xact_lock(hashtext('kernbudget ledger run'), hashtext(current_schema()))",
    );
    const run = await this.#runs.get(manager, runId);
    requireVersion(expectedVersion, run.version);
    if (run.status !== 'proposed') {
      const outcome = run.status === 'confirmed' ? 'bevestigd' : 'afgewezen';
      throw runProblem('run-decided', `Deze mutatie is al ${outcome}.`);
    }
    return run;
  }

  #lock(manager: EntityManager, { plan, budgetVersions }: LedgerRunEntity): Promise<LedgerState> {
    const { steps, mirrors, limits, year } = plan;
    return this.#facts.lockSchemes(manager, {
      schemes: limits,
      years: year ? [year.year] : [],
      budgetIds: [...[...steps, ...mirrors].map(({ budgetId }) => budgetId), ...Object.keys(budgetVersions)],
      grantIds: [...steps, ...mirrors].flatMap(({ grantId }) => grantId ?? []),
    });
  }
}

/** What the plan was computed from must be as it was. For a year that is closed, no budget may have been added. */
function refuseStale({ plan, budgetVersions }: LedgerRunEntity, { budgets }: LedgerState): void {
  const changed = Object.entries(budgetVersions).some(
    ([id, version]) => budgets.get(id)?.version !== version,
  );
  const added =
    plan.year?.closed === true && [...budgets.keys()].some((id) => budgetVersions[id] === undefined);
  if (changed || added) {
    throw runProblem(
      'run-stale',
      'Er is sinds het voorstel geboekt op deze budgetten. Maak een nieuw voorstel.',
    );
  }
}
