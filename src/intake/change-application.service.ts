import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import { applicantSubject } from '../identity/domain/condition.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService, type Changes, type Step } from '../applications/applications.service.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import { applicationDifference } from '../applications/domain/application-difference.ts';
import { awaitsAnswer } from '../applications/domain/completion-request.ts';
import { frozenFaults, isFrozen } from '../applications/domain/frozen-content.ts';
import { nextStatus } from '../applications/domain/lifecycle.ts';
import { workRanks } from '../applications/domain/waiting-work.ts';
import { WaitingWork } from '../applications/waiting-work.service.ts';
import { missingItems } from '../applications/domain/completeness.ts';
import { otherParts } from '../applications/domain/spanned-plan.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { DueDates } from '../deadlines/due-dates.service.ts';
import { CaseSteps } from './case-steps.service.ts';
import { refuseImpossiblePeriod, supplementOf } from './application-content.ts';
import type { SupplementRequest } from './supplement.request.ts';

function otherPartsOf({ spanned, id }: ApplicationEntity) {
  return spanned === undefined ? [] : otherParts(spanned, id);
}

/** Completeness follows from what was sent; nobody judges it. */
const computedBy = 'vanzelf vastgesteld';

/** What applicants do with an application that is already there. The caller holds the application. */
@Injectable()
export class ChangeApplication {
  readonly #applications: ApplicationsService;
  readonly #dueDates: DueDates;
  readonly #steps: CaseSteps;
  readonly #waiting: WaitingWork;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    applications: ApplicationsService,
    dueDates: DueDates,
    steps: CaseSteps,
    waiting: WaitingWork,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#applications = applications;
    this.#dueDates = dueDates;
    this.#steps = steps;
    this.#waiting = waiting;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Replaces the content of a draft. @throws DomainError `step-not-possible` when it was submitted */
  async revise(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    changes: Changes,
    iban: string | null,
  ): Promise<ApplicationEntity> {
    if (application.status !== 'draft') {
      const detail = 'Deze aanvraag is ingediend. Vul haar aan, of trek haar in.';
      throw DomainError.of(applicationProblems, 'step-not-possible', detail);
    }
    const revised = await this.#applications.revise(manager, application, changes, iban);
    this.#record(manager, actor, 'application:draft', application, revised);
    return revised;
  }

  /**
   * Adds what was lacking. When nothing is lacking any more, the application is complete from this day on: that
   * is its place in the order, and the clock goes on (Awb 4:15).
   */
  async supplement(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    document: RegulationDocument,
    request: SupplementRequest,
  ): Promise<ApplicationEntity> {
    const today = this.#receivedOn(actor, application, request.receivedOn);
    await this.#refuseFrozen(manager, application, document, supplementOf(request));
    const changed = await this.#supplementOne(manager, actor, application, document, request, today);
    for (const { applicationId } of otherPartsOf(application)) {
      const other = await this.#applications.lock(manager, applicationId);
      if (nextStatus(other.status, 'supplement') === null) continue;
      await this.#supplementOne(manager, actor, other, document, request, today);
    }
    return changed;
  }

  /** What is told about a plan for several kernen counts for the application of each of them. */
  async #supplementOne(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    document: RegulationDocument,
    request: SupplementRequest,
    today: CalendarDate,
  ): Promise<ApplicationEntity> {
    const added = supplementOf(request);
    const supplemented = Object.assign(new ApplicationEntity(), application, added);
    refuseImpossiblePeriod(supplemented);
    const complete = missingItems(supplemented, document).length === 0;
    const detail = { explanation: request.explanation };
    const steps: Step[] = [{ event: 'supplement', actor, countsOn: today, detail }];
    if (complete) steps.push({ event: 'find-complete', actor, countsOn: today, by: computedBy });
    const changes = complete ? { ...added, completedOn: today } : added;
    const changed = await this.#applications.take(manager, application, steps, changes, request.iban);
    if (complete) await this.#steps.closeRequests(manager, application.id, today);
    await this.#dueDates.refresh(manager, changed);
    if (application.ownerSubject === applicantSubject(actor)) this.#letLookAt(manager, changed, today);
    this.#record(manager, actor, 'application:supplement', application, changed);
    return changed;
  }

  /**
   * Finds an application complete on the day on which an attachment came in, when that was the last that was lacking.
   * @returns the application as it is then
   */
  async completeByAttachment(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    document: RegulationDocument,
    { id: attachmentId, receivedOn }: { readonly id: string; readonly receivedOn: CalendarDate },
  ): Promise<ApplicationEntity> {
    const isOpen = application.status === 'received' || application.status === 'incomplete';
    if (!isOpen || missingItems(application, document).length > 0) return application;
    const steps: Step[] = [
      { event: 'supplement', actor, countsOn: receivedOn, detail: { attachmentId } },
      { event: 'find-complete', actor, countsOn: receivedOn, by: computedBy },
    ];
    const changed = await this.#applications.take(manager, application, steps, { completedOn: receivedOn });
    await this.#steps.closeRequests(manager, application.id, receivedOn);
    await this.#dueDates.refresh(manager, changed);
    this.#record(manager, actor, 'application:supplement', application, changed);
    return changed;
  }

  /**
   * What was asked can be answered; else what was told before a round closed stays as it was.
   * @throws DomainError `content-frozen`
   */
  async #refuseFrozen(
    manager: EntityManager,
    application: ApplicationEntity,
    document: RegulationDocument,
    added: ReturnType<typeof supplementOf>,
  ): Promise<void> {
    const today = this.#clock.today();
    if (!isFrozen(document, application.receivedOn ?? today, today)) return;
    const requests = await this.#applications.completionRequests(manager, application.id);
    if (awaitsAnswer(requests)) return;
    const faults = frozenFaults(application, added);
    if (faults.length === 0) return;
    const detail = 'De aanvraagronde is gesloten. Aanvullen kan; wat al is opgegeven, verandert niet meer.';
    throw DomainError.of(applicationProblems, 'content-frozen', detail, faults);
  }

  async withdraw(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
  ): Promise<ApplicationEntity> {
    const changed = await this.#steps.end(manager, actor, application, 'withdraw');
    this.#record(manager, actor, 'application:withdraw', application, changed);
    return changed;
  }

  /**
   * The day on which a supplement came in: today, or the receipt stamp that an official names for a letter.
   * @throws DomainError `receipt-not-possible`
   */
  #receivedOn(
    actor: Actor,
    application: ApplicationEntity,
    stampedOn: CalendarDate | undefined,
  ): CalendarDate {
    const today = this.#clock.today();
    if (stampedOn === undefined) return today;
    const isApplicant = application.ownerSubject === applicantSubject(actor);
    const isPossible = stampedOn <= today && stampedOn >= (application.receivedOn ?? today);
    if (!isApplicant && isPossible) return stampedOn;
    const detail = isApplicant
      ? 'Alleen een medewerker voert een datum van ontvangst in.'
      : 'De datum van ontvangst ligt na die van de aanvraag en niet in de toekomst.';
    const fault: InputFault = { in: 'body', location: '/receivedOn', code: 'receipt-not-possible', detail };
    throw DomainError.of(applicationProblems, 'receipt-not-possible', detail, [fault]);
  }

  /** What came in by itself waits until somebody looks at it. */
  #letLookAt(manager: EntityManager, { id }: ApplicationEntity, today: CalendarDate): void {
    const since = { actsOn: today, visibleOn: today, hiddenAfter: null };
    this.#waiting.replace(manager, id, 'supplement', [
      { kind: 'supplement', waitsFor: 'handler', rank: workRanks.ready, ...since },
    ]);
  }

  #record(
    manager: EntityManager,
    actor: Actor,
    action: string,
    before: ApplicationEntity,
    after: ApplicationEntity,
  ): void {
    this.#audit.record(manager, actor, {
      action,
      subjectKind: 'application',
      subjectId: after.id,
      difference: applicationDifference(before, after),
      detail: { status: after.status },
    });
  }
}
