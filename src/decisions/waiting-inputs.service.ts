import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { cents } from '../kernel/money.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { budgetIn, type LedgerState, limitIdsFor, limitsFor } from '../budgets/domain/ledger-state.ts';
import type { ChangedDecisionEntity } from './changed-decision.entity.ts';
import { ChangedDecisions } from './changed-decisions.service.ts';
import type { DecisionEntity } from './decision.entity.ts';
import { DecisionsService } from './decisions.service.ts';
import { leftUnder, type MoneyPlace } from './domain/money-place.ts';
import { promote, type WaitingFacts } from './domain/promotion.ts';
import { storedWaiting } from './domain/stored-inputs.ts';
import { LotDraws } from './lot-draws.service.ts';
import { ProposalInputs, type ProposalResult, type ProposalUse } from './proposal-inputs.service.ts';

interface Waiting {
  readonly application: ApplicationEntity;
  readonly facts: WaitingFacts;
  readonly place: MoneyPlace;
}

type LatestChanges = ReadonlyMap<string, Pick<ChangedDecisionEntity, 'kind' | 'grantedCents'>>;

/** Loads who waits for money after a decision, and has the pure rules say what can go to whom of what came free. */
@Injectable()
export class WaitingInputs {
  readonly #inputs: ProposalInputs;
  readonly #applications: ApplicationsService;
  readonly #decisions: DecisionsService;
  readonly #changes: ChangedDecisions;
  readonly #lots: LotDraws;

  constructor(
    inputs: ProposalInputs,
    applications: ApplicationsService,
    decisions: DecisionsService,
    changes: ChangedDecisions,
    lots: LotDraws,
  ) {
    this.#inputs = inputs;
    this.#applications = applications;
    this.#decisions = decisions;
    this.#changes = changes;
    this.#lots = lots;
  }

  /**
   * Proposals for who still waits, from what the budgets that were locked have now. Who waits for a first decision in
   * the same kernen goes before them.
   * @param use as for `ProposalInputs.proposals`, and so is `only`
   */
  async proposals(
    manager: EntityManager,
    actor: Actor,
    regulationId: string,
    ledger: LedgerState,
    use: ProposalUse = 'propose',
    only: string | null = null,
  ): Promise<ProposalResult> {
    const undecided = await this.#inputs.proposals(manager, actor, regulationId, ledger, use, only);
    const { document, inputs } = undecided;
    const waiting = await this.#waiting(manager, ledger, undecided, use, only);
    const lotSeed = inputs.lotSeed ?? (await this.#lots.drawn(manager, regulationId));
    const run = { document, today: inputs.on, left: leftUnder(ledger), lotSeed };
    const outcomes = promote(
      run,
      [...undecided.facts.values()],
      waiting.map(({ facts }) => facts),
    );
    return {
      ...{ document, outcomes, facts: new Map() },
      applications: waiting.map(({ application }) => application),
      places: new Map(waiting.map(({ application, place }) => [application.id, place])),
      inputs: { ...inputs, lotSeed, waiting: waiting.map(({ facts }) => storedWaiting(facts)) },
    };
  }

  async #waiting(
    manager: EntityManager,
    ledger: LedgerState,
    { inputs }: ProposalResult,
    use: ProposalUse,
    only: string | null,
  ): Promise<Waiting[]> {
    const all = await this.#decisions.waitingOn(manager, [...ledger.budgets.keys()], inputs.on);
    const decisions = only === null ? all : all.filter(({ applicationId }) => applicationId === only);
    const changes = await this.#changes.latestOf(
      manager,
      decisions.map(({ id }) => id),
    );
    // What was not announced has no effect yet, and cannot be changed in a later decision (Awb 3:40).
    const rows = await manager.find(ApplicationEntity, {
      where: { id: In(decisions.map(({ applicationId }) => applicationId)), status: 'announced' },
      order: { id: 'ASC' },
      ...(use === 'decide' ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    const applications = await this.#applications.open(manager, rows);
    const perApplication = new Map(decisions.map((decision) => [decision.applicationId, decision]));
    return applications.flatMap((application) => {
      const decision = present(perApplication.get(application.id), 'asked for these applications');
      const facts = waitingFactsOf(application, decision, changes, ledger);
      return facts === null ? [] : [{ application, facts, place: placeOf(facts, decision, ledger) }];
    });
  }
}

/** What somebody still lacks; null for who lacks nothing any more, or whose grant was lowered or withdrawn. */
function waitingFactsOf(
  application: ApplicationEntity,
  decision: DecisionEntity,
  changes: LatestChanges,
  ledger: LedgerState,
): WaitingFacts | null {
  const place = present(decision.waiting, 'only who waits was read');
  const change = changes.get(decision.id);
  if (change !== undefined && change.kind !== 'in-favour') return null;
  const earlierCents = change?.grantedCents ?? decision.grantedCents;
  const lackingCents = cents(place.lackingCents - (earlierCents - decision.grantedCents));
  if (lackingCents <= 0) return null;
  const budget = budgetIn(ledger, decision.budgetId);
  const own = limitIdsFor(ledger, budget, application.particulars ?? {});
  return {
    applicationId: application.id,
    number: present(application.number, 'a received application has a number'),
    limitIds: [budget.id, ...limitsFor(ledger, budget, own).map(({ id }) => id)],
    requestedCents: application.requestedCents,
    ...{ place, earlierCents, lackingCents, reasons: decision.reasons },
  };
}

function placeOf(
  { limitIds, place }: WaitingFacts,
  { budgetId }: DecisionEntity,
  ledger: LedgerState,
): MoneyPlace {
  return { budget: budgetIn(ledger, budgetId), pool: place.pool, limitIds };
}
