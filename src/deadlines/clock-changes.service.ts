import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { type Visible, VisibleApplications } from '../applications/visible-applications.service.ts';
import type { Action } from '../identity/domain/actions.ts';
import { CaseClocks } from './case-clocks.service.ts';
import { DeadlineView } from './deadline-view.service.ts';
import type { DeadlinesResponse } from './deadlines.response.ts';
import type { CaseClock } from './domain/case-clock.ts';
import { DueDates } from './due-dates.service.ts';

/** Of which case something is recorded, by whom, and which version of it the caller has seen. */
export interface ClockChange {
  readonly actor: Actor;
  readonly claim: IdempotencyClaim;
  readonly applicationId: string;
  readonly expectedVersion: number;
}

/** A case that is held until the end of the transaction, with all that its terms follow from. */
export interface HeldClock {
  readonly visible: Visible;
  readonly clock: CaseClock;
}

/**
 * What every record about the clock has in common: the case is held, the record is made at most once, the version
 * goes up and the due dates are computed anew, all in one transaction.
 */
@Injectable()
export class ClockChanges {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #applications: ApplicationsService;
  readonly #clocks: CaseClocks;
  readonly #dueDates: DueDates;
  readonly #view: DeadlineView;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    applications: ApplicationsService,
    clocks: CaseClocks,
    dueDates: DueDates,
    view: DeadlineView,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#applications = applications;
    this.#clocks = clocks;
    this.#dueDates = dueDates;
    this.#view = view;
  }

  /** @param record refuses what cannot be, and stores the rest */
  async make(
    { actor, claim, applicationId, expectedVersion }: ClockChange,
    action: Action,
    record: (manager: EntityManager, held: HeldClock) => unknown,
  ): Promise<DeadlinesResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const visible = await this.#visible.hold(manager, actor, action, applicationId, expectedVersion);
        const { application } = visible;
        await record(manager, { visible, clock: await this.#clocks.of(manager, application) });
        await this.#applications.raiseVersion(manager, application);
        this.#dueDates.store(manager, await this.#clocks.of(manager, application));
        return this.#view.of(manager, actor, visible);
      },
      (manager) => this.#visible.open(manager, actor, action, applicationId),
    );
    return answer;
  }
}
