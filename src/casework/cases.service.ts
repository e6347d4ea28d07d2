import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { DecisionsService } from '../decisions/decisions.service.ts';
import { decisionNotFound } from '../decisions/domain/decisions.problems.ts';
import { permits } from '../identity/domain/permission.ts';
import { DecisionResponse, TimelineEventResponse, TimelineResponse } from './case.response.ts';

/** Reads single cases. */
@Injectable()
export class CasesService {
  readonly #manager: EntityManager;
  readonly #visible: VisibleApplications;
  readonly #applications: ApplicationsService;
  readonly #decisions: DecisionsService;

  constructor(
    manager: EntityManager,
    visible: VisibleApplications,
    applications: ApplicationsService,
    decisions: DecisionsService,
  ) {
    this.#manager = manager;
    this.#visible = visible;
    this.#applications = applications;
    this.#decisions = decisions;
  }

  async get(actor: Actor, applicationId: string): Promise<ApplicationResponse> {
    const { application, kern } = await this.#visible.open(
      this.#manager,
      actor,
      'application:read',
      applicationId,
    );
    return ApplicationResponse.of(application, kern.code);
  }

  async timeline(actor: Actor, applicationId: string): Promise<TimelineResponse> {
    await this.#visible.open(this.#manager, actor, 'application:read', applicationId);
    const events = await this.#applications.timeline(this.#manager, applicationId);
    return Object.assign(new TimelineResponse(), {
      events: events.map((event) => TimelineEventResponse.of(event)),
    });
  }

  /**
   * The decision. For the applicant it is there from its announcement on: before that it has no effect and may
   * still be withdrawn (Awb 3:40).
   * @throws DomainError `decision-not-found`
   */
  async decision(actor: Actor, applicationId: string): Promise<DecisionResponse> {
    const { application, kern } = await this.#visible.open(
      this.#manager,
      actor,
      'application:read',
      applicationId,
    );
    const decision = await this.#decisions.findOf(this.#manager, applicationId);
    const isOfficial = permits(actor, 'finding:read', { kernCode: kern.code });
    if (!decision || (application.status !== 'announced' && !isOfficial)) throw decisionNotFound();
    return DecisionResponse.of(decision);
  }
}
