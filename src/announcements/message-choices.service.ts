import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { HeldCases } from '../applications/held-cases.service.ts';
import type { MessageChoice } from '../letters/domain/message-kind.ts';
import { MessageChannels } from './message-channels.service.ts';
import { MessageChoiceEntity } from './message-choice.entity.ts';
import { MessageChoicesResponse } from './message-choice.response.ts';

/** Lets an applicant choose, per kind of message, between post and electronically; and choose again (Awb 2:8). */
@Injectable()
export class MessageChoices {
  readonly #held: HeldCases;
  readonly #applications: ApplicationsService;
  readonly #channels: MessageChannels;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    held: HeldCases,
    applications: ApplicationsService,
    channels: MessageChannels,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#held = held;
    this.#applications = applications;
    this.#channels = channels;
    this.#audit = audit;
    this.#clock = clock;
  }

  read(actor: Actor, applicationId: string): Promise<MessageChoicesResponse> {
    return this.#held.look(actor, 'message-choice:read', applicationId, async (manager, { application }) =>
      MessageChoicesResponse.of(application.version, await this.#channels.of(manager, application)),
    );
  }

  /** Holds from now on, for letters that were not sent yet. @throws DomainError as `VisibleApplications.hold` */
  choose(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    expectedVersion: number,
    choice: MessageChoice,
  ): Promise<MessageChoicesResponse> {
    const change = { actor, claim, applicationId, expectedVersion };
    return this.#held.change(change, 'message-choice:record', async (manager, { application }) => {
      this.#store(manager, actor, applicationId, choice);
      await this.#applications.raiseVersion(manager, application);
      return MessageChoicesResponse.of(application.version, await this.#channels.of(manager, application));
    });
  }

  #store(manager: EntityManager, actor: Actor, applicationId: string, choice: MessageChoice): void {
    const { messageKind, channel } = choice;
    const row = Object.assign(new MessageChoiceEntity(), {
      ...{ id: newId(), applicationId, messageKind, channel },
      ...{ recordedBy: actor.subject, recordedAt: this.#clock.now() },
    });
    insertRows(manager, MessageChoiceEntity, [row]);
    this.#audit.record(manager, actor, {
      action: 'message-choice:record',
      subjectKind: 'application',
      subjectId: applicationId,
      detail: { messageKind, channel },
    });
  }
}
