import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { checkedStep } from './domain/checked-step.ts';
import { CaseWays } from './case-ways.service.ts';
import type { RecordStepRequest } from './record-step.request.ts';
import { StepWork } from './step-work.service.ts';
import { StepRecords } from './step-records.service.ts';

/** Does a step of a case: the rules decide whether it can be done now, by whom, and what came of it. */
@Injectable()
export class RecordStep {
  readonly #ways: CaseWays;
  readonly #records: StepRecords;
  readonly #attachments: Attachments;
  readonly #work: StepWork;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    ways: CaseWays,
    records: StepRecords,
    attachments: Attachments,
    work: StepWork,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#ways = ways;
    this.#records = records;
    this.#attachments = attachments;
    this.#work = work;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Records a step of an application that the caller has locked; its version rises.
   * @throws DomainError as `checkedStep`, or `attachment-unknown` for what is no attachment of the application
   */
  async record(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    stepCode: string,
    { doneOn, findings, attachmentIds: named = [] }: RecordStepRequest,
  ): Promise<void> {
    const today = this.#clock.today();
    const onItsWay = await this.#ways.of(manager, application);
    const done = checkedStep(
      { status: application.status, requestedCents: application.requestedCents, onItsWay, today },
      { stepCode, doneOn: doneOn ?? today, findings, roles: actor.roles },
    );
    const attachmentIds = [...new Set(named)];
    await this.#attachments.requireOf(manager, application.id, named, '/attachmentIds');
    if (onItsWay !== null) await this.#ways.keep(manager, application, onItsWay);
    await this.#records.add(manager, actor, {
      applicationId: application.id,
      attachmentIds,
      ...done,
    });
    if (onItsWay !== null) await this.#records.noteLapses(manager, application.id, onItsWay.progress);
    await this.#work.moveOn(manager, application);
    const { outcome } = done;
    this.#audit.record(manager, actor, {
      ...{ action: 'step:record', subjectKind: 'application', subjectId: application.id },
      detail: { stepCode, outcome, doneOn: done.doneOn },
    });
  }
}
