import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { ChangeGrant } from './change-grant.service.ts';
import { ChangeGrantRequest } from './grant-change.request.ts';
import { GrantChangeResponse } from './grant-change.response.ts';

@Controller('applications/:applicationId/grant-changes')
export class GrantChangesController {
  readonly #changeGrant: ChangeGrant;

  constructor(changeGrant: ChangeGrant) {
    this.#changeGrant = changeGrant;
  }

  @Post()
  @Operation({
    id: 'changeGrant',
    summary: 'Trek een verlening in, verlaag haar of stel haar lager vast',
    description:
      'Op verzoek van de aanvrager intrekken of verlagen, of naar de kosten lager vaststellen. Het college beslist, of wie daarvoor mandaat heeft. Het geld komt vrij, en het besluit en de brief komen er samen mee, of niets daarvan.',
    tag: 'besluiten',
    right: 'grant:change',
    ok: GrantChangeResponse,
    status: 201,
    problems: [409],
  })
  change(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @PathId('applicationId', 'Kenmerk van de aanvraag.') applicationId: string,
    @Body() request: ChangeGrantRequest,
  ): Promise<GrantChangeResponse> {
    return this.#changeGrant.change(actor, claim, applicationId, expectedVersion, request);
  }
}
