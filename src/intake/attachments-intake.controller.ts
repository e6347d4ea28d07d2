import { Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { PendingUpload, Upload } from '../platform/http/upload.ts';
import { AddAttachmentRequest } from '../attachments/attachment.request.ts';
import { NewAttachmentResponse } from '../attachments/attachment.response.ts';
import { Caller } from '../identity/caller.ts';
import { AttachDocument } from './attach-document.service.ts';

/** Where files come in. */
@Controller('applications/:applicationId/attachments')
export class AttachmentsIntakeController {
  readonly #documents: AttachDocument;

  constructor(documents: AttachDocument) {
    this.#documents = documents;
  }

  @Post()
  @Operation({
    id: 'addAttachment',
    summary: 'Voeg een bijlage toe',
    description:
      'Een formulier (multipart/form-data) met één bestand. Wat het is volgt uit de inhoud, niet uit de naam: PDF, JPEG, PNG, WebP, Word, Excel of OpenDocument. Was dit het laatste dat ontbrak, dan is de aanvraag op deze dag compleet. De ETag is die van de aanvraag.',
    tag: 'bijlagen',
    right: 'attachment:record',
    form: AddAttachmentRequest,
    ok: NewAttachmentResponse,
    status: 201,
    problems: [409],
  })
  add(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @PathId('applicationId', 'Kenmerk van de aanvraag.') applicationId: string,
    @Upload() upload: PendingUpload,
  ): Promise<NewAttachmentResponse> {
    return this.#documents.attach({ actor, claim, applicationId, upload });
  }
}
