import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { applicantSubject } from '../identity/domain/condition.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import type { CaseChange } from '../applications/held-cases.service.ts';
import { ClockChanges } from './clock-changes.service.ts';
import { ClockLetters } from './clock-letters.service.ts';
import type { DeadlinesResponse } from './deadlines.response.ts';
import { DefaultNoticeEntity } from './default-notice.entity.ts';
import { refused } from './domain/deadlines.problems.ts';
import { defaultNoticeRefusal, determinedPenalty } from './domain/default-checks.ts';
import { PenaltyDecisionEntity } from './penalty-decision.entity.ts';
import type { DecidePenaltyRequest, RecordDefaultNoticeRequest } from './record-clock.request.ts';
import { reasonPlace } from './sealed-reasons.ts';

/** Records that the municipality was put in default, and what its lateness came to cost (Awb 4:17 and 4:18). */
@Injectable()
export class RecordDefault {
  readonly #changes: ClockChanges;
  readonly #letters: ClockLetters;
  readonly #keys: CaseKeys;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(changes: ClockChanges, letters: ClockLetters, keys: CaseKeys, audit: AuditLog, clock: Clock) {
    this.#changes = changes;
    this.#letters = letters;
    this.#keys = keys;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * A default notice: that of an applicant is received when it is sent here, that on paper has a receipt stamp.
   * @throws DomainError `term-not-over`, `already-in-default`, `day-not-possible` or `term-not-running`
   */
  notice(change: CaseChange, request: RecordDefaultNoticeRequest): Promise<DeadlinesResponse> {
    const { actor, applicationId } = change;
    return this.#changes.make(change, 'default-notice:record', (manager, { visible, clock }) => {
      const today = this.#clock.today();
      const receivedOn = request.receivedOn ?? today;
      const isApplicant = visible.application.ownerSubject === applicantSubject(actor);
      if (isApplicant && receivedOn !== today) {
        const detail = 'Alleen een medewerker voert een andere dag van ontvangst in.';
        throw refused({ code: 'day-not-possible', detail, location: '/receivedOn' });
      }
      const refusal = defaultNoticeRefusal(clock, receivedOn, today);
      if (refusal !== null) throw refused(refusal);
      const recorded = { recordedBy: actor.subject, recordedAt: this.#clock.now() };
      const row = { id: newId(), applicationId, receivedOn, ...recorded };
      insertRows(manager, DefaultNoticeEntity, [Object.assign(new DefaultNoticeEntity(), row)]);
      this.#audit.record(manager, actor, {
        action: 'default-notice:record',
        subjectKind: 'application',
        subjectId: applicationId,
        detail: { receivedOn },
      });
    });
  }

  /**
   * The decision on the amount of the penalty. The service computes the amount; only a ground of the law makes it nil.
   * @throws DomainError `penalty-still-running`, `no-default-notice`, `no-penalty-due` or `penalty-already-decided`
   */
  decidePenalty(change: CaseChange, request: DecidePenaltyRequest): Promise<DeadlinesResponse> {
    const { actor, applicationId } = change;
    const { decidedOn, resolutionNumber, ground = null, reason } = request;
    return this.#changes.make(change, 'penalty:decide', async (manager, held) => {
      const determined = determinedPenalty(held.clock, decidedOn, this.#clock.today(), ground);
      if ('code' in determined) throw refused(determined);
      const decision = { decidedOn, resolutionNumber, ground, reason, ...determined };
      const letter = await this.#letters.penalty(manager, held, decision);
      const id = newId();
      const key = this.#keys.held(manager, applicationId);
      const row = Object.assign(new PenaltyDecisionEntity(), {
        ...{ id, applicationId, decidedOn, resolutionNumber, ground, ...determined },
        letterId: letter.id,
        reasonSealed: key.seal(reason, reasonPlace('penalty_decision', id)),
        recordedBy: actor.subject,
        recordedAt: this.#clock.now(),
      });
      insertRows(manager, PenaltyDecisionEntity, [row]);
      this.#audit.record(manager, actor, {
        action: 'penalty:decide',
        subjectKind: 'application',
        subjectId: applicationId,
        detail: { decidedOn, ground, ...determined },
      });
    });
  }
}
