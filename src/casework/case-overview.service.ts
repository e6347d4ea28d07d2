import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { decisionDue } from '../applications/domain/decision-due.ts';
import { Interests } from '../applications/interests.service.ts';
import { type Visible, VisibleApplications } from '../applications/visible-applications.service.ts';
import { FindingResponse, HistoryWarningResponse } from '../assessment/finding.response.ts';
import { viewOf } from '../identity/domain/case-view.ts';
import { permits } from '../identity/domain/permission.ts';
import { isDecisionLetter } from '../letters/domain/check-letter.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import { type CaseRecord, CaseRecords } from './case-records.service.ts';
import { CaseOverviewResponse, DeadlineResponse, DecisionResponse } from './case.response.ts';
import { type Deadline, nextDeadline } from './domain/next-deadline.ts';
import { possibleActions } from './domain/possible-actions.ts';
import { asKnownTo, seesDecision } from './domain/visible-decision.ts';

/** One page with all that somebody needs to handle, or to follow, an application. */
@Injectable()
export class CaseOverview {
  readonly #manager: EntityManager;
  readonly #visible: VisibleApplications;
  readonly #records: CaseRecords;
  readonly #applications: ApplicationsService;
  readonly #interests: Interests;
  readonly #clock: Clock;

  constructor(
    manager: EntityManager,
    visible: VisibleApplications,
    records: CaseRecords,
    applications: ApplicationsService,
    interests: Interests,
    clock: Clock,
  ) {
    this.#manager = manager;
    this.#visible = visible;
    this.#records = records;
    this.#applications = applications;
    this.#interests = interests;
    this.#clock = clock;
  }

  async of(actor: Actor, applicationId: string): Promise<CaseOverviewResponse> {
    const visible = await this.#visible.open(this.#manager, actor, 'application:read', applicationId);
    const record = await this.#records.gather(this.#manager, visible.application);
    const deadline = await this.#deadline(asKnownTo(actor, visible.application, visible.facts), record);
    const interest = await this.#interests.isInterested(this.#manager, actor, visible.application);
    return overviewOf(actor, { ...visible, facts: { ...visible.facts, interest } }, record, deadline);
  }

  async #deadline(
    application: ApplicationEntity,
    { document, letters }: CaseRecord,
  ): Promise<Deadline | null> {
    const requests = await this.#applications.completionRequests(this.#manager, application.id);
    const open = requests.findLast((request) => request.askedOn !== null && request.answeredOn === null);
    const announced = letters.find((letter) => letter.sentOn !== null && isDecisionLetter(letter.kind));
    return nextDeadline({
      status: application.status,
      today: this.#clock.today(),
      decisionDue: application.receivedOn === null ? null : decisionDue(application, document, requests),
      completionLastDay: open?.lastDay ?? null,
      objectionLastDay: announced?.terms?.lastObjectionDay ?? null,
    });
  }
}

/**
 * What was found and decided is the municipality's own business until the letter has been sent. What can be done next
 * follows from the true state, so that nothing is offered that would be refused.
 */
function overviewOf(
  actor: Actor,
  { application, kern, facts }: Visible,
  record: CaseRecord,
  deadline: Deadline | null,
): CaseOverviewResponse {
  const known = asKnownTo(actor, application, facts);
  const view = viewOf(actor, 'application:read', facts);
  const isOfficial = permits(actor, 'finding:read', facts);
  const isOpen = isOfficial || application.status === 'announced';
  const letters = record.letters.filter((letter) => isOfficial || letter.sentOn !== null);
  return Object.assign(new CaseOverviewResponse(), {
    version: application.version,
    application: ApplicationResponse.of(known, kern.code, record.document, view),
    kernName: kern.name,
    availableInKernCents: record.availableInKernCents,
    nextDeadline: deadline && deadlineOf(deadline),
    promisedAnswerOn: record.document.terms.promisedAnswerOn ?? null,
    possibleActions: possibleActions(actor, application.status, facts),
    decision:
      record.decision && seesDecision(actor, application.status, facts)
        ? DecisionResponse.of(record.decision, view)
        : null,
    ...(view.has('motivation') && {
      findings: isOpen ? record.findings.map((finding) => FindingResponse.of(finding)) : [],
      warnings: isOfficial ? record.warnings.map((warning) => HistoryWarningResponse.of(warning)) : [],
      letters: letters.map((letter) => LetterResponse.of(letter)),
    }),
  });
}

function deadlineOf({ kind, lastDay, sentences }: Deadline): DeadlineResponse {
  return Object.assign(new DeadlineResponse(), { kind, lastDate: lastDay, sentences });
}
