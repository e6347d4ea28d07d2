import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { AttachmentChanges } from './attachment-changes.service.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import type { RecordConsentRequest } from './publication-consent.request.ts';
import { PublicationConsentResponse } from './publication-consent.response.ts';
import { PublicationConsents } from './publication-consents.service.ts';
import { type AttachmentPlace, VisibleAttachments } from './visible-attachments.service.ts';

/** Opens the transactions of what can still happen to an attachment. */
@Injectable()
export class AttachmentDesk {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #attachments: VisibleAttachments;
  readonly #changes: AttachmentChanges;
  readonly #consents: PublicationConsents;
  readonly #contents: AttachmentContents;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    attachments: VisibleAttachments,
    changes: AttachmentChanges,
    consents: PublicationConsents,
    contents: AttachmentContents,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#attachments = attachments;
    this.#changes = changes;
    this.#consents = consents;
    this.#contents = contents;
  }

  /** Removes an attachment of a draft. @throws DomainError as `AttachmentChanges.remove` */
  async remove(
    actor: Actor,
    claim: IdempotencyClaim,
    { applicationId, attachmentId }: AttachmentPlace,
    expectedVersion: number,
  ): Promise<void> {
    const action = 'attachment:remove';
    const { answer, replayed } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const held = await this.#visible.hold(manager, actor, action, applicationId, expectedVersion);
        const { store } = await this.#changes.remove(manager, actor, held.application, attachmentId);
        return { id: attachmentId, store };
      },
      (manager) => this.#visible.open(manager, actor, action, applicationId),
    );
    if (!replayed) await this.#contents.remove(answer);
  }

  /** @throws DomainError as `AttachmentChanges.recordConsent` */
  async recordConsent(
    actor: Actor,
    claim: IdempotencyClaim,
    place: AttachmentPlace,
    request: RecordConsentRequest,
  ): Promise<PublicationConsentResponse> {
    const action = 'publication-consent:record';
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        await this.#visible.holdToAdd(manager, actor, action, place.applicationId);
        const { attachment, view } = await this.#attachments.open(manager, actor, place);
        const consent = await this.#changes.recordConsent(manager, actor, attachment, request);
        return PublicationConsentResponse.of(consent, view);
      },
      (manager) => this.#attachments.open(manager, actor, place),
    );
    return answer;
  }

  /** Everything that was said about publishing a photo, oldest first. */
  async consents(
    manager: EntityManager,
    actor: Actor,
    place: AttachmentPlace,
    query: PageQuery,
  ): Promise<Page<PublicationConsentResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const { view } = await this.#attachments.open(manager, actor, place);
    const part = { afterId: after?.[0] ?? null, limit: query.limit + 1 };
    const rows = await this.#consents.history(manager, place, part);
    return pageOf(rows, query.limit, ({ id }) => [id]).map((row) => PublicationConsentResponse.of(row, view));
  }
}
