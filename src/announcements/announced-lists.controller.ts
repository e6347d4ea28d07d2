import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { AnnounceListRequest } from './announce-list.request.ts';
import { AnnounceList } from './announce-list.service.ts';
import { AnnouncedListResponse } from './announced-list.response.ts';

@Controller('college-lists/:listId/announcement')
export class AnnouncedListsController {
  readonly #announceList: AnnounceList;

  constructor(announceList: AnnounceList) {
    this.#announceList = announceList;
  }

  @Post()
  @Operation({
    id: 'announceCollegeList',
    summary: 'Maak alle besluiten van een lijst bekend',
    description:
      'Verzendt de brieven die van deze lijst nog klaarliggen in één keer: digitaal aan wie dat koos, anders per post. Allemaal, of geen. Ten hoogste 500 brieven.',
    tag: 'brieven',
    right: 'letter:announce',
    ok: AnnouncedListResponse,
    problems: [409],
  })
  announce(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @PathId('listId', 'Kenmerk van de lijst.') listId: string,
    @Body() { sentOn }: AnnounceListRequest,
  ): Promise<AnnouncedListResponse> {
    return this.#announceList.announce(actor, claim, listId, expectedVersion, sentOn);
  }
}
