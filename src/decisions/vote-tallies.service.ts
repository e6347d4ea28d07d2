import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Cents } from '../kernel/money.ts';
import { BudgetsService } from '../budgets/budgets.service.ts';
import type { LedgerState } from '../budgets/domain/ledger-state.ts';
import { allocatedOf } from '../budgets/domain/position.ts';
import { LedgerLimitEntity } from '../budgets/ledger-limit.entity.ts';
import { distributionSentences } from '../regulations/domain/groups/distribution.ts';
import { firstDayOfWindow } from '../regulations/domain/groups/window.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { Comparisons, type PublishedCount } from '../rounds/comparisons.service.ts';
import { roundsProblems } from '../rounds/domain/rounds.problems.ts';
import { moneyPlace } from './domain/money-place.ts';
import { type CountedPlan, tallyOf } from './domain/tally.ts';
import { LotDraws } from './lot-draws.service.ts';
import { TalliedPlanResponse, VoteTallyResponse } from './vote-tally.response.ts';

/** Recomputes a vote for everybody, from nothing but what is published: counts, amounts, ceilings, rule and lot. */
@Injectable()
export class VoteTallies {
  readonly #manager: EntityManager;
  readonly #regulations: RegulationsService;
  readonly #comparisons: Comparisons;
  readonly #budgets: BudgetsService;
  readonly #lots: LotDraws;

  constructor(
    manager: EntityManager,
    regulations: RegulationsService,
    comparisons: Comparisons,
    budgets: BudgetsService,
    lots: LotDraws,
  ) {
    this.#manager = manager;
    this.#regulations = regulations;
    this.#comparisons = comparisons;
    this.#budgets = budgets;
    this.#lots = lots;
  }

  /** @throws DomainError `regulation-not-found` or `nobody-votes` */
  async of(regulationCode: string): Promise<VoteTallyResponse> {
    const { id } = await this.#regulations.getByCode(this.#manager, regulationCode);
    const versions = await this.#regulations.versionsOf(this.#manager, id);
    const { document } = present(versions.at(-1), 'a regulation has a version');
    const { distribution } = document;
    if (distribution.kind !== 'vote' && distribution.kind !== 'vouchers') throw nobodyVotes();
    const ledger = await this.#ledger(id);
    const counts = await this.#comparisons.publishedCounts(this.#manager, id);
    const plans = counts.map((count) => planOf(document, ledger, count));
    const lotSeed = await this.#lots.drawn(this.#manager, id);
    const byNumber = new Map(plans.map((plan) => [plan.number, plan]));
    const tallied = tallyOf(distribution, document, plans, ceilingsOf(ledger), lotSeed);
    return Object.assign(new VoteTallyResponse(), {
      ...{ regulationCode, rule: distributionSentences(distribution), lotSeed },
      plans: tallied.map(({ number, place, byLot, standing, grantedCents }) => {
        const { votes, requestedCents } = present(byNumber.get(number), 'each share is of a plan');
        return Object.assign(new TalliedPlanResponse(), {
          ...{ applicationNumber: number, votes, requestedCents, place, byLot, standing },
          fitsCents: grantedCents,
        });
      }),
    });
  }

  /** What the budgets and limits were given; nobody waits for who only reads. */
  async #ledger(regulationId: string): Promise<LedgerState> {
    const budgets = await this.#budgets.ofRegulation(this.#manager, regulationId, null);
    const limits = await this.#manager.findBy(LedgerLimitEntity, { regulationId });
    return {
      budgets: new Map(budgets.map((budget) => [budget.id, budget])),
      limits: new Map(limits.map((limit) => [limit.id, limit])),
      ...{ grants: new Map(), holds: new Map(), closedYears: new Set(), kernNames: new Map() },
    };
  }
}

function nobodyVotes(): DomainError {
  return DomainError.of(roundsProblems, 'nobody-votes', 'In deze regeling stemmen inwoners niet.');
}

function ceilingsOf({ budgets, limits }: LedgerState): ReadonlyMap<string, Cents> {
  return new Map([
    ...[...budgets.values()].map((budget) => [budget.id, allocatedOf(budget)] as const),
    ...[...limits.values()].map(({ id, limitCents }) => [id, limitCents] as const),
  ]);
}

function planOf(document: RegulationDocument, ledger: LedgerState, count: PublishedCount): CountedPlan {
  const { applicationNumber, votes, kernId, themeCode, themeVotes, requestedCents } = count;
  const receivedOn = firstDayOfWindow(document.window);
  const plan = themeCode === null ? {} : { themeCode };
  const { pool, limitIds } = moneyPlace(document, ledger, { kernId, receivedOn, plan });
  const asksThemes =
    document.distribution.kind === 'vote' && document.distribution.winningThemes !== undefined;
  return {
    ...{ number: applicationNumber, votes, themeCode, requestedCents, pool, limitIds },
    themeVotes: asksThemes ? themeVotes : null,
  };
}
