import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { LaboratoryCaseResponse } from './laboratory-case.response.ts';
import { LaboratoryRunRequest } from './laboratory-run.request.ts';
import { LaboratoryRunResponse, LaboratoryRunSummaryResponse } from './laboratory-run.response.ts';
import { LaboratoryView } from './laboratory-view.service.ts';

const Run = () => PathId('laboratoryRunId', 'Kenmerk van de beproeving.');

/** Trying a way of working on applications that were decided on before. */
@Controller('laboratory-runs')
export class LaboratoryController {
  readonly #view: LaboratoryView;

  constructor(view: LaboratoryView) {
    this.#view = view;
  }

  @Post()
  @Operation({
    id: 'beginLaboratoryRun',
    summary: 'Beproef een werkwijze op afgehandelde aanvragen',
    description:
      'Begint een beproeving en antwoordt meteen. Haal haar daarna op: "replayed" en "total" laten zien hoe ver zij is. Met meer werkwijzen of kernen vergelijkt u ze naast elkaar. Een concept wordt beproefd zoals het nu is; er mogen geen fouten meer in staan.',
    tag: 'werkwijzen',
    right: 'laboratory:run',
    ok: LaboratoryRunResponse,
    status: 202,
    problems: [404, 409],
  })
  begin(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: LaboratoryRunRequest,
  ): Promise<LaboratoryRunResponse> {
    return this.#view.begin(actor, claim, request);
  }

  @Get()
  @Operation({
    id: 'listLaboratoryRuns',
    summary: 'De beproevingen',
    description: 'Oudste eerst; wie voor een kern werkt, ziet die over de eigen kernen.',
    tag: 'werkwijzen',
    right: 'laboratory:read',
    list: LaboratoryRunSummaryResponse,
  })
  async list(@Caller() actor: Actor, @Query() query: PageQuery): Promise<Page<LaboratoryRunSummaryResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = await this.#view.list(actor, after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, ({ id }) => [id]).map((run) =>
      LaboratoryRunSummaryResponse.summaryOf(run),
    );
  }

  @Get(':laboratoryRunId')
  @Operation({
    id: 'getLaboratoryRun',
    summary: 'Eén beproeving, met wat zij tot nu toe opleverde',
    description:
      'Per werkwijze en kern: bij hoeveel aanvragen iets anders was gegaan, hoe lang het had geduurd, en wie er vaker of minder vaak was gevraagd. Wat de geschiedenis niet zegt, staat er als onbekend.',
    tag: 'werkwijzen',
    right: 'laboratory:read',
    ok: LaboratoryRunResponse,
  })
  get(@Caller() actor: Actor, @Run() runId: string): Promise<LaboratoryRunResponse> {
    return this.#view.get(actor, runId);
  }

  @Get(':laboratoryRunId/cases')
  @Operation({
    id: 'listLaboratoryCases',
    summary: 'De aanvragen van een beproeving, één voor één',
    description:
      'Hoe elke aanvraag ging, en hoe zij onder elke werkwijze was gegaan. Wordt bij het lezen berekend; er wordt niets van bewaard.',
    tag: 'werkwijzen',
    right: 'laboratory:read-cases',
    list: LaboratoryCaseResponse,
  })
  async cases(
    @Caller() actor: Actor,
    @Run() runId: string,
    @Query() query: PageQuery,
  ): Promise<Page<LaboratoryCaseResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = await this.#view.cases(actor, runId, after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, ({ applicationId }) => [applicationId]);
  }
}
