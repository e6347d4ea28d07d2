import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { DefaultNoticeEntity } from './default-notice.entity.ts';
import { DelayNoticeEntity } from './delay-notice.entity.ts';
import type { AnnouncedDecision, CaseClock, DelayNotice, PenaltyDecided } from './domain/case-clock.ts';
import { PenaltyDecisionEntity } from './penalty-decision.entity.ts';
import { PromisedDateEntity } from './promised-date.entity.ts';
import { TermSuspensionEntity } from './term-suspension.entity.ts';

/** Everything that was recorded about the clocks of some cases. */
export interface ClockRecords {
  readonly notices: readonly DelayNoticeEntity[];
  readonly suspensions: readonly TermSuspensionEntity[];
  readonly defaultNotices: readonly DefaultNoticeEntity[];
  readonly penaltyDecisions: readonly PenaltyDecisionEntity[];
  readonly promises: readonly PromisedDateEntity[];
}

interface AnnouncedRow {
  readonly applicationId: string;
  readonly sentOn: CalendarDate;
  readonly correctedOn: CalendarDate | null;
  readonly grantedCents: Cents;
}

/** A decision that is changed later was sent when the first letter was; what is granted is what the last one says. */
const announcedDecisions = {
  name: 'announced-decisions',
  text: `SELECT decided.application_id AS "applicationId", min(letter.sent_on) AS "sentOn",
      max(correction.sent_on) AS "correctedOn",
      (array_agg(decided.granted_cents ORDER BY letter.sent_on DESC, decided.id DESC))[1] AS "grantedCents"
    FROM (
      SELECT id, application_id, granted_cents, letter_id FROM decision WHERE application_id = ANY($1)
      UNION ALL
      SELECT id, application_id, granted_cents, letter_id FROM changed_decision WHERE application_id = ANY($1)
    ) decided JOIN letter ON letter.id = decided.letter_id
    LEFT JOIN letter correction ON correction.corrects_id = letter.id
    WHERE letter.sent_on IS NOT NULL
    GROUP BY decided.application_id`,
};

interface SentLetter {
  readonly id: string;
  readonly sentOn: CalendarDate;
}

const penaltyLettersSent = {
  name: 'penalty-letters-sent',
  text: `SELECT letter.id, letter.sent_on AS "sentOn"
    FROM penalty_decision JOIN letter ON letter.id = penalty_decision.letter_id
    WHERE penalty_decision.application_id = ANY($1) AND letter.sent_on IS NOT NULL`,
};

/** A notice counts from the day on which the applicant was told. */
function toldNotice({ basis, announcedOn, weeks, expectedOn }: DelayNoticeEntity): DelayNotice[] {
  return announcedOn === null ? [] : [{ basis, announcedOn, weeks, expectedOn }];
}

function decidedPenalty(sentOn: ReadonlyMap<string, CalendarDate>) {
  return ({ decidedOn, amountCents, letterId }: PenaltyDecisionEntity): PenaltyDecided => ({
    decidedOn,
    amountCents,
    announcedOn: letterId === null ? decidedOn : (sentOn.get(letterId) ?? null),
  });
}

/** Reads what the due dates of cases follow from. */
@Injectable()
export class CaseClocks {
  readonly #applications: ApplicationsService;
  readonly #regulations: RegulationsService;

  constructor(applications: ApplicationsService, regulations: RegulationsService) {
    this.#applications = applications;
    this.#regulations = regulations;
  }

  async of(manager: EntityManager, application: ApplicationEntity): Promise<CaseClock> {
    const [clock] = await this.ofAll(manager, [application]);
    if (!clock) throw new Error('a clock for each application');
    return clock;
  }

  /** The clocks of several cases, in the order of the cases. */
  async ofAll(manager: EntityManager, applications: readonly ApplicationEntity[]): Promise<CaseClock[]> {
    const ids = applications.map(({ id }) => id);
    const [records, requests, announced, penaltyLetters] = await Promise.all([
      this.records(manager, ids),
      this.#applications.completionRequestsOf(manager, ids),
      readRows<AnnouncedRow>(manager, announcedDecisions, [ids]),
      readRows<SentLetter>(manager, penaltyLettersSent, [ids]),
    ]);
    const sent = new Map<string, AnnouncedDecision>(announced.map((row) => [row.applicationId, row]));
    const sentOn = new Map(penaltyLetters.map((letter) => [letter.id, letter.sentOn]));
    const clocks: CaseClock[] = [];
    for (const application of applications) {
      const { document } = await this.#regulations.version(manager, application.regulationVersionId);
      const own = <Row extends { applicationId: string }>(rows: readonly Row[]) =>
        rows.filter(({ applicationId }) => applicationId === application.id);
      clocks.push({
        application,
        document,
        requests: requests.get(application.id) ?? [],
        suspensions: own(records.suspensions),
        notices: own(records.notices).flatMap(toldNotice),
        defaultNoticeOn: own(records.defaultNotices)[0]?.receivedOn ?? null,
        penaltyDecision: own(records.penaltyDecisions).map(decidedPenalty(sentOn))[0] ?? null,
        promisedOn: own(records.promises).at(-1)?.promisedOn ?? null,
        announced: sent.get(application.id) ?? null,
      });
    }
    return clocks;
  }

  /** What was recorded, each kind in the order of recording. */
  async records(manager: EntityManager, applicationIds: readonly string[]): Promise<ClockRecords> {
    const options = { where: { applicationId: In([...applicationIds]) }, order: { id: 'ASC' } } as const;
    const [notices, suspensions, defaultNotices, penaltyDecisions, promises] = await Promise.all([
      manager.find(DelayNoticeEntity, options),
      manager.find(TermSuspensionEntity, options),
      manager.find(DefaultNoticeEntity, options),
      manager.find(PenaltyDecisionEntity, options),
      manager.find(PromisedDateEntity, options),
    ]);
    return { notices, suspensions, defaultNotices, penaltyDecisions, promises };
  }
}
