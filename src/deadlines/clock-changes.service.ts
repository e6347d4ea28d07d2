import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ApplicationsService } from '../applications/applications.service.ts';
import { type CaseChange, HeldCases } from '../applications/held-cases.service.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import type { Action } from '../identity/domain/actions.ts';
import { CaseClocks } from './case-clocks.service.ts';
import { DeadlineView } from './deadline-view.service.ts';
import type { DeadlinesResponse } from './deadlines.response.ts';
import type { CaseClock } from './domain/case-clock.ts';
import { DueDates } from './due-dates.service.ts';

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
  readonly #held: HeldCases;
  readonly #applications: ApplicationsService;
  readonly #clocks: CaseClocks;
  readonly #dueDates: DueDates;
  readonly #view: DeadlineView;

  constructor(
    held: HeldCases,
    applications: ApplicationsService,
    clocks: CaseClocks,
    dueDates: DueDates,
    view: DeadlineView,
  ) {
    this.#held = held;
    this.#applications = applications;
    this.#clocks = clocks;
    this.#dueDates = dueDates;
    this.#view = view;
  }

  /** @param record refuses what cannot be, and stores the rest */
  make(
    change: CaseChange,
    action: Action,
    record: (manager: EntityManager, held: HeldClock) => unknown,
  ): Promise<DeadlinesResponse> {
    return this.#held.change(change, action, async (manager, visible) => {
      const { application } = visible;
      await record(manager, { visible, clock: await this.#clocks.of(manager, application) });
      await this.#applications.raiseVersion(manager, application);
      this.#dueDates.store(manager, await this.#clocks.of(manager, application));
      return this.#view.of(manager, change.actor, visible);
    });
  }
}
