import { Controller, Get, Header } from '@nestjs/common';
import { OpenApiDocument } from './openapi-document.ts';
import { Operation } from './operation.ts';

@Controller()
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get('openapi.json')
  @Operation({
    id: 'getOpenApi',
    summary: 'Beschrijving van deze API',
    description: 'Geeft de beschrijving van deze API volgens OpenAPI 3.0. Inloggen is niet nodig.',
    tag: 'beschrijving',
    right: 'public',
    ok: Object,
  })
  @Header('access-control-allow-origin', '*')
  @Header('content-type', 'application/json; charset=utf-8')
  openApi(): string {
    return this.document.text;
  }
}
