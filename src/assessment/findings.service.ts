import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import type { Application } from '../applications/domain/application.ts';
import { Interests } from '../applications/interests.service.ts';
import { dutchStatus, undecidedStatuses } from '../applications/domain/lifecycle.ts';
import { historyWarnings } from '../regulations/domain/history.ts';
import { grantableAmount } from '../regulations/domain/grantable-amount.ts';
import { AdviceGiven, type StepsSoFar } from './advice-given.service.ts';
import { evaluate } from '../regulations/domain/evaluation.ts';
import type { ApplicationFacts, FindingOutcome } from '../regulations/domain/finding.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { assess, type AssessedCase } from './domain/assessed-finding.ts';
import { type Assessable, AssessedFacts } from './assessed-facts.service.ts';
import { olderThanChange } from './domain/older-than-change.ts';
import { assessmentProblems } from './domain/assessment.problems.ts';
import { FindingEntity } from './finding.entity.ts';

const reasonPlace = (id: string): string => `finding.reason:${id}`;

/** Records and reads findings per criterion; what people wrote is sealed with the key of the case. */
@Injectable()
export class FindingsService {
  readonly #clock: Clock;
  readonly #keys: CaseKeys;
  readonly #applications: ApplicationsService;
  readonly #interests: Interests;
  readonly #facts: AssessedFacts;
  readonly #advice: AdviceGiven;

  constructor(
    clock: Clock,
    keys: CaseKeys,
    applications: ApplicationsService,
    interests: Interests,
    facts: AssessedFacts,
    advice: AdviceGiven,
  ) {
    this.#clock = clock;
    this.#keys = keys;
    this.#applications = applications;
    this.#interests = interests;
    this.#facts = facts;
    this.#advice = advice;
  }

  /** Every criterion with the finding in force, what it leads to, and what earlier applications suggest. */
  async assessed(
    manager: EntityManager,
    application: Application,
    document: RegulationDocument,
  ): Promise<AssessedCase> {
    const { id } = application;
    const recorded = (await this.recorded(manager, [id])).get(id) ?? new Map<string, FindingEntity>();
    const changes = (await this.#applications.changesOf(manager, [id])).get(id) ?? [];
    const facts = await this.#facts.of(manager, { application, document });
    return {
      findings: assess(document, facts, recorded).map((finding) => {
        const found = finding.isSetAside ? undefined : recorded.get(finding.criterionCode);
        return found ? { ...finding, olderThanChange: olderThanChange(found, changes) } : finding;
      }),
      warnings: historyWarnings(document.frequency, facts.earlier ?? [], facts.receivedOn),
      amount: grantableAmount(document, facts),
    };
  }

  /** What the rules need to know of several applications, by application. */
  factsOf(
    manager: EntityManager,
    assessed: readonly Assessable[],
  ): Promise<ReadonlyMap<string, ApplicationFacts>> {
    return this.#facts.ofAll(manager, assessed);
  }

  /** What kernen are still doing within its term, and what was proposed in the end; see `AdviceGiven.inSteps`. */
  async inSteps(
    manager: EntityManager,
    applications: readonly ApplicationEntity[],
  ): Promise<ReadonlyMap<string, StepsSoFar>> {
    const ids = applications.map(({ id }) => id);
    const recused = await this.#interests.recusedFrom(manager, ids);
    return this.#advice.inSteps(manager, applications, recused);
  }

  /**
   * The recorded findings in force of several applications, by application and criterion. What was recorded by who keeps
   * out of the application now is there, and set aside.
   */
  async recorded(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, FindingEntity>>> {
    const rows = await manager
      .createQueryBuilder(FindingEntity, 'finding')
      .where('finding.applicationId = ANY(:ids)', { ids: [...applicationIds] })
      .orderBy('finding.id')
      .getMany();
    const keys = await this.#keys.ofAll(manager, applicationIds);
    const recused = await this.#interests.recusedFrom(manager, applicationIds);
    const perApplication = new Map<string, Map<string, FindingEntity>>();
    for (const row of rows) {
      const key = keys.get(row.applicationId);
      if (!key) continue;
      row.reason = key.open<string>(row.reasonSealed, reasonPlace(row.id));
      row.isSetAside = recused.get(row.applicationId)?.has(row.assessorSubject) ?? false;
      const perCriterion = perApplication.get(row.applicationId) ?? new Map<string, FindingEntity>();
      perApplication.set(row.applicationId, perCriterion.set(row.criterionCode, row));
    }
    return perApplication;
  }

  /**
   * Everybody who had a part in the assessment of one of these applications: who recorded a finding, also one that was
   * replaced later, and who did a step of the way of working.
   */
  async assessorsOf(manager: EntityManager, applicationIds: readonly string[]): Promise<string[]> {
    const rows = await manager.query<{ subject: string }[]>(
      `SELECT assessor_subject AS subject FROM finding WHERE application_id = ANY($1)
       UNION SELECT done_by FROM step_record WHERE application_id = ANY($1)`,
      [[...applicationIds]],
    );
    return rows.map(({ subject }) => subject);
  }

  /**
   * Records a finding on an application that the caller has locked, and raises its version.
   * @throws DomainError `assessment-closed`, `criterion-computed` or `criterion-unknown`
   */
  async record(
    manager: EntityManager,
    application: ApplicationEntity,
    document: RegulationDocument,
    finding: { criterionCode: string; outcome: FindingOutcome; reason: string },
    assessor: Actor,
  ): Promise<void> {
    const facts = await this.#facts.of(manager, { application, document });
    refuseUnassessable(application, document, facts, finding.criterionCode);
    const id = newId();
    const key = this.#keys.held(manager, application.id);
    const row = Object.assign(new FindingEntity(), finding, {
      id,
      applicationId: application.id,
      reasonSealed: key.seal(finding.reason, reasonPlace(id)),
      assessorSubject: assessor.subject,
      assessorName: assessor.name,
      recordedAt: this.#clock.now(),
    });
    insertRows(manager, FindingEntity, [row]);
    await this.#applications.raiseVersion(manager, application);
  }
}

function refuseUnassessable(
  application: Application,
  document: RegulationDocument,
  facts: ApplicationFacts,
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
  const open = evaluate(document, facts).find((finding) => finding.criterionCode === criterionCode);
  // What the facts leave open, such as support of which no number is known, is for people to judge.
  if (open !== undefined && open.outcome !== 'needs-judgement') {
    throw DomainError.of(
      assessmentProblems,
      'criterion-computed',
      'Over deze voorwaarde beslissen de datums en gegevens van de aanvraag zelf. Klopt een gegeven niet, verbeter dan dat gegeven.',
    );
  }
  if (open === undefined) {
    throw DomainError.of(
      assessmentProblems,
      'criterion-unknown',
      `De regeling kent geen voorwaarde met de code "${criterionCode}".`,
    );
  }
}
