import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { ApplicationChangeResponse } from './application-change.response.ts';
import { ApplicationChanges } from './application-changes.service.ts';
import { ForwardingResponse } from './forwarding.response.ts';
import { Forwardings } from './forwardings.service.ts';
import { MergersResponse } from './merger.response.ts';
import { Mergers } from './mergers.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

/** What officials changed of an application before the decision. */
@Controller('applications/:applicationId')
export class ApplicationChangesController {
  readonly #changes: ApplicationChanges;
  readonly #mergers: Mergers;
  readonly #forwardings: Forwardings;

  constructor(changes: ApplicationChanges, mergers: Mergers, forwardings: Forwardings) {
    this.#changes = changes;
    this.#mergers = mergers;
    this.#forwardings = forwardings;
  }

  @Get('changes')
  @Operation({
    id: 'listApplicationChanges',
    summary: 'Wat aan een aanvraag is verbeterd of afgesproken',
    description:
      'Wat er stond en wat er nu staat, waarom, door wie en wanneer; oudste eerst. Ook de aanvrager ziet dit.',
    tag: 'aanvragen',
    right: 'application:read-changes',
    list: ApplicationChangeResponse,
  })
  list(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ApplicationChangeResponse>> {
    return this.#changes.list(actor, applicationId, query);
  }

  @Get('mergers')
  @Operation({
    id: 'listMergers',
    summary: 'Met welke aanvragen een aanvraag is samengevoegd',
    description:
      'Ook via andere aanvragen. Brieven, bijlagen en notities blijven bij de aanvraag waarbij ze binnenkwamen.',
    tag: 'aanvragen',
    right: 'application:read-changes',
    ok: MergersResponse,
  })
  async mergers(@Caller() actor: Actor, @Application() applicationId: string): Promise<MergersResponse> {
    const mergers = await this.#mergers.list(actor, applicationId);
    return Object.assign(new MergersResponse(), { mergers });
  }

  @Get('forwarding')
  @Operation({
    id: 'getForwarding',
    summary: 'Naar wie een aanvraag is doorgezonden',
    description: 'Als een ander bestuursorgaan erover beslist (Awb 2:3).',
    tag: 'aanvragen',
    right: 'application:read-changes',
    ok: ForwardingResponse,
  })
  forwarding(@Caller() actor: Actor, @Application() applicationId: string): Promise<ForwardingResponse> {
    return this.#forwardings.get(actor, applicationId);
  }
}
