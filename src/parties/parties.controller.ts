import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { PartyDesk } from './party-desk.service.ts';
import { NamePartyRequest, PaperConsentRequest } from './party.request.ts';
import { NamedPartyResponse, PartyListResponse, PartyResponse } from './party.response.ts';
import { RecordConsent } from './record-consent.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');
const PartyId = () => PathId('partyId', 'Kenmerk van de persoon.');

/** Who takes part in an application beside the applicant. */
@Controller('applications/:applicationId/parties')
export class PartiesController {
  readonly #desk: PartyDesk;
  readonly #consents: RecordConsent;

  constructor(desk: PartyDesk, consents: RecordConsent) {
    this.#desk = desk;
    this.#consents = consents;
  }

  @Get()
  @Operation({
    id: 'listParties',
    summary: 'Wie er meedoen in een aanvraag',
    description: 'Mede-aanvragers, vertegenwoordigers en begunstigden, ook van vroeger; oudste eerst.',
    tag: 'aanvragen',
    right: 'party:read',
    ok: PartyListResponse,
  })
  async list(@Caller() actor: Actor, @Application() applicationId: string): Promise<PartyListResponse> {
    return PartyListResponse.of(await this.#desk.list(actor, applicationId));
  }

  @Post()
  @Operation({
    id: 'nameParty',
    summary: 'Noem een mede-aanvrager, een opvolger of een begunstigde',
    description:
      'Die persoon doet mee zodra hij of zij instemt: met de code na inloggen, of met een handtekening die een medewerker vastlegt. Een nieuwe vertegenwoordiger is aansprakelijk en krijgt de brieven; de vorige kan er dan niet meer bij.',
    tag: 'aanvragen',
    right: 'party:record',
    ok: NamedPartyResponse,
    status: 201,
    problems: [409],
  })
  name(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Application() applicationId: string,
    @Body() request: NamePartyRequest,
  ): Promise<NamedPartyResponse> {
    return this.#desk.name(actor, claim, applicationId, request);
  }

  @Post(':partyId/paper-consent')
  @Operation({
    id: 'recordPaperConsent',
    summary: 'Leg vast dat iemand op papier heeft ingestemd',
    description: 'Met de bijlage waarop de handtekening staat. De ETag is die van de aanvraag.',
    tag: 'behandeling',
    right: 'party:record-paper',
    ok: PartyResponse,
    problems: [409],
  })
  onPaper(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @PartyId() partyId: string,
    @Body() request: PaperConsentRequest,
  ): Promise<PartyResponse> {
    return this.#consents.onPaper(actor, claim, { applicationId, partyId }, expectedVersion, request);
  }

  @Post(':partyId/end')
  @Operation({
    id: 'endParty',
    summary: 'Laat iemand niet meer meedoen',
    description:
      'Een vertegenwoordiger of begunstigde die heeft ingestemd, kan alleen worden opgevolgd. De ETag is die van de aanvraag.',
    tag: 'aanvragen',
    right: 'party:record',
    ok: PartyResponse,
    problems: [409],
  })
  end(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @PartyId() partyId: string,
  ): Promise<PartyResponse> {
    return this.#desk.end(actor, claim, { applicationId, partyId }, expectedVersion);
  }
}
