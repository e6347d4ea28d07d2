import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { DocumentValidation } from './document-validation.service.ts';
import { publicationRefusal, startOf } from './domain/publication-check.ts';
import type { RegulationDocument } from './domain/regulation-document.ts';
import { faultsOf, regulationsProblem } from './domain/regulations.problems.ts';
import { RegulationDraftEntity } from './regulation-draft.entity.ts';
import type { PublishRegulationRequest } from './regulation-draft.request.ts';
import { RegulationDrafts } from './regulation-drafts.service.ts';
import { RegulationEntity } from './regulation.entity.ts';
import { RegulationVersionResponse } from './regulation.response.ts';
import { RegulationVersionEntity } from './regulation-version.entity.ts';
import { RegulationsService } from './regulations.service.ts';

/** The second pair of eyes: makes of a draft a version that never changes. */
@Injectable()
export class PublishRegulation {
  readonly #transactions: Transactions;
  readonly #drafts: RegulationDrafts;
  readonly #validation: DocumentValidation;
  readonly #regulations: RegulationsService;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    transactions: Transactions,
    drafts: RegulationDrafts,
    validation: DocumentValidation,
    regulations: RegulationsService,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#transactions = transactions;
    this.#drafts = drafts;
    this.#validation = validation;
    this.#regulations = regulations;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * @throws DomainError `regulation-four-eyes`, `regulation-not-sound`, `regulation-days-impossible`,
   *   `regulation-versions-overlap` or `regulation-published`
   */
  async publish(
    actor: Actor,
    claim: IdempotencyClaim,
    draftId: string,
    expectedVersion: number,
    request: PublishRegulationRequest,
  ): Promise<RegulationVersionResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const draft = await this.#drafts.hold(manager, draftId, expectedVersion);
        if (draft.writtenBy.includes(actor.subject)) {
          const detail = 'Wie aan de regeling schreef, maakt haar niet bekend. Vraag een ander.';
          throw regulationsProblem('regulation-four-eyes', detail);
        }
        const document = await this.#soundDocument(manager, draft);
        const regulation = await this.#regulationOf(manager, draft.code, document);
        const version = await this.#insertVersion(manager, actor, draft, regulation, document, request);
        await manager.update(RegulationDraftEntity, draft.id, {
          status: 'published',
          publishedVersionId: version.id,
          version: draft.version + 1,
        });
        this.#record(manager, actor, regulation, version);
        return RegulationVersionResponse.ofDocument(regulation, version);
      },
      roleSuffices,
    );
    return answer;
  }

  async #soundDocument(
    manager: EntityManager,
    { document }: RegulationDraftEntity,
  ): Promise<RegulationDocument> {
    const validation = await this.#validation.validate(manager, document);
    if (validation.kind === 'sound') return validation.document;
    const detail = 'In de regeling staan nog fouten; verbeter die eerst in het concept.';
    throw regulationsProblem('regulation-not-sound', detail, faultsOf(validation.faults));
  }

  async #regulationOf(
    manager: EntityManager,
    code: string,
    { title, year }: RegulationDocument,
  ): Promise<RegulationEntity> {
    const known = await manager.findOneBy(RegulationEntity, { code });
    if (known) return known;
    const regulation = Object.assign(new RegulationEntity(), { id: newId(), code, title, year });
    await manager.insert(RegulationEntity, regulation);
    return regulation;
  }

  async #insertVersion(
    manager: EntityManager,
    actor: Actor,
    draft: RegulationDraftEntity,
    { id: regulationId }: RegulationEntity,
    document: RegulationDocument,
    { publishedOn, reference, ...days }: PublishRegulationRequest,
  ): Promise<RegulationVersionEntity> {
    const existing = await this.#regulations.versionsOf(manager, regulationId);
    const publication = {
      publishedOn,
      inForceFrom: days.inForceFrom ?? startOf(document, publishedOn),
      inForceUntil: days.inForceUntil ?? null,
    };
    const refusal = publicationRefusal(document, publication, existing, this.#clock.today());
    if (refusal !== null) throw refusal;
    const version = Object.assign(new RegulationVersionEntity(), {
      ...{ id: newId(), regulationId, version: existing.length + 1, document, ...publication },
      ...{ publicationReference: reference, writtenBy: draft.writtenBy, publishedBy: actor.subject },
    });
    await manager.insert(RegulationVersionEntity, version);
    return version;
  }

  #record(
    manager: EntityManager,
    actor: Actor,
    { code }: RegulationEntity,
    { id, version, publishedOn, publicationReference }: RegulationVersionEntity,
  ): void {
    this.#audit.record(manager, actor, {
      action: 'regulation:publish',
      subjectKind: 'regulation',
      subjectId: id,
      detail: { code, version, publishedOn, publicationReference },
    });
  }
}
