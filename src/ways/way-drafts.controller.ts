import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { ActivateWay } from './activate-way.service.ts';
import { ActivateWayRequest, WayDraftRequest } from './way-draft.request.ts';
import { WayDraftResponse, WayDraftSummaryResponse } from './way-draft.response.ts';
import { WayDrafts } from './way-drafts.service.ts';
import { WayResponse } from './way.response.ts';

const Draft = () => PathId('wayDraftId', 'Kenmerk van het concept.');

/** Writing a way of working, and having somebody else let it begin. */
@Controller('way-drafts')
export class WayDraftsController {
  readonly #drafts: WayDrafts;
  readonly #activation: ActivateWay;
  readonly #manager: EntityManager;

  constructor(drafts: WayDrafts, activation: ActivateWay, manager: EntityManager) {
    this.#drafts = drafts;
    this.#activation = activation;
    this.#manager = manager;
  }

  @Post()
  @Operation({
    id: 'createWayDraft',
    summary: 'Begin een concept van een werkwijze',
    description:
      'Het antwoord noemt alles wat nog niet klopt, met plaats, artikel en voorstel, en toont de werkwijze in gewoon Nederlands zodra zij klopt. Een kernregisseur schrijft voor de eigen kernen.',
    tag: 'werkwijzen',
    right: 'way:draft',
    ok: WayDraftResponse,
    status: 201,
  })
  create(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: WayDraftRequest,
  ): Promise<WayDraftResponse> {
    return this.#drafts.create(actor, claim, request);
  }

  @Get()
  @Operation({
    id: 'listWayDrafts',
    summary: 'De concepten van werkwijzen',
    description: 'Oudste eerst, ook die zijn ingegaan.',
    tag: 'werkwijzen',
    right: 'way:read-draft',
    list: WayDraftSummaryResponse,
  })
  async list(@Query() query: PageQuery): Promise<Page<WayDraftSummaryResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = await this.#drafts.list(after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, ({ id }) => [id]).map((draft) => WayDraftSummaryResponse.of(draft));
  }

  @Get(':wayDraftId')
  @Operation({
    id: 'getWayDraft',
    summary: 'Eén concept',
    description: 'Met alles wat nog niet klopt, en in gewoon Nederlands als het klopt.',
    tag: 'werkwijzen',
    right: 'way:read-draft',
    ok: WayDraftResponse,
  })
  async get(@Draft() draftId: string): Promise<WayDraftResponse> {
    return this.#drafts.present(this.#manager, await this.#drafts.get(draftId));
  }

  @Put(':wayDraftId')
  @Operation({
    id: 'replaceWayDraft',
    summary: 'Vervang de inhoud van een concept',
    description: 'Kan tot de werkwijze ingaat. Wie wijzigt, schrijft mee en kan haar niet zelf laten ingaan.',
    tag: 'werkwijzen',
    right: 'way:draft',
    ok: WayDraftResponse,
    problems: [409],
  })
  replace(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Draft() draftId: string,
    @Body() request: WayDraftRequest,
  ): Promise<WayDraftResponse> {
    return this.#drafts.replace(actor, claim, draftId, expectedVersion, request);
  }

  @Post(':wayDraftId/activation')
  @Operation({
    id: 'activateWay',
    summary: 'Laat een werkwijze ingaan',
    description:
      'Door iemand die er niet aan schreef. Daarna verandert deze versie niet meer; aanvragen die al lopen, houden de versie waarmee zij begonnen.',
    tag: 'werkwijzen',
    right: 'way:activate',
    ok: WayResponse,
    status: 201,
    problems: [409],
  })
  activate(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Draft() draftId: string,
    @Body() { activeFrom }: ActivateWayRequest,
  ): Promise<WayResponse> {
    return this.#activation.activate(actor, claim, draftId, expectedVersion, activeFrom);
  }
}
