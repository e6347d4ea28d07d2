import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import type { NewApplicationChangeResponse } from '../applications/application-change.response.ts';
import type { NewForwardingResponse } from '../applications/forwarding.response.ts';
import type { NewMergerResponse } from '../applications/merger.response.ts';
import { type CaseChange, HeldCases } from '../applications/held-cases.service.ts';
import { type Visible, VisibleApplications } from '../applications/visible-applications.service.ts';
import { CorrectApplication } from './correct-application.service.ts';
import type { CorrectionRequest } from './correction.request.ts';
import { ForwardApplication } from './forward-application.service.ts';
import type { ForwardingRequest } from './forwarding.request.ts';
import { type DoubleIntake, MergeApplications } from './merge-applications.service.ts';
import type { MergerRequest } from './merger.request.ts';
import { ReduceApplication } from './reduce-application.service.ts';
import type { ReductionRequest } from './reduction.request.ts';

/** Opens the transaction of what officials do to an application before the decision, and does it at most once. */
@Injectable()
export class HandleApplication {
  readonly #visible: VisibleApplications;
  readonly #held: HeldCases;
  readonly #correct: CorrectApplication;
  readonly #reduce: ReduceApplication;
  readonly #merge: MergeApplications;
  readonly #forward: ForwardApplication;

  constructor(
    visible: VisibleApplications,
    held: HeldCases,
    correct: CorrectApplication,
    reduce: ReduceApplication,
    merge: MergeApplications,
    forward: ForwardApplication,
  ) {
    this.#visible = visible;
    this.#held = held;
    this.#correct = correct;
    this.#reduce = reduce;
    this.#merge = merge;
    this.#forward = forward;
  }

  correct(change: CaseChange, request: CorrectionRequest): Promise<NewApplicationChangeResponse> {
    return this.#held.change(change, 'application:correct', (manager, visible) =>
      this.#correct.correct(manager, change.actor, visible, request),
    );
  }

  reduce(change: CaseChange, request: ReductionRequest): Promise<NewApplicationChangeResponse> {
    return this.#held.change(change, 'application:reduce', (manager, visible) =>
      this.#reduce.reduce(manager, change.actor, visible, request),
    );
  }

  forward(change: CaseChange, request: ForwardingRequest): Promise<NewForwardingResponse> {
    return this.#held.change(change, 'application:forward', (manager, visible) =>
      this.#forward.forward(manager, change.actor, visible, request),
    );
  }

  /** The application of the address goes on, the duplicate ends; the caller has the right to both. */
  merge(
    change: CaseChange,
    { duplicateId, duplicateVersion, reason }: MergerRequest,
  ): Promise<NewMergerResponse> {
    return this.#held.once(change, 'application:merge', async (manager) => {
      const duplicate = { ...change, applicationId: duplicateId, expectedVersion: duplicateVersion };
      const twins = await this.#bothHeld(manager, change, duplicate);
      return this.#merge.merge(manager, change.actor, twins, reason ?? null);
    });
  }

  /**
   * Holds both in the order in which everybody does, so that nobody waits for each other. The one of the address is
   * asked for first, as everywhere.
   */
  async #bothHeld(manager: EntityManager, one: CaseChange, other: CaseChange): Promise<DoubleIntake> {
    const { actor, applicationId, expectedVersion } = one;
    const { application } = await this.#visible.open(manager, actor, 'application:merge', applicationId);
    requireVersion(expectedVersion, application.version);
    const held = new Map<string, Visible>();
    const sorted = [one, other].sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
    for (const each of sorted) {
      // Of an application that is called a duplicate of itself one version is enough.
      if (held.has(each.applicationId)) continue;
      held.set(
        each.applicationId,
        await this.#visible.hold(
          manager,
          actor,
          'application:merge',
          each.applicationId,
          each.expectedVersion,
        ),
      );
    }
    const [continuing, ending] = [held.get(one.applicationId), held.get(other.applicationId)];
    return {
      continuing: present(continuing, 'it was held').application,
      ending: present(ending, 'it was held').application,
    };
  }
}
