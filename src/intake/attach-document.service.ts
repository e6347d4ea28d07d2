import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import type { PendingUpload } from '../platform/http/upload.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import type { NewAttachmentResponse } from '../attachments/attachment.response.ts';
import { KeepAttachment } from '../attachments/keep-attachment.service.ts';
import { type ReceivedFile, ReceivedFiles } from '../attachments/received-files.service.ts';
import { HandedIn } from './handed-in.service.ts';

const action = 'attachment:record';

/** A file for an application, on its way in. */
export interface Handing {
  readonly actor: Actor;
  readonly claim: IdempotencyClaim;
  readonly applicationId: string;
  readonly upload: PendingUpload;
}

/**
 * Takes a file in: nothing of it is read before the caller may send it, and nothing is kept before it has been looked
 * at. Only then a transaction is opened, which waits for nobody outside the database.
 */
@Injectable()
export class AttachDocument {
  readonly #manager: EntityManager;
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #files: ReceivedFiles;
  readonly #keeping: KeepAttachment;
  readonly #handedIn: HandedIn;

  constructor(
    manager: EntityManager,
    transactions: Transactions,
    visible: VisibleApplications,
    files: ReceivedFiles,
    keeping: KeepAttachment,
    handedIn: HandedIn,
  ) {
    this.#manager = manager;
    this.#transactions = transactions;
    this.#visible = visible;
    this.#files = files;
    this.#keeping = keeping;
    this.#handedIn = handedIn;
  }

  /** @throws as `VisibleApplications.open`, `ReceivedFiles.whileReceived` and `HandedIn.add` */
  async attach(handing: Handing): Promise<NewAttachmentResponse> {
    const { actor, applicationId, upload } = handing;
    await this.#visible.open(this.#manager, actor, action, applicationId);
    return this.#files.whileReceived(actor.subject, upload, (file) => this.#keep(handing, file));
  }

  /** What was prepared for an attachment that is not made, or that was made before, is taken back. */
  async #keep({ actor, claim, applicationId }: Handing, file: ReceivedFile): Promise<NewAttachmentResponse> {
    const content = await this.#keeping.prepare(this.#manager, applicationId, file);
    let isNeeded = false;
    try {
      const { answer, replayed } = await this.#transactions.runOnce(
        claimedBy(actor, { ...claim, bodyHash: file.bodyHash }),
        async (manager) => {
          const visible = await this.#visible.holdToAdd(manager, actor, action, applicationId);
          return this.#handedIn.add(manager, { actor, visible, file, content });
        },
        (manager) => this.#visible.open(manager, actor, action, applicationId),
      );
      isNeeded = !replayed;
      return answer;
    } finally {
      if (!isNeeded) await this.#keeping.discard(content);
    }
  }
}
