import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { DomainError } from '../kernel/domain-error.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { noteCase, noteOnBehalfOf } from '../platform/http/request-context.ts';
import { applicantSubject, type RightFacts } from '../identity/domain/condition.ts';
import { interested } from '../identity/domain/identity.problems.ts';
import { interestMatters, permits, requireRight } from '../identity/domain/permission.ts';
import type { Action } from '../identity/domain/actions.ts';
import { inOwnName, onBehalfOf } from '../identity/domain/standing-in.ts';
import { DutyRules } from '../identity/duty-rules.service.ts';
import type { Kern } from '../kernen/domain/kern.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { ApplicationEntity } from './application.entity.ts';
import { ApplicationsService } from './applications.service.ts';
import { Interests } from './interests.service.ts';
import { applicationNotFound } from './domain/application.problems.ts';

/** An application that the caller may use for what it was asked for. */
export interface Visible {
  readonly application: ApplicationEntity;
  readonly kern: Kern;
  /** What the rights of the caller were asked with. */
  readonly facts: RightFacts;
}

/** Opens applications for callers: what somebody may not see gives the same answer as what does not exist. */
@Injectable()
export class VisibleApplications {
  readonly #applications: ApplicationsService;
  readonly #kernen: KernenService;
  readonly #interests: Interests;
  readonly #duties: DutyRules;

  constructor(
    applications: ApplicationsService,
    kernen: KernenService,
    interests: Interests,
    duties: DutyRules,
  ) {
    this.#applications = applications;
    this.#kernen = kernen;
    this.#interests = interests;
    this.#duties = duties;
  }

  /**
   * @param unknown the error for what the caller may not know to exist, when that is not the application itself
   * @throws DomainError `application-not-found`, `not-allowed` or `has-interest`
   */
  async open(
    manager: EntityManager,
    actor: Actor,
    action: Action,
    applicationId: string,
    unknown: () => DomainError = applicationNotFound,
  ): Promise<Visible> {
    const application = await this.#applications.get(manager, applicationId);
    return this.#permitted(manager, actor, action, application, unknown);
  }

  /**
   * Opens an application to change it, and holds it until the end of the transaction.
   * @param expectedVersion the version that the caller has seen
   * @throws DomainError `application-not-found`, `not-allowed` or `has-interest`; HttpProblem `precondition-failed`
   */
  async hold(
    manager: EntityManager,
    actor: Actor,
    action: Action,
    applicationId: string,
    expectedVersion: number,
  ): Promise<Visible> {
    const application = await this.#applications.lock(manager, applicationId);
    const visible = await this.#permitted(manager, actor, action, application, applicationNotFound);
    requireVersion(expectedVersion, application.version);
    return visible;
  }

  /**
   * Holds an application to add something to its file, whatever else was added since the caller looked: nothing that
   * is there changes by it.
   * @throws DomainError `application-not-found`, `not-allowed` or `has-interest`
   */
  async holdToAdd(
    manager: EntityManager,
    actor: Actor,
    action: Action,
    applicationId: string,
  ): Promise<Visible> {
    const application = await this.#applications.lock(manager, applicationId);
    return this.#permitted(manager, actor, action, application, applicationNotFound);
  }

  async #permitted(
    manager: EntityManager,
    actor: Actor,
    action: Action,
    application: ApplicationEntity,
    unknown: () => DomainError,
  ): Promise<Visible> {
    const kern = await this.#kernen.get(manager, application.kernId);
    const { ownerSubject } = application;
    noteCase(application.id);
    // What was never submitted is nobody's business but the applicant's, a withdrawn draft as little as a draft.
    if (application.number === null && ownerSubject !== applicantSubject(actor)) {
      throw applicationNotFound().withholding();
    }
    const interest =
      interestMatters(actor, action) && (await this.#interests.isInterested(manager, actor, application));
    const facts = {
      ...{ kernCode: kern.code, interest, assigneeSubject: application.assigneeSubject },
      ...(ownerSubject !== null && { ownerSubject }),
      onlyAssigned: this.#duties.assessesWhenAssigned,
    };
    requireRight(actor, action, facts, unknown);
    await this.#actInPlace(manager, actor, action, facts, application);
    return { application, kern, facts };
  }

  /**
   * Notes in whose place the caller acts. What somebody may not do because of an interest, nobody does in that
   * person's place either; whoever may do it in the own name does so.
   * @throws DomainError `has-interest`
   */
  async #actInPlace(
    manager: EntityManager,
    actor: Actor,
    action: Action,
    facts: RightFacts,
    application: ApplicationEntity,
  ): Promise<void> {
    const absent = onBehalfOf(actor, action, facts);
    if (absent === null) return;
    const { subject } = absent;
    const itself: Actor = { ...inOwnName(actor), subject, represents: null };
    const isBarred =
      interestMatters(itself, action) && (await this.#interests.isInterested(manager, itself, application));
    if (!isBarred) noteOnBehalfOf(absent);
    else if (!permits(inOwnName(actor), action, facts)) throw interested();
  }
}
