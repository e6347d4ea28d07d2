import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { Caller } from '../identity/caller.ts';
import { RecordVoteRequest, VotesQuery } from './vote.request.ts';
import { VoteResponse } from './vote.response.ts';
import { Votes } from './votes.service.ts';

@Controller('votes')
export class VotesController {
  readonly #votes: Votes;

  constructor(votes: Votes) {
    this.#votes = votes;
  }

  @Post()
  @Operation({
    id: 'recordVote',
    summary: 'Leg de uitslag van een stemming vast',
    description:
      'Van een stemming op een bijeenkomst of ergens anders: wie mocht stemmen, hoeveel stembiljetten er waren en de stemmen per plan, geteld door twee mensen. Een latere uitslag over een plan komt in de plaats van de vorige; beide blijven bewaard.',
    tag: 'verdeling',
    right: 'vote:record',
    ok: VoteResponse,
    status: 201,
    problems: [404, 409],
  })
  record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: RecordVoteRequest,
  ): Promise<VoteResponse> {
    return this.#votes.record(actor, claim, request);
  }

  @Get()
  @Operation({
    id: 'listVotes',
    summary: 'De uitslagen van stemmingen',
    description: 'Voor iedereen, zodat iedereen de volgorde kan narekenen. In volgorde van vastleggen.',
    tag: 'verdeling',
    right: 'public',
    list: VoteResponse,
    problems: [404],
  })
  list(@Query() query: VotesQuery): Promise<Page<VoteResponse>> {
    return this.#votes.list(query);
  }
}
