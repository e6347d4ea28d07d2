import { Controller, Get, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathCode } from '../platform/http/path-parameter.ts';
import { RegulationDetailResponse, RegulationResponse } from './regulation.response.ts';
import { RegulationsService } from './regulations.service.ts';

@Controller('regulations')
export class RegulationsController {
  readonly #regulations: RegulationsService;
  readonly #manager: EntityManager;

  constructor(regulations: RegulationsService, manager: EntityManager) {
    this.#regulations = regulations;
    this.#manager = manager;
  }

  @Get()
  @Operation({
    id: 'listRegulations',
    summary: 'De regelingen van de gemeente',
    description: 'Op code.',
    tag: 'regelingen',
    right: 'public',
    list: RegulationResponse,
  })
  async list(@Query() query: PageQuery): Promise<Page<RegulationResponse>> {
    const after = decodePageKey(query.after, ['text']);
    const rows = await this.#regulations.list(this.#manager, after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, (regulation) => [regulation.code]).map((regulation) =>
      RegulationResponse.of(regulation),
    );
  }

  @Get(':regulationCode')
  @Operation({
    id: 'getRegulation',
    summary: 'Eén regeling, met de voorwaarden in gewoon Nederlands',
    description:
      'De nieuwste versie die is bekendgemaakt. Wat alleen is aangenomen, staat er als zodanig bij.',
    tag: 'regelingen',
    right: 'public',
    ok: RegulationDetailResponse,
  })
  async get(
    @PathCode('regulationCode', 'Code van de regeling.') regulationCode: string,
  ): Promise<RegulationDetailResponse> {
    const regulation = await this.#regulations.getByCode(this.#manager, regulationCode);
    const versions = await this.#regulations.versionsOf(this.#manager, regulation.id);
    return RegulationDetailResponse.ofVersion(
      regulation,
      present(versions.at(-1), 'a regulation has a version'),
    );
  }
}
