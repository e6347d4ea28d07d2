import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import { AnnounceLetterRequest, SendLetterRequest } from './announce-letter.request.ts';
import { LetterDesk } from './letter-desk.service.ts';
import { LetterDispatchResponse } from './letter-dispatch.response.ts';
import { ResendLetters } from './resend-letters.service.ts';
import { VisibleLetters } from './visible-letters.service.ts';

const Letter = () => PathId('letterId', 'Kenmerk van de brief.');

export class PreviewQuery {
  @CalendarDateField({ description: 'Dag waarop u de brief denkt te verzenden.' })
  sentOn!: CalendarDate;
}

@Controller()
export class LettersController {
  readonly #desk: LetterDesk;
  readonly #resending: ResendLetters;
  readonly #letters: VisibleLetters;

  constructor(desk: LetterDesk, letters: VisibleLetters, resending: ResendLetters) {
    this.#desk = desk;
    this.#resending = resending;
    this.#letters = letters;
  }

  @Get('applications/:applicationId/letters')
  @Operation({
    id: 'listLetters',
    summary: 'De brieven over een aanvraag',
    description:
      'Oudste eerst. De aanvrager ziet een brief vanaf de verzending; wie brieven verzendt ook wat nog klaarligt.',
    tag: 'brieven',
    right: 'letter:read',
    list: LetterResponse,
  })
  async list(
    @Caller() actor: Actor,
    @PathId('applicationId', 'Kenmerk van de aanvraag.') applicationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<LetterResponse>> {
    const letters = await this.#letters.list(actor, applicationId, query);
    return letters.map((letter) => LetterResponse.of(letter));
  }

  @Get('letters/:letterId')
  @Operation({
    id: 'getLetter',
    summary: 'Eén brief',
    description: 'Soort, onderwerp, verzending en de termijnen die daaruit volgen.',
    tag: 'brieven',
    right: 'letter:read',
    ok: LetterResponse,
  })
  async get(@Caller() actor: Actor, @Letter() letterId: string): Promise<LetterResponse> {
    const { letter } = await this.#letters.open(actor, 'letter:read', letterId);
    return LetterResponse.of(letter);
  }

  @Get('letters/:letterId/preview')
  @Operation({
    id: 'previewLetter',
    summary: 'Bekijk een brief voordat hij wordt verzonden',
    description: 'Met de termijnen zoals ze zouden zijn, en het merk "concept".',
    tag: 'brieven',
    right: 'letter:preview',
    file: 'application/pdf',
  })
  preview(@Caller() actor: Actor, @Letter() letterId: string, @Query() query: PreviewQuery): Promise<Buffer> {
    return this.#desk.preview(actor, letterId, query.sentOn);
  }

  @Get('letters/:letterId/document')
  @Operation({
    id: 'getLetterDocument',
    summary: 'De brief zoals die is verzonden',
    description: 'Altijd precies hetzelfde bestand (PDF/A).',
    tag: 'brieven',
    right: 'letter:read',
    file: 'application/pdf',
    problems: [409],
  })
  document(@Caller() actor: Actor, @Letter() letterId: string): Promise<Buffer> {
    return this.#desk.document(actor, letterId);
  }

  @Post('letters/:letterId/announcement')
  @Operation({
    id: 'announceLetter',
    summary: 'Maak een brief bekend',
    description:
      'Legt de brief vast zoals die is verzonden. Een besluit werkt pas vanaf nu, en alle termijnen beginnen de dag na verzending (Awb 3:40).',
    tag: 'brieven',
    right: 'letter:announce',
    ok: LetterResponse,
    problems: [409],
  })
  announce(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Letter() letterId: string,
    @Body() request: SendLetterRequest,
  ): Promise<LetterResponse> {
    return this.#desk.announce(actor, claim, letterId, expectedVersion, request);
  }

  @Get('letters/:letterId/dispatches')
  @Operation({
    id: 'listLetterDispatches',
    summary: 'Wanneer een brief is verzonden',
    description: 'Elke keer dat de brief is verzonden, de bekendmaking eerst.',
    tag: 'brieven',
    right: 'letter:read',
    list: LetterDispatchResponse,
  })
  dispatches(
    @Caller() actor: Actor,
    @Letter() letterId: string,
    @Query() query: PageQuery,
  ): Promise<Page<LetterDispatchResponse>> {
    return this.#resending.list(actor, letterId, query);
  }

  @Post('letters/:letterId/dispatches')
  @Operation({
    id: 'resendLetter',
    summary: 'Verzend een brief nog een keer',
    description:
      'Dezelfde brief, zonder verandering. Geen termijn begint opnieuw: de dag van de bekendmaking blijft gelden.',
    tag: 'brieven',
    right: 'letter:announce',
    ok: LetterDispatchResponse,
    status: 201,
    problems: [409],
  })
  resend(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Letter() letterId: string,
    @Body() request: AnnounceLetterRequest,
  ): Promise<LetterDispatchResponse> {
    return this.#resending.resend(actor, claim, letterId, request);
  }
}
