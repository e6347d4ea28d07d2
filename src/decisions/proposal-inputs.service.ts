import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import type { Cents } from '../kernel/money.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { hasRunOut, mayLeaveUntreated } from '../applications/domain/completion-request.ts';
import { undecidedStatuses } from '../applications/domain/lifecycle.ts';
import { assess } from '../assessment/domain/assessed-finding.ts';
import { factsOf, FindingsService } from '../assessment/findings.service.ts';
import type { BudgetState } from '../budgets/domain/ledger-state.ts';
import { grantableAmount } from '../regulations/domain/grantable-amount.ts';
import { lastDayOfWindow } from '../regulations/domain/groups/window.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { LotDraws } from './lot-draws.service.ts';
import {
  dividesNow,
  propose,
  sharedByKernen,
  type ProposalFacts,
  type ProposalOutcome,
} from './domain/proposal.ts';

/** What a run of proposals was made of and what came out. */
export interface ProposalResult {
  readonly applications: readonly ApplicationEntity[];
  readonly outcomes: ReadonlyMap<string, ProposalOutcome>;
  /** With what the lot was drawn, or null while there is no money to divide. */
  readonly lotSeed: string | null;
}

/** Loads what proposals are made from, and has the pure rules make them. */
@Injectable()
export class ProposalInputs {
  readonly #applications: ApplicationsService;
  readonly #findings: FindingsService;
  readonly #regulations: RegulationsService;
  readonly #lots: LotDraws;
  readonly #clock: Clock;

  constructor(
    applications: ApplicationsService,
    findings: FindingsService,
    regulations: RegulationsService,
    lots: LotDraws,
    clock: Clock,
  ) {
    this.#applications = applications;
    this.#findings = findings;
    this.#regulations = regulations;
    this.#lots = lots;
    this.#clock = clock;
  }

  /**
   * Proposals for all undecided applications from these budgets, with the balances that the budgets have now.
   * @param holdApplications locks the applications until the end of the transaction, to decide on them
   */
  async proposals(
    manager: EntityManager,
    actor: Actor,
    regulationId: string,
    budgets: readonly BudgetState[],
    holdApplications = false,
  ): Promise<ProposalResult> {
    const versions = await this.#regulations.versionsOf(manager, regulationId);
    const current = present(versions.at(-1), 'a regulation has a version').document;
    const documents = new Map(versions.map((version) => [version.id, version.document]));
    const kernIds = budgets.map((budget) => budget.kernId);
    const rows = await manager.find(ApplicationEntity, {
      where: {
        regulationVersionId: In([...documents.keys()]),
        ...(kernIds.includes(null) ? {} : { kernId: In(kernIds) }),
        status: In([...undecidedStatuses]),
      },
      order: { id: 'ASC' },
      ...(holdApplications ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    const applications = await this.#applications.open(manager, rows);
    const facts = await this.#factsOf(manager, applications, documents);
    const remaindersCents = new Map<string, Cents>(
      budgets.map((budget) => [budget.kernId ?? sharedByKernen, budget.available]),
    );
    const windowClosed = this.#clock.today() > lastDayOfWindow(current);
    const divides = dividesNow(current, windowClosed);
    const lotSeed = divides ? await this.#lots.seedOf(manager, actor, regulationId) : null;
    return {
      applications,
      outcomes: propose({ document: current, remaindersCents, lotSeed }, facts),
      lotSeed,
    };
  }

  async #factsOf(
    manager: EntityManager,
    applications: readonly ApplicationEntity[],
    documents: ReadonlyMap<string, RegulationDocument>,
  ): Promise<ProposalFacts[]> {
    const ids = applications.map((application) => application.id);
    const recorded = await this.#findings.recorded(manager, ids);
    const requests = await this.#applications.completionRequestsOf(manager, ids);
    const today = this.#clock.today();
    return applications.map((application) => {
      const document = present(
        documents.get(application.regulationVersionId),
        'bound to one of the versions',
      );
      return {
        applicationId: application.id,
        number: present(application.number, 'a received application has a number'),
        kernId: application.kernId,
        status: application.status,
        completedOn: application.completedOn,
        requestedCents: application.requestedCents,
        grantable: grantableAmount(document, factsOf(application)),
        findings: assess(document, factsOf(application), recorded.get(application.id) ?? new Map()),
        completionRanOut: hasRunOut(requests.get(application.id) ?? [], today),
        mayLeaveUntreated: mayLeaveUntreated(requests.get(application.id) ?? [], today),
      };
    });
  }
}
