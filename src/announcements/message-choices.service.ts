import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import type { MessageChoice } from '../letters/domain/message-kind.ts';
import { MessageChannels } from './message-channels.service.ts';
import { MessageChoiceEntity } from './message-choice.entity.ts';
import { MessageChoicesResponse } from './message-choice.response.ts';

/** Lets an applicant choose, per kind of message, between post and electronically; and choose again (Awb 2:8). */
@Injectable()
export class MessageChoices {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #applications: ApplicationsService;
  readonly #channels: MessageChannels;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    applications: ApplicationsService,
    channels: MessageChannels,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#applications = applications;
    this.#channels = channels;
    this.#audit = audit;
    this.#clock = clock;
  }

  read(actor: Actor, applicationId: string): Promise<MessageChoicesResponse> {
    return this.#transactions.run(async (manager) => {
      const action = 'message-choice:read';
      const { application } = await this.#visible.open(manager, actor, action, applicationId);
      return MessageChoicesResponse.of(application.version, await this.#channels.of(manager, application));
    });
  }

  /** Holds from now on, for letters that were not sent yet. @throws DomainError as `VisibleApplications.hold` */
  async choose(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    expectedVersion: number,
    choice: MessageChoice,
  ): Promise<MessageChoicesResponse> {
    const action = 'message-choice:record';
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const { application } = await this.#visible.hold(
          manager,
          actor,
          action,
          applicationId,
          expectedVersion,
        );
        this.#store(manager, actor, applicationId, choice);
        await this.#applications.raiseVersion(manager, application);
        return MessageChoicesResponse.of(application.version, await this.#channels.of(manager, application));
      },
      (manager) => this.#visible.open(manager, actor, action, applicationId),
    );
    return answer;
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
