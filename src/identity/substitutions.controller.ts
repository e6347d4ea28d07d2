import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from './caller.ts';
import { RecordSubstitutionRequest, SubstitutionsQuery } from './substitution.request.ts';
import { SubstitutionResponse } from './substitution.response.ts';
import { Substitutions } from './substitutions.service.ts';

const Substitution = () => PathId('substitutionId', 'Kenmerk van de vervanging.');

/** Who does whose work while somebody is away. */
@Controller('substitutions')
export class SubstitutionsController {
  readonly #substitutions: Substitutions;

  constructor(substitutions: Substitutions) {
    this.#substitutions = substitutions;
  }

  @Get()
  @Operation({
    id: 'listSubstitutions',
    summary: 'Wie vervangt wie',
    description: 'Ook wat voorbij of beëindigd is, in volgorde van vastleggen.',
    tag: 'behandeling',
    right: 'substitution:read',
    list: SubstitutionResponse,
  })
  async list(@Query() query: SubstitutionsQuery): Promise<Page<SubstitutionResponse>> {
    return (await this.#substitutions.list(query)).map((each) => SubstitutionResponse.of(each));
  }

  @Get(':substitutionId')
  @Operation({
    id: 'getSubstitution',
    summary: 'Eén vervanging',
    description: 'Wie wie vervangt, en op welke dagen.',
    tag: 'behandeling',
    right: 'substitution:read',
    ok: SubstitutionResponse,
  })
  async get(@Substitution() substitutionId: string): Promise<SubstitutionResponse> {
    return SubstitutionResponse.of(await this.#substitutions.get(substitutionId));
  }

  @Post()
  @Operation({
    id: 'recordSubstitution',
    summary: 'Wijs een vervanger aan',
    description:
      'Voor de dagen dat u er niet bent. De vervanger ziet en doet dan uw werk, met de eigen rollen; er wordt bij vastgelegd dat het in uw plaats was. Waarom u er niet bent, wordt niet gevraagd.',
    tag: 'behandeling',
    right: 'substitution:record',
    ok: SubstitutionResponse,
    status: 201,
    problems: [409],
  })
  async record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: RecordSubstitutionRequest,
  ): Promise<SubstitutionResponse> {
    return SubstitutionResponse.of(await this.#substitutions.record(actor, claim, request));
  }

  @Post(':substitutionId/end')
  @Operation({
    id: 'endSubstitution',
    summary: 'Beëindig een vervanging',
    description: 'Meteen, door wie afwezig was, door de vervanger of door een beheerder.',
    tag: 'behandeling',
    right: 'substitution:record',
    ok: SubstitutionResponse,
    problems: [409],
  })
  async end(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Substitution() substitutionId: string,
  ): Promise<SubstitutionResponse> {
    return SubstitutionResponse.of(
      await this.#substitutions.end(actor, claim, substitutionId, expectedVersion),
    );
  }
}
