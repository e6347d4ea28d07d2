import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';
import { drawWay } from './domain/drawing.ts';
import { renderWayText } from './domain/rendering.ts';
import { publishedWaySchema } from './domain/way-document.ts';
import { WayChecks } from './way-checks.service.ts';
import { ValidateWayRequest } from './way-draft.request.ts';
import { WayValidationResponse } from './way-draft.response.ts';
import { kernCodesIn } from './way-drafts.service.ts';
import { WayResponse, WaySummaryResponse } from './way.response.ts';
import { WaySchemaResponse } from './way-schema.response.ts';
import { WaysService } from './ways.service.ts';

export class WaysQuery extends PageQuery {
  @CodeField({ description: 'Alleen van deze kern.', optional: true })
  kernCode?: string;

  @CodeField({ description: 'Alleen voor deze regeling.', optional: true })
  regulationCode?: string;
}

const Version = () => PathId('wayVersionId', 'Kenmerk van een versie van een werkwijze.');

/** How kernen work: for everybody to read, and to draw on a wall. */
@Controller()
export class WaysController {
  readonly #ways: WaysService;
  readonly #checks: WayChecks;
  readonly #manager: EntityManager;

  constructor(ways: WaysService, checks: WayChecks, manager: EntityManager) {
    this.#ways = ways;
    this.#checks = checks;
    this.#manager = manager;
  }

  @Get('way-schema')
  @Operation({
    id: 'getWaySchema',
    summary: 'Het schema van een werkwijze',
    description: 'JSON Schema 2020-12, voor editors en programma’s. Elk veld heeft een Nederlandse uitleg.',
    tag: 'werkwijzen',
    right: 'public',
    ok: WaySchemaResponse,
  })
  schema(): WaySchemaResponse {
    return Object.assign(new WaySchemaResponse(), publishedWaySchema());
  }

  @Post('way-validations')
  @Operation({
    id: 'validateWay',
    summary: 'Kijk een werkwijze na zonder die te bewaren',
    description:
      'Alle fouten tegelijk, elk met plaats, artikel en voorstel, of de werkwijze in gewoon Nederlands.',
    tag: 'werkwijzen',
    right: 'way:draft',
    ok: WayValidationResponse,
    status: 200,
    changesNothing: true,
  })
  async validate(@Body() { document }: ValidateWayRequest): Promise<WayValidationResponse> {
    const validation = await this.#checks.validate(this.#manager, document);
    const bodyName = await this.#checks.bodyNames(this.#manager, kernCodesIn(document));
    return WayValidationResponse.of(validation, bodyName);
  }

  @Get('ways')
  @Operation({
    id: 'listWays',
    summary: 'De werkwijzen van de kernen',
    description: 'Op code en nummer; ook versies waarvoor een opvolger is gekomen.',
    tag: 'werkwijzen',
    right: 'public',
    list: WaySummaryResponse,
  })
  async list(@Query() query: WaysQuery): Promise<Page<WaySummaryResponse>> {
    const after = decodePageKey(query.after, ['text', 'integer']);
    const { kernCode, regulationCode, limit } = query;
    const wanted = { kernCode, regulationCode, after, limit: limit + 1 };
    const rows = await this.#ways.list(this.#manager, wanted);
    return pageOf(rows, limit, ({ code, number }) => [code, number]).map((way) => WaySummaryResponse.of(way));
  }

  @Get('ways/:wayVersionId')
  @Operation({
    id: 'getWay',
    summary: 'Eén versie van een werkwijze',
    description: 'Als gegevens en in gewoon Nederlands.',
    tag: 'werkwijzen',
    right: 'public',
    ok: WayResponse,
  })
  async get(@Version() versionId: string): Promise<WayResponse> {
    const version = await this.#ways.get(this.#manager, versionId);
    const { kernCodes } = version.document;
    return WayResponse.ofVersion(version, await this.#checks.bodyNames(this.#manager, kernCodes));
  }

  @Get('ways/:wayVersionId/drawing')
  @Operation({
    id: 'drawWay',
    summary: 'Een werkwijze als tekening',
    description: 'SVG voor een dorpsbijeenkomst; de tekst erin is tekst en kan worden voorgelezen.',
    tag: 'werkwijzen',
    right: 'public',
    file: 'image/svg+xml',
  })
  async drawing(@Version() versionId: string): Promise<string> {
    const { document } = await this.#ways.get(this.#manager, versionId);
    return drawWay(document, await this.#checks.bodyNames(this.#manager, document.kernCodes));
  }

  @Get('ways/:wayVersionId/text')
  @Operation({
    id: 'getWayText',
    summary: 'Een werkwijze als tekst',
    description: 'De hele werkwijze in gewoon Nederlands, om af te drukken.',
    tag: 'werkwijzen',
    right: 'public',
    file: 'text/plain',
  })
  async text(@Version() versionId: string): Promise<string> {
    const { document } = await this.#ways.get(this.#manager, versionId);
    return renderWayText(document, await this.#checks.bodyNames(this.#manager, document.kernCodes));
  }
}
