import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathCode, PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { CalendarContent } from './calendar-content.service.ts';
import { CalendarFeedResponse, NewCalendarFeedResponse } from './calendar-feed.response.ts';
import { CalendarFeeds } from './calendar-feeds.service.ts';

/** What is due, in the calendar program of who has to do it. */
@Controller()
export class CalendarFeedsController {
  readonly #feeds: CalendarFeeds;
  readonly #content: CalendarContent;

  constructor(feeds: CalendarFeeds, content: CalendarContent) {
    this.#feeds = feeds;
    this.#content = content;
  }

  @Post('calendar-feeds')
  @Operation({
    id: 'makeCalendarFeed',
    summary: 'Maak een agenda van wat er moet gebeuren',
    description:
      'Geeft een geheim adres voor uw agendaprogramma, dat niet kan inloggen. Het toont wat u nu in de lijst ziet, zonder namen, en werkt een jaar of tot u het intrekt.',
    tag: 'termijnen',
    right: 'deadline:work-list',
    ok: NewCalendarFeedResponse,
    status: 201,
  })
  make(@Caller() actor: Actor, @IdempotencyKey() claim: IdempotencyClaim): Promise<NewCalendarFeedResponse> {
    return this.#feeds.make(actor, claim);
  }

  @Get('calendar-feeds')
  @Operation({
    id: 'listCalendarFeeds',
    summary: 'Uw agenda’s',
    description: 'In volgorde van maken, ook wat u hebt ingetrokken. Het adres zelf wordt niet meer getoond.',
    tag: 'termijnen',
    right: 'deadline:work-list',
    list: CalendarFeedResponse,
  })
  list(@Caller() actor: Actor, @Query() query: PageQuery): Promise<Page<CalendarFeedResponse>> {
    return this.#feeds.list(actor, query);
  }

  @Post('calendar-feeds/:feedId/revocation')
  @Operation({
    id: 'revokeCalendarFeed',
    summary: 'Trek een agenda in',
    description: 'Het adres werkt daarna niet meer, voor niemand.',
    tag: 'termijnen',
    right: 'deadline:work-list',
    ok: CalendarFeedResponse,
    problems: [409],
  })
  revoke(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @PathId('feedId', 'Kenmerk van de agenda.') feedId: string,
  ): Promise<CalendarFeedResponse> {
    return this.#feeds.revoke(actor, claim, feedId, expectedVersion);
  }

  @Get('calendars/:calendarAddress')
  @Operation({
    id: 'readCalendar',
    summary: 'Een agenda, voor een agendaprogramma',
    description:
      'De termijnen als hele dagen (iCalendar, RFC 5545): zaaknummer, soort en kern. Het adres is geheim en vervangt het inloggen.',
    tag: 'termijnen',
    right: 'public',
    file: 'text/calendar',
    revalidated: true,
  })
  async read(
    @PathCode('calendarAddress', 'Geheim adres van de agenda, eindigend op .ics.') address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { content, changedAt } = await this.#content.read(address);
    reply.header('last-modified', changedAt.toUTCString());
    return content;
  }
}
