import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathCode, PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { CeilingsRequest } from './ceilings.request.ts';
import { CeilingsResponse } from './ceilings.response.ts';
import { CheckRequest } from './check.request.ts';
import { CheckResponse } from './check.response.ts';
import { copyForYear } from './domain/next-year.ts';
import { regulationNotFound } from './domain/regulations.problems.ts';
import { RegulationChecks } from './regulation-checks.service.ts';
import { CopyRegulationRequest } from './regulation-draft.request.ts';
import { RegulationDraftResponse } from './regulation-draft.response.ts';
import { RegulationDrafts } from './regulation-drafts.service.ts';
import { RegulationVersionResponse, RegulationVersionSummaryResponse } from './regulation.response.ts';
import { RegulationsService } from './regulations.service.ts';

const Code = () => PathCode('regulationCode', 'Code van de regeling.');

/** The versions of a regulation, and what one can do with them. */
@Controller('regulations/:regulationCode')
export class RegulationVersionsController {
  readonly #regulations: RegulationsService;
  readonly #drafts: RegulationDrafts;
  readonly #checks: RegulationChecks;
  readonly #manager: EntityManager;

  constructor(
    regulations: RegulationsService,
    drafts: RegulationDrafts,
    checks: RegulationChecks,
    manager: EntityManager,
  ) {
    this.#regulations = regulations;
    this.#drafts = drafts;
    this.#checks = checks;
    this.#manager = manager;
  }

  @Get('versions')
  @Operation({
    id: 'listRegulationVersions',
    summary: 'De versies van een regeling',
    description: 'Oudste eerst. Een versie verandert nooit.',
    tag: 'regelingen',
    right: 'public',
    list: RegulationVersionSummaryResponse,
  })
  async versions(
    @Code() regulationCode: string,
    @Query() query: PageQuery,
  ): Promise<Page<RegulationVersionSummaryResponse>> {
    const after = decodePageKey(query.after, ['integer']);
    const { id } = await this.#regulations.getByCode(this.#manager, regulationCode);
    const all = await this.#regulations.versionsOf(this.#manager, id);
    const rows = all.filter(({ version }) => version > (after?.[0] ?? 0)).slice(0, query.limit + 1);
    return pageOf(rows, query.limit, ({ version }) => [version]).map((version) =>
      RegulationVersionSummaryResponse.of(version),
    );
  }

  @Get('versions/:versionId')
  @Operation({
    id: 'getRegulationVersion',
    summary: 'Eén versie van een regeling',
    description: 'Als gegevens en in gewoon Nederlands.',
    tag: 'regelingen',
    right: 'public',
    ok: RegulationVersionResponse,
  })
  async version(
    @Code() regulationCode: string,
    @PathId('versionId', 'Kenmerk van de versie.') versionId: string,
  ): Promise<RegulationVersionResponse> {
    const regulation = await this.#regulations.getByCode(this.#manager, regulationCode);
    const versions = await this.#regulations.versionsOf(this.#manager, regulation.id);
    const version = versions.find(({ id }) => id === versionId);
    if (version === undefined) throw regulationNotFound();
    return RegulationVersionResponse.ofDocument(regulation, version);
  }

  @Post('checks')
  @Operation({
    id: 'checkPlan',
    summary: 'Kijk wat een plan kan krijgen',
    description:
      'Zonder inloggen, en er wordt niets bewaard. Per voorwaarde wat de gegevens zeggen, en de berekening van de bijdrage. U kunt er geen rechten aan ontlenen: mensen beoordelen nog, en het geld kan op zijn.',
    tag: 'regelingen',
    right: 'public',
    ok: CheckResponse,
    status: 200,
    changesNothing: true,
  })
  check(@Code() regulationCode: string, @Body() request: CheckRequest): Promise<CheckResponse> {
    return this.#checks.check(regulationCode, request);
  }

  @Post('ceilings')
  @Operation({
    id: 'previewCeilings',
    summary: 'Bereken de plafonds van een jaar',
    description: 'Om te bekijken voordat zij worden geboekt. Verandert niets.',
    tag: 'regelingen',
    right: 'public',
    ok: CeilingsResponse,
    status: 200,
    problems: [409],
    changesNothing: true,
  })
  ceilings(@Code() regulationCode: string, @Body() request: CeilingsRequest): Promise<CeilingsResponse> {
    return this.#checks.ceilings(regulationCode, request);
  }

  @Post('copy')
  @Operation({
    id: 'copyRegulation',
    summary: 'Begin een concept met de regeling van een ander jaar',
    description:
      'Alle dagen schuiven mee. Van elk onderdeel staat er dat het is overgenomen, tot iemand zegt waar het is bekendgemaakt.',
    tag: 'regelingen',
    right: 'regulation:draft',
    ok: RegulationDraftResponse,
    status: 201,
  })
  async copy(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Code() regulationCode: string,
    @Body() { code, year }: CopyRegulationRequest,
  ): Promise<RegulationDraftResponse> {
    const { id } = await this.#regulations.getByCode(this.#manager, regulationCode);
    const versions = await this.#regulations.versionsOf(this.#manager, id);
    const { document } = present(versions.at(-1), 'a regulation has a version');
    return this.#drafts.create(actor, claim, { code, document: { ...copyForYear(document, year) } });
  }
}
