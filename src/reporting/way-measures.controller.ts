import { Controller, Get, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';
import { Operation } from '../platform/http/operation.ts';
import { Caller } from '../identity/caller.ts';
import { reachOf } from '../identity/domain/permission.ts';
import {
  PublicWayMeasureResponse,
  PublicWayMeasuresResponse,
  WayMeasureResponse,
  WayMeasuresResponse,
} from './way-measures.response.ts';
import { WayMeasures } from './way-measures.service.ts';

export class WayMeasuresQuery {
  @CodeField({ description: 'Alleen van deze regeling.', optional: true })
  regulationCode?: string;

  @CodeField({ description: 'Alleen van deze kern.', optional: true })
  kernCode?: string;
}

/** What the municipality learns from how its kernen work. */
@Controller()
export class WayMeasuresController {
  readonly #measures: WayMeasures;
  readonly #manager: EntityManager;

  constructor(measures: WayMeasures, manager: EntityManager) {
    this.#measures = measures;
    this.#manager = manager;
  }

  @Get('reports/way-measures')
  @Operation({
    id: 'getWayMeasures',
    summary: 'Hoe de werkwijzen van de kernen werken',
    description:
      'Per kern en werkwijze over de aanvragen waarover is besloten: hoe lang elke stap duurde, welk deel van de stappen en van de besluiten op tijd was, hoeveel mensen meededen, en hoeveel van wat is gevraagd is toegekend. Wie voor een kern werkt, ziet de eigen kernen.',
    tag: 'rapporten',
    right: 'measure:read',
    ok: WayMeasuresResponse,
  })
  async exact(@Caller() actor: Actor, @Query() query: WayMeasuresQuery): Promise<WayMeasuresResponse> {
    const { all, kernCodes } = reachOf(actor, 'measure:read');
    const { regulationCode = null, kernCode = null } = query;
    const scope = { regulationCode, kernCode, kernCodes: all ? null : kernCodes, onlyAnnounced: false };
    const measured = await this.#measures.measure(this.#manager, scope);
    return Object.assign(new WayMeasuresResponse(), {
      ways: measured.map((each) => WayMeasureResponse.of(each)),
    });
  }

  @Get('way-measures')
  @Operation({
    id: 'getPublicWayMeasures',
    summary: 'Hoe de werkwijzen van de kernen werken, voor iedereen',
    description:
      'Dezelfde cijfers over besluiten die zijn bekendgemaakt. Wat over minder dan vijf aanvragen gaat, staat er niet in: in een dorp zou iedereen weten wie dat is.',
    tag: 'werkwijzen',
    right: 'public',
    ok: PublicWayMeasuresResponse,
  })
  async open(@Query() query: WayMeasuresQuery): Promise<PublicWayMeasuresResponse> {
    const { regulationCode = null, kernCode = null } = query;
    const scope = { regulationCode, kernCode, kernCodes: null, onlyAnnounced: true };
    const measured = await this.#measures.measure(this.#manager, scope);
    return Object.assign(new PublicWayMeasuresResponse(), {
      ways: measured.map((each) => PublicWayMeasureResponse.of(each)),
    });
  }
}
