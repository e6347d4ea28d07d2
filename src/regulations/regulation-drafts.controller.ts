import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { PublishRegulation } from './publish-regulation.service.ts';
import { PublishRegulationRequest, RegulationDraftRequest } from './regulation-draft.request.ts';
import {
  RegulationDraftResponse,
  RegulationDraftSummaryResponse,
  ValidationResponse,
} from './regulation-draft.response.ts';
import { RegulationDrafts } from './regulation-drafts.service.ts';
import { RegulationVersionResponse } from './regulation.response.ts';

const Draft = () => PathId('draftId', 'Kenmerk van het concept.');

/** Writing a regulation, and having somebody else publish it. */
@Controller('regulation-drafts')
export class RegulationDraftsController {
  readonly #drafts: RegulationDrafts;
  readonly #publication: PublishRegulation;

  constructor(drafts: RegulationDrafts, publication: PublishRegulation) {
    this.#drafts = drafts;
    this.#publication = publication;
  }

  @Post()
  @Operation({
    id: 'createRegulationDraft',
    summary: 'Begin een concept van een regeling',
    description:
      'Het antwoord noemt alles wat nog niet klopt, met plaats en voorstel, en toont de regeling in gewoon Nederlands zodra zij klopt. Begin met een sjabloon (/v1/regulation-templates) of met een kopie van een eerdere regeling.',
    tag: 'regelingen',
    right: 'regulation:draft',
    ok: RegulationDraftResponse,
    status: 201,
  })
  create(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: RegulationDraftRequest,
  ): Promise<RegulationDraftResponse> {
    return this.#drafts.create(actor, claim, request);
  }

  @Get()
  @Operation({
    id: 'listRegulationDrafts',
    summary: 'De concepten van regelingen',
    description: 'Oudste eerst, ook die bekend zijn gemaakt.',
    tag: 'regelingen',
    right: 'regulation:read-draft',
    list: RegulationDraftSummaryResponse,
  })
  async list(@Query() query: PageQuery): Promise<Page<RegulationDraftSummaryResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = await this.#drafts.list(after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, (draft) => [draft.id]).map((draft) =>
      RegulationDraftSummaryResponse.of(draft),
    );
  }

  @Get(':draftId')
  @Operation({
    id: 'getRegulationDraft',
    summary: 'Eén concept',
    description: 'Met alles wat nog niet klopt, en in gewoon Nederlands als het klopt.',
    tag: 'regelingen',
    right: 'regulation:read-draft',
    ok: RegulationDraftResponse,
  })
  get(@Draft() draftId: string): Promise<RegulationDraftResponse> {
    return this.#drafts.get(draftId);
  }

  @Put(':draftId')
  @Operation({
    id: 'replaceRegulationDraft',
    summary: 'Vervang de inhoud van een concept',
    description: 'Kan tot het bekend is gemaakt. Wie wijzigt, schrijft mee en kan het niet zelf bekendmaken.',
    tag: 'regelingen',
    right: 'regulation:draft',
    ok: RegulationDraftResponse,
    problems: [409],
  })
  replace(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Draft() draftId: string,
    @Body() request: RegulationDraftRequest,
  ): Promise<RegulationDraftResponse> {
    return this.#drafts.replace(actor, claim, draftId, expectedVersion, request);
  }

  @Post(':draftId/validation')
  @Operation({
    id: 'validateRegulationDraft',
    summary: 'Kijk een concept na',
    description: 'Alle fouten tegelijk, elk met plaats en voorstel. Verandert niets.',
    tag: 'regelingen',
    right: 'regulation:read-draft',
    ok: ValidationResponse,
    status: 200,
    changesNothing: true,
  })
  async validation(@Draft() draftId: string): Promise<ValidationResponse> {
    const { faults, rendering } = await this.#drafts.get(draftId);
    return Object.assign(new ValidationResponse(), { sound: faults.length === 0, faults, rendering });
  }

  @Post(':draftId/publication')
  @Operation({
    id: 'publishRegulation',
    summary: 'Maak een regeling bekend',
    description:
      'Door iemand die er niet aan schreef. Daarna verandert deze versie niet meer; aanvragen blijven gebonden aan de versie van de dag waarop zij zijn ingediend.',
    tag: 'regelingen',
    right: 'regulation:publish',
    ok: RegulationVersionResponse,
    status: 201,
    problems: [409],
  })
  publish(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Draft() draftId: string,
    @Body() request: PublishRegulationRequest,
  ): Promise<RegulationVersionResponse> {
    return this.#publication.publish(actor, claim, draftId, expectedVersion, request);
  }
}
