import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { Interests } from '../applications/interests.service.ts';
import { type Visible, VisibleApplications } from '../applications/visible-applications.service.ts';
import { FindingResponse, HistoryWarningResponse } from '../assessment/finding.response.ts';
import { CaseClocks } from '../deadlines/case-clocks.service.ts';
import { type DueDate, nextDueDate } from '../deadlines/domain/due-date.ts';
import { dueDatesOf } from '../deadlines/domain/due-dates.ts';
import { knownTo } from '../deadlines/domain/visible-due-dates.ts';
import { viewOf } from '../identity/domain/case-view.ts';
import { permits } from '../identity/domain/permission.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import { type CaseRecord, CaseRecords } from './case-records.service.ts';
import { CaseOverviewResponse, DeadlineResponse, DecisionResponse } from './case.response.ts';
import { possibleActions } from './domain/possible-actions.ts';
import { asKnownTo } from './domain/visible-decision.ts';

/** One page with all that somebody needs to handle, or to follow, an application. */
@Injectable()
export class CaseOverview {
  readonly #manager: EntityManager;
  readonly #visible: VisibleApplications;
  readonly #records: CaseRecords;
  readonly #clocks: CaseClocks;
  readonly #interests: Interests;
  readonly #clock: Clock;

  constructor(
    manager: EntityManager,
    visible: VisibleApplications,
    records: CaseRecords,
    clocks: CaseClocks,
    interests: Interests,
    clock: Clock,
  ) {
    this.#manager = manager;
    this.#visible = visible;
    this.#records = records;
    this.#clocks = clocks;
    this.#interests = interests;
    this.#clock = clock;
  }

  async of(actor: Actor, applicationId: string): Promise<CaseOverviewResponse> {
    const visible = await this.#visible.open(this.#manager, actor, 'application:read', applicationId);
    const record = await this.#records.gather(this.#manager, actor, visible);
    const clock = await this.#clocks.of(this.#manager, visible.application);
    const dueDates = knownTo(actor, visible.facts, dueDatesOf(clock));
    const deadlines = { next: nextDueDate(dueDates, this.#clock.today()), promise: promiseIn(dueDates) };
    const interest = await this.#interests.isInterested(this.#manager, actor, visible.application);
    return overviewOf(actor, { ...visible, facts: { ...visible.facts, interest } }, record, deadlines);
  }
}

/** The deadlines that an overview shows. */
interface Deadlines {
  readonly next: DueDate | null;
  readonly promise: CalendarDate | null;
}

function promiseIn(dueDates: readonly DueDate[]): CalendarDate | null {
  return dueDates.find(({ kind }) => kind === 'promise')?.lastDay ?? null;
}

/**
 * What was found and decided is the municipality's own business until the letter has been sent. What can be done next
 * follows from the true state, so that nothing is offered that would be refused.
 */
function overviewOf(
  actor: Actor,
  { application, kern, facts }: Visible,
  record: CaseRecord,
  { next, promise }: Deadlines,
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
    agreedReduction: record.reduction && {
      firstRequestedCents: record.reduction.firstCents,
      agreedOn: record.reduction.agreedOn,
    },
    availableInKernCents: record.availableInKernCents,
    nextDeadline: next && deadlineOf(next),
    promisedAnswerOn: promise ?? record.document.terms.promisedAnswerOn ?? null,
    possibleActions: possibleActions(actor, application.status, facts),
    decision: record.decision && DecisionResponse.of(record.decision, view),
    ...(view.has('motivation') && {
      findings: isOpen ? record.findings.map((finding) => FindingResponse.of(finding)) : [],
      warnings: isOfficial ? record.warnings.map((warning) => HistoryWarningResponse.of(warning)) : [],
      letters: letters.map((letter) => LetterResponse.of(letter)),
    }),
  });
}

function deadlineOf({ kind, lastDay, steps }: DueDate): DeadlineResponse {
  const sentences = steps.map(({ sentence }) => sentence);
  return Object.assign(new DeadlineResponse(), { kind, lastDate: lastDay, sentences });
}
