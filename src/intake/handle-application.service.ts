import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import type { NewApplicationChangeResponse } from '../applications/application-change.response.ts';
import type { NewForwardingResponse } from '../applications/forwarding.response.ts';
import type { NewMergerResponse } from '../applications/merger.response.ts';
import { type Visible, VisibleApplications } from '../applications/visible-applications.service.ts';
import type { Action } from '../identity/domain/actions.ts';
import { CorrectApplication } from './correct-application.service.ts';
import type { CorrectionRequest } from './correction.request.ts';
import { ForwardApplication } from './forward-application.service.ts';
import type { ForwardingRequest } from './forwarding.request.ts';
import type { Change } from './intake.service.ts';
import { type DoubleIntake, MergeApplications } from './merge-applications.service.ts';
import type { MergerRequest } from './merger.request.ts';
import { ReduceApplication } from './reduce-application.service.ts';
import type { ReductionRequest } from './reduction.request.ts';

/** Opens the transaction of what officials do to an application before the decision, and does it at most once. */
@Injectable()
export class HandleApplication {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #correct: CorrectApplication;
  readonly #reduce: ReduceApplication;
  readonly #merge: MergeApplications;
  readonly #forward: ForwardApplication;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    correct: CorrectApplication,
    reduce: ReduceApplication,
    merge: MergeApplications,
    forward: ForwardApplication,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#correct = correct;
    this.#reduce = reduce;
    this.#merge = merge;
    this.#forward = forward;
  }

  correct(change: Change, request: CorrectionRequest): Promise<NewApplicationChangeResponse> {
    return this.#once(change, 'application:correct', async (manager) =>
      this.#correct.correct(
        manager,
        change.actor,
        await this.#held(manager, change, 'application:correct'),
        request,
      ),
    );
  }

  reduce(change: Change, request: ReductionRequest): Promise<NewApplicationChangeResponse> {
    return this.#once(change, 'application:reduce', async (manager) =>
      this.#reduce.reduce(
        manager,
        change.actor,
        await this.#held(manager, change, 'application:reduce'),
        request,
      ),
    );
  }

  forward(change: Change, request: ForwardingRequest): Promise<NewForwardingResponse> {
    return this.#once(change, 'application:forward', async (manager) =>
      this.#forward.forward(
        manager,
        change.actor,
        await this.#held(manager, change, 'application:forward'),
        request,
      ),
    );
  }

  /** The application of the address goes on, the duplicate ends; the caller has the right to both. */
  merge(
    change: Change,
    { duplicateId, duplicateVersion, reason }: MergerRequest,
  ): Promise<NewMergerResponse> {
    return this.#once(change, 'application:merge', async (manager) => {
      const duplicate = { ...change, applicationId: duplicateId, expectedVersion: duplicateVersion };
      const twins = await this.#bothHeld(manager, change, duplicate);
      return this.#merge.merge(manager, change.actor, twins, reason ?? null);
    });
  }

  /**
   * Holds both in the order in which everybody does, so that nobody waits for each other. The one of the address is
   * asked for first, as everywhere.
   */
  async #bothHeld(manager: EntityManager, one: Change, other: Change): Promise<DoubleIntake> {
    const { actor, applicationId, expectedVersion } = one;
    const { application } = await this.#visible.open(manager, actor, 'application:merge', applicationId);
    requireVersion(expectedVersion, application.version);
    const held = new Map<string, Visible>();
    const sorted = [one, other].sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
    for (const each of sorted) {
      // Of an application that is called a duplicate of itself one version is enough.
      if (held.has(each.applicationId)) continue;
      held.set(each.applicationId, await this.#held(manager, each, 'application:merge'));
    }
    const [continuing, ending] = [held.get(one.applicationId), held.get(other.applicationId)];
    return {
      continuing: present(continuing, 'it was held').application,
      ending: present(ending, 'it was held').application,
    };
  }

  #held(
    manager: EntityManager,
    { actor, applicationId, expectedVersion }: Change,
    action: Action,
  ): Promise<Visible> {
    return this.#visible.hold(manager, actor, action, applicationId, expectedVersion);
  }

  async #once<T>(
    { actor, claim, applicationId }: Change,
    action: Action,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const { answer } = await this.#transactions.runOnce(claimedBy(actor, claim), work, (manager) =>
      this.#visible.open(manager, actor, action, applicationId),
    );
    return answer;
  }
}
