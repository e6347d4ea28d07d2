import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import type { Application } from '../applications/domain/application.ts';
import { dutchStatus, undecidedStatuses } from '../applications/domain/lifecycle.ts';
import { computedCriteria } from '../regulations/domain/evaluation.ts';
import type { ApplicationFacts, FindingOutcome } from '../regulations/domain/finding.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { assess, type AssessedFinding } from './domain/assessed-finding.ts';
import { assessmentProblems } from './domain/assessment.problems.ts';
import { FindingEntity } from './finding.entity.ts';

/** What the rules need to know of a received application. */
export function factsOf(application: Application): ApplicationFacts {
  return {
    receivedOn: present(application.receivedOn, 'only a received application is assessed'),
    applicantKind: application.applicant.kind,
    activityStartsOn: application.activityStartsOn,
    activityEndsOn: application.activityEndsOn,
    requestedCents: application.requestedCents,
  };
}

/** Records and reads findings per criterion. */
@Injectable()
export class FindingsService {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Every criterion with the finding in force. */
  async assessed(
    manager: EntityManager,
    application: Application,
    document: RegulationDocument,
  ): Promise<AssessedFinding[]> {
    const perApplication = await this.recorded(manager, [application.id]);
    return assess(document, factsOf(application), perApplication.get(application.id) ?? new Map());
  }

  /** The recorded findings in force of several applications, by application and criterion. */
  async recorded(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, FindingEntity>>> {
    const rows = await manager
      .createQueryBuilder(FindingEntity, 'finding')
      .where('finding.applicationId = ANY(:ids)', { ids: [...applicationIds] })
      .orderBy('finding.id')
      .getMany();
    const perApplication = new Map<string, Map<string, FindingEntity>>();
    for (const row of rows) {
      const perCriterion = perApplication.get(row.applicationId) ?? new Map<string, FindingEntity>();
      perApplication.set(row.applicationId, perCriterion.set(row.criterionCode, row));
    }
    return perApplication;
  }

  /** @throws DomainError `assessment-closed`, `criterion-computed` or `criterion-unknown` */
  async record(
    manager: EntityManager,
    application: Application,
    document: RegulationDocument,
    finding: { criterionCode: string; outcome: FindingOutcome; reason: string },
    assessor: Actor,
  ): Promise<void> {
    refuseUnassessable(application, document, finding.criterionCode);
    await manager.insert(FindingEntity, {
      id: newId(),
      applicationId: application.id,
      ...finding,
      assessorSubject: assessor.subject,
      assessorName: assessor.name,
      recordedAt: this.#clock.now(),
    });
  }
}

function refuseUnassessable(
  application: Application,
  document: RegulationDocument,
  criterionCode: string,
): void {
  const assessable: readonly string[] = undecidedStatuses;
  if (!assessable.includes(application.status)) {
    throw DomainError.of(
      assessmentProblems,
      'assessment-closed',
      `Deze aanvraag is "${dutchStatus(application.status)}"; dan kunt u geen bevinding vastleggen.`,
    );
  }
  if (Object.hasOwn(computedCriteria, criterionCode)) {
    throw DomainError.of(
      assessmentProblems,
      'criterion-computed',
      'Over deze voorwaarde beslissen de datums en gegevens van de aanvraag zelf. Klopt een gegeven niet, verbeter dan dat gegeven.',
    );
  }
  if (!document.criteria.some((criterion) => criterion.code === criterionCode)) {
    throw DomainError.of(
      assessmentProblems,
      'criterion-unknown',
      `De regeling kent geen voorwaarde met de code "${criterionCode}".`,
    );
  }
}
