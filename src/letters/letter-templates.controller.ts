import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { ActivateTemplateRequest, LetterTemplateRequest, templateOf } from './letter-template.request.ts';
import { LetterTemplateResponse } from './letter-template.response.ts';
import { LetterTemplatesService } from './letter-templates.service.ts';

const Template = () => PathId('letterTemplateId', 'Kenmerk van het sjabloon.');

/** How a municipality words its letters, without losing what the law wants in them. */
@Controller('letter-templates')
export class LetterTemplatesController {
  readonly #templates: LetterTemplatesService;

  constructor(templates: LetterTemplatesService) {
    this.#templates = templates;
  }

  @Post()
  @Operation({
    id: 'createLetterTemplate',
    summary: 'Schrijf een brief in eigen woorden',
    description:
      'Noem alleen de onderdelen die u anders wilt. Het antwoord noemt alles wat nog niet klopt, met de plaats, en de invulvelden die deze brief kent.',
    tag: 'brieven',
    right: 'letter-template:draft',
    ok: LetterTemplateResponse,
    status: 201,
  })
  create(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: LetterTemplateRequest,
  ): Promise<LetterTemplateResponse> {
    return this.#templates.create(actor, claim, templateOf(request));
  }

  @Get()
  @Operation({
    id: 'listLetterTemplates',
    summary: 'De sjablonen voor brieven',
    description: 'Oudste eerst, ook die niet meer gelden: een brief blijft zoals hij was.',
    tag: 'brieven',
    right: 'letter-template:read',
    list: LetterTemplateResponse,
  })
  async list(@Query() query: PageQuery): Promise<Page<LetterTemplateResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = await this.#templates.list(after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, ({ id }) => [id]).map((row) => LetterTemplateResponse.of(row));
  }

  @Get(':letterTemplateId')
  @Operation({
    id: 'getLetterTemplate',
    summary: 'Eén sjabloon',
    description: 'Met alles wat nog niet klopt.',
    tag: 'brieven',
    right: 'letter-template:read',
    ok: LetterTemplateResponse,
  })
  get(@Template() templateId: string): Promise<LetterTemplateResponse> {
    return this.#templates.get(templateId);
  }

  @Put(':letterTemplateId')
  @Operation({
    id: 'replaceLetterTemplate',
    summary: 'Herschrijf een sjabloon',
    description: 'Kan tot het in gebruik is. Daarna moet het opnieuw worden nagekeken.',
    tag: 'brieven',
    right: 'letter-template:draft',
    ok: LetterTemplateResponse,
    problems: [409],
  })
  replace(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Template() templateId: string,
    @Body() request: LetterTemplateRequest,
  ): Promise<LetterTemplateResponse> {
    return this.#templates.replace(actor, claim, { templateId, expectedVersion }, templateOf(request));
  }

  @Post(':letterTemplateId/check')
  @Operation({
    id: 'checkLetterTemplate',
    summary: 'Kijk een sjabloon na',
    description: 'Weigert een sjabloon waarin iets niet klopt, met alle fouten tegelijk.',
    tag: 'brieven',
    right: 'letter-template:draft',
    ok: LetterTemplateResponse,
    problems: [409],
  })
  check(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Template() templateId: string,
  ): Promise<LetterTemplateResponse> {
    return this.#templates.check(actor, claim, { templateId, expectedVersion });
  }

  @Post(':letterTemplateId/activation')
  @Operation({
    id: 'activateLetterTemplate',
    summary: 'Neem een sjabloon van een ander in gebruik',
    description:
      'Vanaf een dag worden brieven van deze soort zo geschreven. Wie eraan schreef, kan het niet zelf in gebruik nemen.',
    tag: 'brieven',
    right: 'letter-template:activate',
    ok: LetterTemplateResponse,
    problems: [409],
  })
  activate(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Template() templateId: string,
    @Body() { validFrom }: ActivateTemplateRequest,
  ): Promise<LetterTemplateResponse> {
    return this.#templates.activate(actor, claim, { templateId, expectedVersion }, validFrom);
  }
}
