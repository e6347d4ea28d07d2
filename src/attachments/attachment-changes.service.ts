import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { type InputFault } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { AttachmentCounts } from '../applications/attachment-counts.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { AttachmentEntity } from './attachment.entity.ts';
import { Attachments } from './attachments.service.ts';
import { countedByKind } from './domain/attachment.ts';
import { attachmentRefused, hindered } from './domain/attachments.problems.ts';
import { PublicationConsentEntity } from './publication-consent.entity.ts';
import type { RecordConsentRequest } from './publication-consent.request.ts';
import { PublicationConsents } from './publication-consents.service.ts';
import { sealedSaidBy } from './sealed-attachment.ts';

/** What can still happen to an attachment: it goes with its draft, or somebody says something about publishing it. */
@Injectable()
export class AttachmentChanges {
  readonly #attachments: Attachments;
  readonly #counts: AttachmentCounts;
  readonly #consents: PublicationConsents;
  readonly #keys: CaseKeys;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    attachments: Attachments,
    counts: AttachmentCounts,
    consents: PublicationConsents,
    keys: CaseKeys,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#attachments = attachments;
    this.#counts = counts;
    this.#consents = consents;
    this.#keys = keys;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Removes an attachment of a draft that the caller has locked, as if it had never been there.
   * @throws DomainError `attachment-not-found`, `attachment-stays` or `attachment-already-replaced`
   */
  async remove(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    attachmentId: string,
  ): Promise<AttachmentEntity> {
    const attachment = await this.#attachments.get(manager, application.id, attachmentId);
    if (application.status !== 'draft') {
      const detail = 'De aanvraag is ingediend. U kunt deze bijlage vervangen, en niet meer weghalen.';
      throw hindered({ code: 'attachment-stays', detail });
    }
    const all = await this.#attachments.ofCase(manager, application.id);
    if (all.some(({ replacesId }) => replacesId === attachmentId)) {
      const detail = 'Voor deze bijlage kwam een andere in de plaats. Haal eerst die weg.';
      throw hindered({ code: 'attachment-already-replaced', detail });
    }
    await manager.delete(AttachmentEntity, attachmentId);
    const others = all.filter(({ id }) => id !== attachmentId);
    await this.#counts.note(manager, application, countedByKind(others));
    const { kind } = attachment;
    this.#record(manager, actor, 'attachment:remove', attachment, { kind });
    return attachment;
  }

  /** @throws DomainError `not-a-photo`, `consent-not-given` or `attachment-refused` */
  async recordConsent(
    manager: EntityManager,
    actor: Actor,
    attachment: AttachmentEntity,
    { given, saidBy, saidOn = this.#clock.today() }: RecordConsentRequest,
  ): Promise<PublicationConsentEntity> {
    if (attachment.kind !== 'photo') {
      throw hindered({
        code: 'not-a-photo',
        detail: 'Alleen een foto wordt openbaar gemaakt, met toestemming.',
      });
    }
    if (saidOn > this.#clock.today()) throw attachmentRefused([inFuture]);
    const before = await this.#consents.latest(manager, attachment.applicationId, [attachment.id]);
    if (!given && before.get(attachment.id)?.given !== true) {
      throw hindered({ code: 'consent-not-given', detail: 'Voor deze foto is geen toestemming gegeven.' });
    }
    const id = newId();
    const key = this.#keys.held(manager, attachment.applicationId);
    const consent = Object.assign(new PublicationConsentEntity(), {
      ...{ id, attachmentId: attachment.id, given, saidOn, recordedBy: actor.subject },
      ...{ recordedAt: this.#clock.now(), saidBy, saidBySealed: sealedSaidBy(key, id, saidBy) },
    });
    insertRows(manager, PublicationConsentEntity, [consent]);
    this.#record(manager, actor, 'publication-consent:record', attachment, { given, saidOn });
    return consent;
  }

  #record(
    manager: EntityManager,
    actor: Actor,
    action: string,
    { id: subjectId, applicationId: caseId }: AttachmentEntity,
    detail: Readonly<Record<string, unknown>>,
  ): void {
    this.#audit.record(manager, actor, { action, subjectKind: 'attachment', subjectId, caseId, detail });
  }
}

const inFuture: InputFault = {
  ...{ in: 'body', location: '/saidOn', code: 'receipt-not-possible' },
  detail: 'Deze dag ligt in de toekomst.',
};
