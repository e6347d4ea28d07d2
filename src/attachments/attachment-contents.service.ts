import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import type { Attachment, AttachmentStoreName } from './domain/attachment.ts';
import { storeUnavailable } from './domain/attachments.problems.ts';
import type { ContentStore } from './storage/content-store.ts';
import { ContentStores } from './storage/content-stores.ts';
import { openedPieces, sealedPieces } from './storage/sealed-pieces.ts';

type Stored = Pick<Attachment, 'id' | 'applicationId' | 'sizeBytes'> & {
  readonly store: AttachmentStoreName;
};

/** A content that lies sealed, and that no attachment has yet. */
export interface PreparedContent {
  readonly attachmentId: string;
  readonly pieces: readonly Buffer[];
}

/** Seals contents with the key of their case, keeps them, and gives them back to who may see them. */
@Injectable()
export class AttachmentContents {
  readonly #stores: ContentStores;
  readonly #keys: CaseKeys;
  readonly #logger = new Logger('attachments');

  constructor(stores: ContentStores, keys: CaseKeys) {
    this.#stores = stores;
    this.#keys = keys;
  }

  get storeName(): AttachmentStoreName {
    return this.#stores.all[0].name;
  }

  /**
   * Seals a content, before the transaction that makes the attachment of it.
   * @throws DomainError `attachment-store-unavailable`
   */
  async prepare(
    manager: EntityManager,
    { id, applicationId }: Pick<Stored, 'id' | 'applicationId'>,
    content: Buffer,
  ): Promise<PreparedContent> {
    const key = await this.#keys.of(manager, applicationId);
    const pieces = sealedPieces(key, id, content);
    await this.#stores.all[0].prepare(id, pieces);
    return { attachmentId: id, pieces };
  }

  /** Keeps a content in the transaction that makes the attachment. */
  write(manager: EntityManager, { attachmentId, pieces }: PreparedContent): void {
    this.#stores.all[0].write(manager, attachmentId, pieces);
  }

  /** Takes back a content of which there is no attachment. What can not be reached stays behind, unreadable. */
  async discard({ attachmentId }: PreparedContent): Promise<void> {
    await this.#discardFrom(this.#stores.all[0], attachmentId);
  }

  /** Removes the content of an attachment that was removed. */
  async remove({ id, store }: Pick<Stored, 'id' | 'store'>): Promise<void> {
    await this.#discardFrom(this.#named(store), id);
  }

  /** The content as it was sent, piece by piece. @throws DomainError `attachment-store-unavailable` */
  async *read(manager: EntityManager, attachment: Stored): AsyncGenerator<Buffer> {
    const { id, applicationId, sizeBytes, store } = attachment;
    const key = present(await this.#keys.find(manager, applicationId), 'the caller has opened the case');
    yield* openedPieces(key, id, sizeBytes, this.#named(store).read(manager, id));
  }

  #named(name: AttachmentStoreName): ContentStore {
    const store = this.#stores.all.find((each) => each.name === name);
    if (store === undefined) throw storeUnavailable();
    return store;
  }

  async #discardFrom(store: ContentStore, attachmentId: string): Promise<void> {
    await store.discard(attachmentId).catch(() => {
      this.#logger.warn(`content of attachment ${attachmentId} is left behind in the store`);
    });
  }
}
