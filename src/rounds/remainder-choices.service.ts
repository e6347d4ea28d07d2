import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { HeldCases } from '../applications/held-cases.service.ts';
import { Comparisons } from './comparisons.service.ts';
import { refuseUndecidable } from './domain/rounds.problems.ts';
import { RemainderChoiceEntity } from './remainder-choice.entity.ts';
import { RemainderChoiceResponse } from './remainder-choice.response.ts';

/** Lets applicants say that a part is of no use to them, so that the remainder goes where the regulation says. */
@Injectable()
export class RemainderChoices {
  readonly #held: HeldCases;
  readonly #applications: ApplicationsService;
  readonly #comparisons: Comparisons;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    held: HeldCases,
    applications: ApplicationsService,
    comparisons: Comparisons,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#held = held;
    this.#applications = applications;
    this.#comparisons = comparisons;
    this.#audit = audit;
    this.#clock = clock;
  }

  read(actor: Actor, applicationId: string): Promise<RemainderChoiceResponse> {
    return this.#held.look(actor, 'remainder:read', applicationId, async (manager, { application }) => {
      const declining = await this.#comparisons.declining(manager, [applicationId]);
      return answerOf(application.version, declining.has(applicationId));
    });
  }

  /** @throws DomainError as `VisibleApplications.hold`, or `not-to-be-compared` when it was decided or never submitted */
  choose(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    expectedVersion: number,
    declines: boolean,
  ): Promise<RemainderChoiceResponse> {
    const change = { actor, claim, applicationId, expectedVersion };
    return this.#held.change(change, 'remainder:choose', async (manager, { application }) => {
      refuseUndecidable(application.status);
      this.#store(manager, actor, applicationId, declines);
      await this.#applications.raiseVersion(manager, application);
      return answerOf(application.version, declines);
    });
  }

  #store(manager: EntityManager, actor: Actor, applicationId: string, declines: boolean): void {
    const choice = Object.assign(new RemainderChoiceEntity(), {
      ...{ id: newId(), applicationId, declines, recordedBy: actor.subject, recordedAt: this.#clock.now() },
    });
    insertRows(manager, RemainderChoiceEntity, [choice]);
    this.#audit.record(manager, actor, {
      action: 'remainder:choose',
      subjectKind: 'application',
      subjectId: applicationId,
      detail: { declines },
    });
  }
}

function answerOf(version: number, declinesPart: boolean): RemainderChoiceResponse {
  return Object.assign(new RemainderChoiceResponse(), { version, declinesPart });
}
