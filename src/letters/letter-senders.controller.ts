import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { Caller } from '../identity/caller.ts';
import { LetterSenderRequest } from './letter-sender.request.ts';
import { LetterSenders } from './letter-senders.service.ts';

/** Who writes: addresses, mark, colour and names below letters, from a day on. */
@Controller('letter-senders')
export class LetterSendersController {
  readonly #senders: LetterSenders;

  constructor(senders: LetterSenders) {
    this.#senders = senders;
  }

  @Get()
  @Operation({
    id: 'listLetterSenders',
    summary: 'De afzenders van brieven',
    description:
      'Nieuwste eerst, met de dag vanaf wanneer elk geldt. Een brief houdt de afzender van toen hij werd gemaakt.',
    tag: 'brieven',
    right: 'letter-template:read',
    list: LetterSenderRequest,
  })
  async list(@Query() query: PageQuery): Promise<Page<LetterSenderRequest>> {
    const after = decodePageKey(query.after, ['date']);
    const rows = await this.#senders.list(after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, ({ validFrom }) => [validFrom]).map(({ validFrom, sender }) =>
      Object.assign(new LetterSenderRequest(), { validFrom, ...sender }),
    );
  }

  @Post()
  @Operation({
    id: 'recordLetterSender',
    summary: 'Leg vast wie vanaf een dag brieven schrijft',
    description:
      'Adressen, beeldmerk, kleur en namen. Nagekeken op leesbaarheid: een kleur met te weinig contrast wordt geweigerd.',
    tag: 'brieven',
    right: 'letter-sender:record',
    ok: LetterSenderRequest,
    status: 201,
    problems: [409],
  })
  add(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: LetterSenderRequest,
  ): Promise<LetterSenderRequest> {
    return this.#senders.add(actor, claim, request);
  }
}
