import type { EntityManager } from 'typeorm';
import type { AttachmentStoreName } from '../domain/attachment.ts';

/** A place where sealed contents are kept. */
export interface ContentStore {
  readonly name: AttachmentStoreName;
  /** Before the transaction, for what takes no part in one; `discard` takes it back when there will be no attachment. */
  prepare(attachmentId: string, pieces: readonly Buffer[]): Promise<void>;
  /** In the transaction that makes the attachment. */
  write(manager: EntityManager, attachmentId: string, pieces: readonly Buffer[]): void;
  /** Takes back what was prepared, or removes what no attachment needs any more. */
  discard(attachmentId: string): Promise<void>;
  /** The sealed pieces, in their order. @throws DomainError `attachment-store-unavailable` */
  read(manager: EntityManager, attachmentId: string): AsyncIterable<Buffer>;
  /**
   * The attachments of which a content lies here since before a moment, page by page.
   * @throws DomainError `attachment-store-unavailable`
   */
  kept(manager: EntityManager, before: Date): AsyncIterable<readonly string[]>;
  /**
   * Removes contents that nobody needs any more, outside of any transaction.
   * @throws DomainError `attachment-store-unavailable`
   */
  removeAll(manager: EntityManager, attachmentIds: readonly string[]): Promise<void>;
}
