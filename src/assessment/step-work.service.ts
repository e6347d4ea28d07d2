import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { undecidedStatuses } from '../applications/domain/lifecycle.ts';
import { WaitingWork } from '../applications/waiting-work.service.ts';
import { CaseWays } from './case-ways.service.ts';
import { stepWorkOf } from './domain/step-work.ts';

/** Keeps which steps wait for whom, today and later, where the list of somebody's work finds them. */
@Injectable()
export class StepWork {
  readonly #ways: CaseWays;
  readonly #waiting: WaitingWork;
  readonly #applications: ApplicationsService;

  constructor(ways: CaseWays, waiting: WaitingWork, applications: ApplicationsService) {
    this.#ways = ways;
    this.#waiting = waiting;
    this.#applications = applications;
  }

  /** After a step was done: the version of the application rises, and the next step waits. */
  async moveOn(manager: EntityManager, application: ApplicationEntity): Promise<void> {
    await this.#applications.raiseVersion(manager, application);
    await this.refresh(manager, application);
  }

  /** Computes anew what waits, after something of the case changed. @param application as it is now, locked or new */
  async refresh(manager: EntityManager, application: ApplicationEntity): Promise<void> {
    const isOpen = (undecidedStatuses as readonly string[]).includes(application.status);
    const onItsWay = isOpen ? await this.#ways.of(manager, application) : null;
    const items = onItsWay === null ? [] : stepWorkOf(onItsWay.way);
    this.#waiting.replace(manager, application.id, 'step', items);
  }
}
