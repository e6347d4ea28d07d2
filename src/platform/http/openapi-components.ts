import { STATUS_CODES } from 'node:http';
import { headerReference } from './operation.ts';

/** An answer in the description of the API. */
export interface DescribedAnswer {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, unknown>;
}

const fault = {
  type: 'object',
  required: ['in', 'location', 'code', 'detail'],
  properties: {
    in: { type: 'string', enum: ['body', 'query', 'path', 'header'], description: 'Waar de fout staat.' },
    location: {
      type: 'string',
      description: 'JSON Pointer in de inhoud, anders de naam.',
      example: '/costs/2/amountCents',
    },
    code: { type: 'string', description: 'Vaste code van de fout.', example: 'negative-amount' },
    detail: { type: 'string', description: 'Wat er mis is.', example: 'Geef een bedrag van nul of meer.' },
  },
};

const invalidParameter = {
  type: 'object',
  required: ['name', 'code', 'reason'],
  properties: {
    name: { type: 'string', description: 'Naam van het veld.', example: 'costs.2.amountCents' },
    code: { type: 'string', description: 'Vaste code van de fout.', example: 'negative-amount' },
    reason: { type: 'string', description: 'Wat er mis is.', example: 'Geef een bedrag van nul of meer.' },
  },
};

const problem = {
  type: 'object',
  description: 'Wat er mis ging (RFC 9457).',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      description: 'Soort probleem.',
      example: '/problems/not-found',
    },
    title: { type: 'string', description: 'Het probleem in het kort.', example: 'Niet gevonden' },
    status: { type: 'integer', minimum: 400, maximum: 599, description: 'HTTP-status.', example: 404 },
    detail: { type: 'string', description: 'Uitleg.', example: 'Op dit adres is niets te vinden.' },
    instance: {
      type: 'string',
      format: 'uri-reference',
      description: 'Pad van het verzoek.',
      example: '/v1/kernen/x',
    },
    code: { type: 'string', description: 'Vaste code van het probleem.', example: 'not-found' },
    errors: {
      type: 'array',
      items: { $ref: '#/components/schemas/InputFault' },
      description: 'Alle fouten in de invoer.',
    },
    invalidParams: {
      type: 'array',
      items: { $ref: '#/components/schemas/InvalidParameter' },
      description: 'Alle fouten in de invoer, per veld.',
    },
  },
};

const headers = {
  'API-Version': {
    description: 'Volledige versie van de API.',
    required: true,
    schema: { type: 'string', example: '1.0.0' },
  },
  'X-Request-Id': {
    description: 'Nummer van het verzoek, om bij vragen te noemen.',
    schema: { type: 'string' },
  },
  ETag: {
    description: 'Versie, voor If-Match bij een wijziging.',
    schema: { type: 'string', example: '"3"' },
  },
  'Last-Modified': {
    description: 'Wanneer wat er staat het laatst veranderde.',
    schema: { type: 'string', example: 'Mon, 04 Mar 2019 08:00:00 GMT' },
  },
  Link: { description: 'Adres van de volgende pagina.', schema: { type: 'string' } },
  traceparent: {
    description: 'Het spoor van dit verzoek (W3C Trace Context), waar de dienst sporen verzamelt.',
    schema: { type: 'string', example: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
  },
  RateLimit: {
    description: 'Hoeveel verzoeken (r) er nog kunnen in de komende t seconden.',
    schema: { type: 'string', example: '"caller";r=1180;t=42' },
  },
  'RateLimit-Policy': {
    description: 'Hoeveel verzoeken (q) er kunnen in w seconden.',
    schema: { type: 'string', example: '"caller";q=1200;w=60' },
  },
  'Retry-After': {
    description: 'Na hoeveel seconden het opnieuw kan.',
    schema: { type: 'string', example: '12' },
  },
  'Content-Disposition': {
    description: 'Dat het bestand is om op te slaan, en hoe het heet.',
    required: true,
    schema: { type: 'string', example: 'attachment; filename="offerte.pdf"; filename*=UTF-8\'\'offerte.pdf' },
  },
  'Content-Language': {
    description: 'Taal van de uitleg: Nederlands, of Engels voor wie dat liever leest.',
    required: true,
    schema: { type: 'string', enum: ['nl', 'en'] },
  },
  'WWW-Authenticate': { description: 'Hoe in te loggen.', schema: { type: 'string', example: 'Bearer' } },
};

/** The parts of the description of the API that are the same for every route. */
export const commonSchemas = { Problem: problem, InputFault: fault, InvalidParameter: invalidParameter };
export const commonHeaders = headers;

/** The name under which the answer with a problem of this status is described. */
export function nameOfProblem(status: number): string {
  return `Problem${status}`;
}

/** The answer with a problem of this status. */
export function problemAnswer(status: number): DescribedAnswer {
  return {
    description: STATUS_CODES[status] ?? 'Problem',
    headers: {
      'API-Version': headerReference('API-Version'),
      'X-Request-Id': headerReference('X-Request-Id'),
      traceparent: headerReference('traceparent'),
      RateLimit: headerReference('RateLimit'),
      'RateLimit-Policy': headerReference('RateLimit-Policy'),
      ...((status === 429 || status === 503) && { 'Retry-After': headerReference('Retry-After') }),
      'Content-Language': headerReference('Content-Language'),
      ...((status === 401 || status === 403) && { 'WWW-Authenticate': headerReference('WWW-Authenticate') }),
    },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
