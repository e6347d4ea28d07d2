import { Controller, Get, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathCode } from '../platform/http/path-parameter.ts';
import { KernResponse } from './kern.response.ts';
import { KernenService } from './kernen.service.ts';

export class KernenQuery extends PageQuery {
  @CalendarDateField({ description: 'Kernen die er op deze dag zijn; zonder datum vandaag.', optional: true })
  onDate?: CalendarDate;
}

@Controller('kernen')
export class KernenController {
  readonly #kernen: KernenService;
  readonly #manager: EntityManager;
  readonly #clock: Clock;

  constructor(kernen: KernenService, manager: EntityManager, clock: Clock) {
    this.#kernen = kernen;
    this.#manager = manager;
    this.#clock = clock;
  }

  @Get()
  @Operation({
    id: 'listKernen',
    summary: 'De kernen van de gemeente',
    description: 'Op naam. Welke dorpen een kern zijn, kan per jaar verschillen.',
    tag: 'kernen',
    right: 'public',
    list: KernResponse,
  })
  async list(@Query() query: KernenQuery): Promise<Page<KernResponse>> {
    const after = decodePageKey(query.after, ['text', 'text']);
    const rows = await this.#kernen.listOn(this.#manager, query.onDate ?? this.#clock.today(), {
      after: after && { name: after[0], code: after[1] },
      limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, (kern) => [kern.name, kern.code]).map((kern) => KernResponse.of(kern));
  }

  @Get(':kernCode')
  @Operation({
    id: 'getKern',
    summary: 'Eén kern',
    description: 'Ook een dorp dat geen kern meer is, is hier te vinden.',
    tag: 'kernen',
    right: 'public',
    ok: KernResponse,
  })
  async get(@PathCode('kernCode', 'Code van de kern.') kernCode: string): Promise<KernResponse> {
    return KernResponse.of(await this.#kernen.getByCode(this.#manager, kernCode));
  }
}
