import { Body, Controller, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { AttachmentDesk } from './attachment-desk.service.ts';
import { AttachmentResponse } from './attachment.response.ts';
import { mediaTypes } from './domain/media-type.ts';
import { RecordConsentRequest } from './publication-consent.request.ts';
import { PublicationConsentResponse } from './publication-consent.response.ts';
import { servedContent } from './served-content.ts';
import { VisibleAttachments } from './visible-attachments.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');
const Attachment = () => PathId('attachmentId', 'Kenmerk van de bijlage.');

/** What is beside an application: what it is, the thing itself, and whether it may be shown. */
@Controller('applications/:applicationId/attachments')
export class AttachmentsController {
  readonly #attachments: VisibleAttachments;
  readonly #desk: AttachmentDesk;
  readonly #manager: EntityManager;

  constructor(attachments: VisibleAttachments, desk: AttachmentDesk, manager: EntityManager) {
    this.#attachments = attachments;
    this.#desk = desk;
    this.#manager = manager;
  }

  @Get()
  @Operation({
    id: 'listAttachments',
    summary: 'De bijlagen bij een aanvraag',
    description:
      'Oudste eerst, ook wat is vervangen. U ziet de soorten die horen bij de delen van de zaak die u ziet.',
    tag: 'bijlagen',
    right: 'attachment:read',
    list: AttachmentResponse,
  })
  list(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AttachmentResponse>> {
    return this.#attachments.list(actor, applicationId, query);
  }

  @Get(':attachmentId')
  @Operation({
    id: 'getAttachment',
    summary: 'Eén bijlage',
    description: 'Wat het is, van wie, en of het openbaar mag worden; niet de inhoud.',
    tag: 'bijlagen',
    right: 'attachment:read',
    ok: AttachmentResponse,
  })
  get(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Attachment() attachmentId: string,
  ): Promise<AttachmentResponse> {
    return this.#attachments.get(actor, { applicationId, attachmentId });
  }

  @Get(':attachmentId/content')
  @Operation({
    id: 'getAttachmentContent',
    summary: 'De inhoud van een bijlage',
    description: 'Precies zoals die is gestuurd, om op te slaan. De ETag is de SHA-256 van de inhoud.',
    tag: 'bijlagen',
    right: 'attachment:read',
    contents: mediaTypes,
  })
  async content(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Attachment() attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { attachment, pieces } = await this.#attachments.content(actor, { applicationId, attachmentId });
    return servedContent(attachment, pieces, reply);
  }

  @Post(':attachmentId/removal')
  @Operation({
    id: 'removeAttachment',
    summary: 'Haal een bijlage van een concept weg',
    description:
      'Van een aanvraag die is ingediend gaat niets meer weg; stuur een betere bijlage met `replacesId`. De ETag is die van de aanvraag.',
    tag: 'bijlagen',
    right: 'attachment:remove',
    problems: [409],
  })
  remove(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Attachment() attachmentId: string,
  ): Promise<void> {
    return this.#desk.remove(actor, claim, { applicationId, attachmentId }, expectedVersion);
  }

  @Get(':attachmentId/publication-consents')
  @Operation({
    id: 'listPublicationConsents',
    summary: 'Wat er is gezegd over openbaar maken van een foto',
    description: 'Oudste eerst; de laatste geldt.',
    tag: 'bijlagen',
    right: 'attachment:read',
    list: PublicationConsentResponse,
  })
  consents(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Attachment() attachmentId: string,
    @Query() query: PageQuery,
  ): Promise<Page<PublicationConsentResponse>> {
    return this.#desk.consents(this.#manager, actor, { applicationId, attachmentId }, query);
  }

  @Post(':attachmentId/publication-consents')
  @Operation({
    id: 'recordPublicationConsent',
    summary: 'Leg vast dat een foto openbaar mag worden, of niet meer',
    description: 'Intrekken kan altijd (AVG, artikel 7, derde lid). Wat eerder is gezegd, blijft bewaard.',
    tag: 'bijlagen',
    right: 'publication-consent:record',
    ok: PublicationConsentResponse,
    status: 201,
    problems: [409],
  })
  recordConsent(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Application() applicationId: string,
    @Attachment() attachmentId: string,
    @Body() request: RecordConsentRequest,
  ): Promise<PublicationConsentResponse> {
    return this.#desk.recordConsent(actor, claim, { applicationId, attachmentId }, request);
  }
}
