import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import { yearOf } from '../kernel/calendar-date.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathCode } from '../platform/http/path-parameter.ts';
import { DocumentValidation } from './document-validation.service.ts';
import { publishedSchema } from './domain/regulation-document.ts';
import { regulationsProblem } from './domain/regulations.problems.ts';
import { type TemplateCode, templateCodes } from './domain/templates/regulation-templates.ts';
import { RegulationSchemaResponse, RegulationTemplateResponse } from './regulation-aids.response.ts';
import { ValidateDocumentRequest } from './regulation-draft.request.ts';
import { ValidationResponse } from './regulation-draft.response.ts';

export class TemplatesQuery extends PageQuery {
  @IntegerField({
    description: 'Voor welk jaar; zonder dit voor dit jaar.',
    minimum: 1901,
    maximum: 2199,
    optional: true,
  })
  year?: number;
}

export class TemplateQuery {
  @IntegerField({
    description: 'Voor welk jaar; zonder dit voor dit jaar.',
    minimum: 1901,
    maximum: 2199,
    optional: true,
  })
  year?: number;
}

/** What helps to write a regulation: its schema, templates and a check that stores nothing. */
@Controller()
export class RegulationAidsController {
  readonly #validation: DocumentValidation;
  readonly #manager: EntityManager;
  readonly #clock: Clock;

  constructor(validation: DocumentValidation, manager: EntityManager, clock: Clock) {
    this.#validation = validation;
    this.#manager = manager;
    this.#clock = clock;
  }

  @Get('regulation-schema')
  @Operation({
    id: 'getRegulationSchema',
    summary: 'Het schema van een regeling',
    description: 'JSON Schema 2020-12, voor editors en programma’s. Elk veld heeft een Nederlandse uitleg.',
    tag: 'regelingen',
    right: 'public',
    ok: RegulationSchemaResponse,
  })
  schema(): RegulationSchemaResponse {
    return Object.assign(new RegulationSchemaResponse(), publishedSchema());
  }

  @Get('regulation-templates')
  @Operation({
    id: 'listRegulationTemplates',
    summary: 'Sjablonen om een regeling mee te beginnen',
    description: 'Op code: klein per kern, een ronde met vergelijking, en vergoeding achteraf.',
    tag: 'regelingen',
    right: 'public',
    list: RegulationTemplateResponse,
  })
  templates(@Query() query: TemplatesQuery): Page<RegulationTemplateResponse> {
    const after = decodePageKey(query.after, ['text'])?.[0] ?? '';
    const codes = [...templateCodes].sort().filter((code) => code > after);
    return pageOf(codes, query.limit, (code) => [code]).map((code) =>
      RegulationTemplateResponse.of(code, this.#year(query.year)),
    );
  }

  @Get('regulation-templates/:templateCode')
  @Operation({
    id: 'getRegulationTemplate',
    summary: 'Eén sjabloon',
    description: 'Een hele regeling die klopt, met dagen in het gevraagde jaar.',
    tag: 'regelingen',
    right: 'public',
    ok: RegulationTemplateResponse,
  })
  template(
    @PathCode('templateCode', 'Code van het sjabloon.') templateCode: string,
    @Query() query: TemplateQuery,
  ): RegulationTemplateResponse {
    const known: readonly string[] = templateCodes;
    if (!known.includes(templateCode)) {
      throw regulationsProblem('regulation-template-not-found', `Er zijn: ${templateCodes.join(', ')}.`);
    }
    return RegulationTemplateResponse.of(templateCode as TemplateCode, this.#year(query.year));
  }

  @Post('regulation-validations')
  @Operation({
    id: 'validateRegulation',
    summary: 'Kijk een regeling na zonder die te bewaren',
    description: 'Alle fouten tegelijk, elk met plaats en voorstel, of de regeling in gewoon Nederlands.',
    tag: 'regelingen',
    right: 'regulation:draft',
    ok: ValidationResponse,
    status: 200,
    changesNothing: true,
  })
  async validate(@Body() { document }: ValidateDocumentRequest): Promise<ValidationResponse> {
    return ValidationResponse.of(await this.#validation.validate(this.#manager, document));
  }

  #year(asked: number | undefined): number {
    return asked ?? yearOf(this.#clock.today());
  }
}
