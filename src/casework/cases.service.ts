import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { decisionNotFound } from '../decisions/domain/decisions.problems.ts';
import { viewOf } from '../identity/domain/case-view.ts';
import { LetterVerification } from '../letters/letter-verification.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { DecisionResponse, TimelineEventResponse } from './case.response.ts';
import { asKnownTo, seesDecision } from './domain/visible-decision.ts';
import { KnownDecisions } from './known-decisions.service.ts';

/** Reads single cases. */
@Injectable()
export class CasesService {
  readonly #manager: EntityManager;
  readonly #visible: VisibleApplications;
  readonly #applications: ApplicationsService;
  readonly #decisions: KnownDecisions;
  readonly #regulations: RegulationsService;
  readonly #verification: LetterVerification;

  constructor(
    manager: EntityManager,
    visible: VisibleApplications,
    applications: ApplicationsService,
    decisions: KnownDecisions,
    regulations: RegulationsService,
    verification: LetterVerification,
  ) {
    this.#manager = manager;
    this.#visible = visible;
    this.#applications = applications;
    this.#decisions = decisions;
    this.#regulations = regulations;
    this.#verification = verification;
  }

  async get(actor: Actor, applicationId: string): Promise<ApplicationResponse> {
    const { application, kern, facts } = await this.#visible.open(
      this.#manager,
      actor,
      'application:read',
      applicationId,
    );
    const { document } = await this.#regulations.version(this.#manager, application.regulationVersionId);
    const known = asKnownTo(actor, application, facts);
    return ApplicationResponse.of(known, kern.code, document, viewOf(actor, 'application:read', facts));
  }

  /** What happened, oldest first; who did it only for who sees people, a decision only for who may know of it. */
  async timeline(
    actor: Actor,
    applicationId: string,
    query: PageQuery,
  ): Promise<Page<TimelineEventResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const { application, facts } = await this.#visible.open(
      this.#manager,
      actor,
      'application:read',
      applicationId,
    );
    const events = await this.#applications.timeline(this.#manager, applicationId, {
      afterId: after?.[0] ?? null,
      limit: query.limit + 1,
      without: seesDecision(actor, application.status, facts) ? [] : ['decide'],
    });
    const view = viewOf(actor, 'application:read', facts);
    return pageOf(events, query.limit, ({ id }) => [id]).map((event) =>
      TimelineEventResponse.of(event, view),
    );
  }

  /**
   * The decision. For the applicant and a village body it is there from its announcement on: before that it has no effect and may
   * still be withdrawn (Awb 3:40).
   * @throws DomainError `decision-not-found`
   */
  async decision(actor: Actor, applicationId: string): Promise<DecisionResponse> {
    const visible = await this.#visible.open(this.#manager, actor, 'application:read', applicationId);
    const known = await this.#decisions.of(this.#manager, actor, visible);
    if (known === null) throw decisionNotFound();
    const proof = await this.#verification.proofOf(this.#manager, known.decision.letterId);
    return DecisionResponse.of(known, viewOf(actor, 'application:read', visible.facts), proof);
  }
}
