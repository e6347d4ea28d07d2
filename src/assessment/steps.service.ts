import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { HeldCases } from '../applications/held-cases.service.ts';
import { type Visible, VisibleApplications } from '../applications/visible-applications.service.ts';
import { viewOf } from '../identity/domain/case-view.ts';
import { WayChecks } from '../ways/way-checks.service.ts';
import { CaseWays } from './case-ways.service.ts';
import type { RecordStepRequest } from './record-step.request.ts';
import { RecordStep } from './record-step.service.ts';
import { StepListResponse } from './step.response.ts';

/** Which step of which application is done, and which version of the application was seen. */
export interface StepPlace {
  readonly applicationId: string;
  readonly stepCode: string;
  readonly expectedVersion: number;
}

/** Shows the steps of cases, and has them done. */
@Injectable()
export class Steps {
  readonly #held: HeldCases;
  readonly #visible: VisibleApplications;
  readonly #ways: CaseWays;
  readonly #checks: WayChecks;
  readonly #doing: RecordStep;
  readonly #manager: EntityManager;

  constructor(
    held: HeldCases,
    visible: VisibleApplications,
    ways: CaseWays,
    checks: WayChecks,
    doing: RecordStep,
    manager: EntityManager,
  ) {
    this.#held = held;
    this.#visible = visible;
    this.#ways = ways;
    this.#checks = checks;
    this.#doing = doing;
    this.#manager = manager;
  }

  async list(actor: Actor, applicationId: string): Promise<StepListResponse> {
    const visible = await this.#visible.open(this.#manager, actor, 'step:read', applicationId);
    return this.#present(this.#manager, actor, visible);
  }

  /** @throws DomainError as `RecordStep.record` and `VisibleApplications.hold` */
  record(
    actor: Actor,
    claim: IdempotencyClaim,
    { applicationId, stepCode, expectedVersion }: StepPlace,
    request: RecordStepRequest,
  ): Promise<StepListResponse> {
    const change = { actor, claim, applicationId, expectedVersion };
    return this.#held.change(change, 'step:record', async (manager, visible) => {
      await this.#doing.record(manager, actor, visible.application, stepCode, request);
      return this.#present(manager, actor, visible);
    });
  }

  async #present(
    manager: EntityManager,
    actor: Actor,
    { application, kern, facts }: Visible,
  ): Promise<StepListResponse> {
    const view = viewOf(actor, 'step:read', facts);
    const onItsWay = await this.#ways.read(manager, application);
    const kept = onItsWay?.version.document ?? { kernCodes: [] };
    const bodyName = await this.#checks.bodyNamesOf(manager, kern.code, kept);
    return StepListResponse.of(application.version, onItsWay, view, bodyName);
  }
}
