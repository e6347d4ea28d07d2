import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { CeilingMoney } from './ceiling-money.service.ts';
import { refusalOf } from './domain/budgets.problems.ts';
import type { LedgerState } from './domain/ledger-state.ts';
import { emptyPosition } from './domain/position.ts';
import { post } from './domain/posting.ts';
import { refuseMixedBudgets } from './domain/runs/mixed-budgets.ts';
import { lineFaults, partFaults, runRules } from './domain/runs/run-rules.ts';
import { runProblem } from './domain/runs/run.problems.ts';
import { LedgerResolutionEntity } from './ledger-resolution.entity.ts';
import { LedgerRunEntity } from './ledger-run.entity.ts';
import { partsOf, type ProposeRunRequest } from './ledger-run.request.ts';
import type { LedgerRunResponse } from './ledger-run.response.ts';
import { ReadRuns } from './read-runs.service.ts';
import { postingsOf } from './run-booking.service.ts';
import { type ReadFacts, RunFactsService } from './run-facts.service.ts';

/** Works out what a run will do and keeps that as a proposal; nothing is booked yet. */
@Injectable()
export class ProposeRun {
  readonly #transactions: Transactions;
  readonly #ceilings: CeilingMoney;
  readonly #facts: RunFactsService;
  readonly #runs: ReadRuns;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    transactions: Transactions,
    ceilings: CeilingMoney,
    facts: RunFactsService,
    runs: ReadRuns,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#transactions = transactions;
    this.#ceilings = ceilings;
    this.#facts = facts;
    this.#runs = runs;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws DomainError `run-parts`, or what the rule of the kind or a balance stands in the way of */
  async propose(
    actor: Actor,
    claim: IdempotencyClaim,
    request: ProposeRunRequest,
  ): Promise<LedgerRunResponse> {
    refuseParts(request);
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      (manager) => this.#keep(manager, actor, request),
      roleSuffices,
    );
    return answer;
  }

  async #keep(manager: EntityManager, actor: Actor, request: ProposeRunRequest): Promise<LedgerRunResponse> {
    const completed = await this.#ceilings.complete(manager, request);
    const read = await this.#facts.read(manager, completed);
    const run = await this.#plan(manager, actor, request, read);
    const state = stateWith(read);
    refuseMixedBudgets(state);
    refuseImpossible(run, state, actor.subject);
    await manager.insert(LedgerRunEntity, run);
    this.#audit.record(manager, actor, {
      action: 'ledger:prepare',
      subjectKind: 'ledger-run',
      subjectId: run.id,
      detail: { kind: run.kind, countsOn: run.countsOn, reference: run.reference },
    });
    return this.#runs.present(manager, run);
  }

  async #plan(
    manager: EntityManager,
    actor: Actor,
    request: ProposeRunRequest,
    { facts, opens, reversal }: ReadFacts,
  ): Promise<LedgerRunEntity> {
    const plan = runRules[request.kind].plan(facts);
    const { steps, mirrors, limits, year, restsOn } = plan;
    if (steps.length + mirrors.length + limits.length === 0 && year === null) {
      throw runProblem('run-empty', 'Dit voorstel verandert niets.');
    }
    const used = new Set(steps.map(({ budgetId }) => budgetId));
    const id = newId();
    const versions = restsOn.map((budgetId) => [budgetId, facts.state.budgets.get(budgetId)?.version ?? 0]);
    return Object.assign(new LedgerRunEntity(), {
      ...{ id, kind: request.kind, status: 'proposed', version: 1, countsOn: request.countsOn },
      reference: await this.#reference(manager, request, id),
      reason: request.reason ?? null,
      resolutionId: request.resolutionId ?? null,
      request: { ...request },
      plan: { ...plan, opens: opens.filter((budget) => used.has(budget.id)) },
      budgetVersions: Object.fromEntries(versions) as Record<string, number>,
      journalId: null,
      reversesId: reversal.runId,
      ...{ proposedBy: actor.subject, proposedAt: this.#clock.now() },
      ...{ decidedBy: null, decidedAt: null, rejectionReason: null },
    });
  }

  /** What stands on the entries: the resolution, another document, or the run itself. */
  async #reference(manager: EntityManager, request: ProposeRunRequest, runId: string): Promise<string> {
    if (request.resolutionId === undefined) return request.reference ?? `mutatie ${runId}`;
    const resolution = await manager.findOneBy(LedgerResolutionEntity, { id: request.resolutionId });
    if (!resolution) throw runProblem('resolution-not-found', 'Registreer eerst het besluit.');
    return resolution.number;
  }
}

function refuseParts(request: ProposeRunRequest): void {
  const faults = [
    ...partFaults(request.kind, partsOf(request)),
    ...lineFaults(request.kind, request.lines ?? []),
  ];
  if (faults.length > 0) {
    throw runProblem('run-parts', 'Bij elke soort mutatie horen andere gegevens; zie de opsomming.', faults);
  }
}

function stateWith({ facts: { state }, opens }: ReadFacts): LedgerState {
  const budgets = new Map(state.budgets);
  for (const place of opens) budgets.set(place.id, { ...place, version: 0, ...emptyPosition });
  return { ...state, budgets };
}

/** Books in thought: what would be refused at the confirmation is refused at once. */
function refuseImpossible(run: LedgerRunEntity, start: LedgerState, actorSubject: string): void {
  let state = start;
  for (const posting of postingsOf(run, actorSubject)) {
    const outcome = post(state, posting);
    if (outcome.kind !== 'booked') throw refusalOf(outcome);
    state = outcome.state;
  }
}
