import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { formatDutchDate } from '../kernel/calendar-date.ts';
import { AttachmentContents } from '../attachments/attachment-contents.service.ts';
import type { AttachmentEntity } from '../attachments/attachment.entity.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { extensionOf } from '../attachments/domain/media-type.ts';
import { attachmentKindTexts } from '../regulations/domain/attachment-kind.ts';
import type { DossierDocument, FoundDocuments, LeftOut } from './domain/dossier.ts';
import { type DossierPurpose, selectionFor } from './domain/dossier-purpose.ts';
import { numberedFileName } from './domain/safe-file-name.ts';

/** The attachments of a case that a purpose asks for, also those that were replaced, under names that are safe. */
@Injectable()
export class DossierAttachments {
  readonly #manager: EntityManager;
  readonly #attachments: Attachments;
  readonly #contents: AttachmentContents;

  constructor(manager: EntityManager, attachments: Attachments, contents: AttachmentContents) {
    this.#manager = manager;
    this.#attachments = attachments;
    this.#contents = contents;
  }

  async of(manager: EntityManager, applicationId: string, purpose: DossierPurpose): Promise<FoundDocuments> {
    const all = await this.#attachments.ofCase(manager, applicationId);
    const replaced = new Set(all.map(({ replacesId }) => replacesId));
    const documents: DossierDocument[] = [];
    const leftOut: LeftOut[] = [];
    for (const attachment of all) {
      const because = notWanted(attachment, purpose);
      const description = describe(attachment, replaced.has(attachment.id));
      if (because === null) documents.push(this.#documentOf(attachment, description, documents.length + 1));
      else leftOut.push({ what: description, because });
    }
    return { documents, leftOut };
  }

  #documentOf(attachment: AttachmentEntity, description: string, place: number): DossierDocument {
    const { name, kind, mediaType, receivedOn, sha256 } = attachment;
    const [kindName] = attachmentKindTexts[kind];
    // The extension follows from what the file is, not from what somebody called it.
    const withoutExtension = name.replace(/\.[^.]*$/, '');
    const file = numberedFileName(place, `${kindName} ${withoutExtension}`, extensionOf[mediaType]);
    return {
      ...{ part: 'attachments', path: `bijlagen/${file}`, description, on: receivedOn, mediaType, sha256 },
      load: () => this.#bytesOf(attachment),
    };
  }

  async #bytesOf(attachment: AttachmentEntity): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.#contents.read(this.#manager, attachment)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}

function describe({ kind, name, receivedOn }: AttachmentEntity, isReplaced: boolean): string {
  const [kindName] = attachmentKindTexts[kind];
  const later = isReplaced ? ', later vervangen' : '';
  return `${kindName}: ${name}, ontvangen op ${formatDutchDate(receivedOn)}${later}`;
}

/** Why an attachment does not go in; null when it does. */
function notWanted({ kind, internal }: AttachmentEntity, purpose: DossierPurpose): string | null {
  const { attachmentKinds, internalAttachments, because } = selectionFor(purpose);
  if (internal && !internalAttachments) return 'Deze bijlage is alleen voor intern gebruik.';
  return attachmentKinds === 'all' || attachmentKinds.includes(kind) ? null : because;
}
