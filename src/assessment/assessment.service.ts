import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { HeldCases } from '../applications/held-cases.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import type { AssessedCase } from './domain/assessed-finding.ts';
import { FindingsService } from './findings.service.ts';
import type { RecordFindingRequest } from './record-finding.request.ts';

/** Where a finding is to be recorded, by whom, and which version of the application the assessor has seen. */
export interface FindingPlace {
  readonly applicationId: string;
  readonly criterionCode: string;
  readonly expectedVersion: number;
}

/** Every criterion with the finding in force, as of one version of the application. */
export interface Assessment extends AssessedCase {
  readonly version: number;
}

/** Assesses applications criterion by criterion. */
@Injectable()
export class AssessmentService {
  readonly #held: HeldCases;
  readonly #visible: VisibleApplications;
  readonly #findings: FindingsService;
  readonly #regulations: RegulationsService;
  readonly #audit: AuditLog;
  readonly #manager: EntityManager;

  constructor(
    held: HeldCases,
    visible: VisibleApplications,
    findings: FindingsService,
    regulations: RegulationsService,
    audit: AuditLog,
    manager: EntityManager,
  ) {
    this.#held = held;
    this.#visible = visible;
    this.#findings = findings;
    this.#regulations = regulations;
    this.#audit = audit;
    this.#manager = manager;
  }

  /** Every criterion with the finding in force. A draft has none yet. */
  async list(actor: Actor, applicationId: string): Promise<Assessment> {
    const { application } = await this.#visible.open(this.#manager, actor, 'finding:read', applicationId);
    const { document } = await this.#regulations.version(this.#manager, application.regulationVersionId);
    const assessed = await this.#findings.assessed(this.#manager, application, document);
    return { version: application.version, ...assessed };
  }

  /**
   * Records a finding, by which the version of the application rises.
   * @throws DomainError as `VisibleApplications.hold` and `FindingsService.record`
   */
  record(
    actor: Actor,
    claim: IdempotencyClaim,
    { applicationId, criterionCode, expectedVersion }: FindingPlace,
    { outcome, reason }: RecordFindingRequest,
  ): Promise<Assessment> {
    const change = { actor, claim, applicationId, expectedVersion };
    return this.#held.change(change, 'finding:record', async (manager, { application }) => {
      const { document } = await this.#regulations.version(manager, application.regulationVersionId);
      const finding = { criterionCode, outcome, reason };
      await this.#findings.record(manager, application, document, finding, actor);
      this.#audit.record(manager, actor, {
        action: 'finding:record',
        subjectKind: 'application',
        subjectId: applicationId,
        detail: { criterionCode, outcome },
      });
      const assessed = await this.#findings.assessed(manager, application, document);
      return { version: application.version, ...assessed };
    });
  }
}
