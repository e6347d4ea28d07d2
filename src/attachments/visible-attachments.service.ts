import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { type CaseView, viewOf } from '../identity/domain/case-view.ts';
import { permits } from '../identity/domain/permission.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { attachmentKinds } from '../regulations/domain/attachment-kind.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import { AttachmentEntity } from './attachment.entity.ts';
import { AttachmentResponse, type DescribedAttachment } from './attachment.response.ts';
import { showsKind } from './domain/attachment.ts';
import { attachmentNotFound } from './domain/attachments.problems.ts';
import { PublicationConsents } from './publication-consents.service.ts';
import { openedAttachment } from './sealed-attachment.ts';

/** An attachment with the case that it belongs to, as far as the caller sees them. */
export interface OpenedAttachment extends Visible {
  readonly attachment: AttachmentEntity;
  readonly view: CaseView;
}

/** An attachment in a path. */
export interface AttachmentPlace {
  readonly applicationId: string;
  readonly attachmentId: string;
}

/** Opens attachments for callers: everybody sees the kinds that belong to the parts of the case that they see. */
@Injectable()
export class VisibleAttachments {
  readonly #manager: EntityManager;
  readonly #visible: VisibleApplications;
  readonly #keys: CaseKeys;
  readonly #contents: AttachmentContents;
  readonly #consents: PublicationConsents;

  constructor(
    manager: EntityManager,
    visible: VisibleApplications,
    keys: CaseKeys,
    contents: AttachmentContents,
    consents: PublicationConsents,
  ) {
    this.#manager = manager;
    this.#visible = visible;
    this.#keys = keys;
    this.#contents = contents;
    this.#consents = consents;
  }

  /** Oldest first. */
  async list(actor: Actor, applicationId: string, query: PageQuery): Promise<Page<AttachmentResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const { facts } = await this.#visible.open(this.#manager, actor, 'attachment:read', applicationId);
    const view = viewOf(actor, 'attachment:read', facts);
    const rows = this.#manager
      .createQueryBuilder(AttachmentEntity, 'attachment')
      .where('attachment.applicationId = :applicationId', { applicationId })
      .andWhere('attachment.kind = ANY(:kinds)', {
        kinds: attachmentKinds.filter((kind) => showsKind(view, kind)),
      })
      .orderBy('attachment.id')
      .limit(query.limit + 1);
    if (!permits(actor, 'internal-attachment:read', facts)) rows.andWhere('NOT attachment.internal');
    if (after !== null) rows.andWhere('attachment.id > :after', { after: after[0] });
    const key = await this.#keys.of(this.#manager, applicationId);
    const page = pageOf(await rows.getMany(), query.limit, ({ id }) => [id]);
    const opened = page.map((row) => openedAttachment(key, row));
    const described = await this.#described(this.#manager, applicationId, opened.items);
    return opened.map((row) => AttachmentResponse.of(described(row), view));
  }

  async get(actor: Actor, place: AttachmentPlace): Promise<AttachmentResponse> {
    const { attachment, view } = await this.open(this.#manager, actor, place);
    return this.describe(this.#manager, attachment, view);
  }

  /** The content as it was sent, with what it is. @throws DomainError as `open`, or `attachment-store-unavailable` */
  async content(
    actor: Actor,
    place: AttachmentPlace,
  ): Promise<{ readonly attachment: AttachmentEntity; readonly pieces: AsyncGenerator<Buffer> }> {
    const { attachment } = await this.open(this.#manager, actor, place);
    return { attachment, pieces: await begun(this.#contents.read(this.#manager, attachment)) };
  }

  /** @throws DomainError `application-not-found`, `not-allowed` or `attachment-not-found` */
  async open(manager: EntityManager, actor: Actor, place: AttachmentPlace): Promise<OpenedAttachment> {
    const { applicationId, attachmentId } = place;
    const visible = await this.#visible.open(manager, actor, 'attachment:read', applicationId);
    const view = viewOf(actor, 'attachment:read', visible.facts);
    const row = await manager.findOneBy(AttachmentEntity, { id: attachmentId, applicationId });
    if (row === null) throw attachmentNotFound();
    const hidden = row.internal && !permits(actor, 'internal-attachment:read', visible.facts);
    if (hidden || !showsKind(view, row.kind)) throw attachmentNotFound().withholding();
    const attachment = openedAttachment(await this.#keys.of(manager, applicationId), row);
    return { ...visible, attachment, view };
  }

  async describe(
    manager: EntityManager,
    attachment: AttachmentEntity,
    view: CaseView,
  ): Promise<AttachmentResponse> {
    const described = await this.#described(manager, attachment.applicationId, [attachment]);
    return AttachmentResponse.of(described(attachment), view);
  }

  async #described(
    manager: EntityManager,
    applicationId: string,
    attachments: readonly AttachmentEntity[],
  ): Promise<(attachment: AttachmentEntity) => DescribedAttachment> {
    const ids = attachments.map(({ id }) => id);
    const replacing = await manager.query<{ id: string; replacesId: string }[]>(
      'SELECT id, replaces_id AS "replacesId" FROM attachment WHERE replaces_id = ANY($1)',
      [ids],
    );
    const replacedBy = new Map(replacing.map(({ id, replacesId }) => [replacesId, id]));
    const consents = await this.#consents.latest(manager, applicationId, ids);
    return (attachment) => ({
      attachment,
      replacedById: replacedBy.get(attachment.id) ?? null,
      consent: consents.get(attachment.id) ?? null,
    });
  }
}

/** Waits for the first piece, so that a content that cannot be had is told in an ordinary answer. */
async function begun(pieces: AsyncGenerator<Buffer>): Promise<AsyncGenerator<Buffer>> {
  const first = await pieces.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* pieces;
  })();
}
