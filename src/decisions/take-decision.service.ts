import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { BudgetsService } from '../budgets/budgets.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import type { TakeDecisionRequest } from './decision.request.ts';
import { TakenDecisionResponse } from './decision.response.ts';
import { ListSubjects } from './list-subjects.service.ts';
import { MandatedDecisions } from './mandated-decisions.service.ts';

/** Lets an official with a mandate decide on one application. */
@Injectable()
export class TakeDecision {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #regulations: RegulationsService;
  readonly #budgets: BudgetsService;
  readonly #subjects: ListSubjects;
  readonly #decisions: MandatedDecisions;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    regulations: RegulationsService,
    budgets: BudgetsService,
    subjects: ListSubjects,
    decisions: MandatedDecisions,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#regulations = regulations;
    this.#budgets = budgets;
    this.#subjects = subjects;
    this.#decisions = decisions;
  }

  /** @throws DomainError as `VisibleApplications.open` and `MandatedDecisions.take` */
  async take(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    expectedVersion: number,
    { otherwise, holdId }: TakeDecisionRequest,
  ): Promise<TakenDecisionResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const { application } = await this.#visible.open(manager, actor, 'decision:take', applicationId);
        const { regulationId } = await this.#regulations.version(manager, application.regulationVersionId);
        // Budgets first and applications after them, as a resolution does: nobody waits for each other.
        const budgets = await this.#budgets.ofRegulation(manager, regulationId, null);
        // Who was decided on already can get more: what came free for who waits.
        const subject = application.status === 'announced' ? 'waiting-list' : 'applications';
        const budgetIds = budgets.map(({ id }) => id);
        const ledger = await this.#subjects.lock(subject, manager, budgetIds, [applicationId]);
        await this.#visible.hold(manager, actor, 'decision:take', applicationId, expectedVersion);
        const place = { subject, regulationId, applicationId, holdId: holdId ?? null } as const;
        const taken = await this.#decisions.take(manager, actor, ledger, place, otherwise ?? null);
        return Object.assign(new TakenDecisionResponse(), { applicationId, ...taken });
      },
      (manager) => this.#visible.open(manager, actor, 'decision:take', applicationId),
    );
    return answer;
  }
}
