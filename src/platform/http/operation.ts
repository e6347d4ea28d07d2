import { applyDecorators, Header, HttpCode, SetMetadata } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Class } from './fields/field.ts';
import { versionPropertyOf } from './fields/version-field.ts';
import type { CsvRows, RouteConduct } from './route-conduct.ts';

/** Where the right that a route asks for is found: `public`, or the name of an action. */
export const rightMetadataKey = 'kernbudget:right';

/** Says who may use a route: `public` (without login), or the name of an action in the rights table. */
export function Right(right: string): MethodDecorator & ClassDecorator {
  return SetMetadata(rightMetadataKey, right);
}

export interface OperationOptions {
  /** Unique over the whole API, in camelCase, such as `submitApplication`. */
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
  /** `public`, or the name of the action that the caller must be allowed. */
  readonly right: string;
  /** The class of the answer. */
  readonly ok?: Class;
  /** The class of the items, when the answer is a `Page`. */
  readonly list?: Class;
  /** The media type of the answer, when it is not JSON. */
  readonly file?:
    'text/csv' | 'application/pdf' | 'application/zip' | 'text/plain' | 'image/svg+xml' | 'text/calendar';
  /** The media types of which the answer is one, for a file of which the route says which it is. */
  readonly contents?: readonly string[];
  /** The rows that are also given as CSV, to who asks `Accept: text/csv` at the same address. */
  readonly csv?: CsvRows;
  /** The answer has a tag of its content, and who has it already is told so (RFC 9110, 13.1.2). */
  readonly revalidated?: boolean;
  /** The fields beside the `file` in a form, for a route that takes a file (multipart/form-data). */
  readonly form?: Class;
  /** Without it 200, or 204 when there is no answer. */
  readonly status?: number;
  /** Statuses of problems that do not follow from the parameters of the route (409 of a business rule, say). */
  readonly problems?: readonly number[];
  /** A POST that changes nothing (a preview, a calculation) takes no Idempotency-Key. */
  readonly changesNothing?: boolean;
}

export const changesNothingMetadataKey = 'kernbudget:changes-nothing';
/** Carries `problems` to the description of the API; also shows there that a route is documented at all. */
export const problemsExtension = 'x-problems';

/** Refers to the description of a header that many answers have. */
export function headerReference(
  name:
    | 'API-Version'
    | 'Content-Disposition'
    | 'Content-Language'
    | 'X-Request-Id'
    | 'ETag'
    | 'Last-Modified'
    | 'Link'
    | 'traceparent'
    | 'RateLimit'
    | 'RateLimit-Policy'
    | 'Retry-After'
    | 'WWW-Authenticate',
): {
  $ref: string;
} {
  return { $ref: `#/components/headers/${name}` };
}

const queryParameterType = '4';

const contentTypes = {
  'text/csv': 'text/csv; charset=utf-8',
  'application/pdf': 'application/pdf',
  'application/zip': 'application/zip',
  'text/plain': 'text/plain; charset=utf-8',
  'text/calendar': 'text/calendar; charset=utf-8',
  'image/svg+xml': 'image/svg+xml; charset=utf-8',
} as const satisfies Record<NonNullable<OperationOptions['file']>, string>;

/** Everything that a route tells about itself, in one place: right, documentation, status and conduct. */
export function Operation(options: OperationOptions): MethodDecorator {
  const { id: operationId, summary, description, tag, right } = options;
  const status =
    options.status ?? ((options.ok ?? options.list ?? options.file ?? options.contents) ? 200 : 204);
  return (prototype, name, descriptor) => {
    applyDecorators(
      Right(right),
      SetMetadata(changesNothingMetadataKey, options.changesNothing === true),
      HttpCode(status),
      RouteConfig({ conduct: conductOf(options, prototype, name) }),
      ApiTags(tag),
      ApiOperation({ operationId, summary, description }),
      ApiExtension(problemsExtension, options.problems ?? []),
      ...(right === 'public' ? [] : [ApiBearerAuth('bearer')]),
      ...(options.file ? [Header('content-type', contentTypes[options.file])] : []),
      ...documentedForm(options),
      ...documentedAnswer(options, status),
    )(prototype, name, descriptor);
  };
}

function conductOf(options: OperationOptions, prototype: object, name: string | symbol): RouteConduct {
  // Decorators of parameters run before those of their method, so the parameters are known here.
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, prototype.constructor, name) ?? {}) as object;
  return {
    right: options.right,
    operationId: options.id,
    produces: options.contents ?? [options.file ?? 'application/json', ...(options.csv ? ['text/csv'] : [])],
    csv: options.csv ?? null,
    takesQuery: Object.keys(parameters).some((key) => key.split(':', 1)[0] === queryParameterType),
    versionProperty: versionPropertyOf(options.ok),
    isList: options.list !== undefined,
    changesNothing: options.changesNothing === true,
    revalidated: options.revalidated === true,
    takesFile: options.form !== undefined,
  };
}

/** A form with its fields, and the file itself under the name `file`. */
function documentedForm({ form }: OperationOptions): MethodDecorator[] {
  if (!form) return [];
  const description = 'Het bestand; naam en soort worden nagekeken.';
  const file = { type: 'string', format: 'binary', description };
  const withFile = { type: 'object', required: ['file'], properties: { file } };
  return [
    ApiExtraModels(form),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { allOf: [{ $ref: getSchemaPath(form) }, withFile] } }),
  ];
}

const csvContent = { 'text/csv': { schema: { type: 'string' } } };

function documentedAnswer(options: OperationOptions, status: number): MethodDecorator[] {
  const { ok, list, file, csv, revalidated, contents } = options;
  if (contents) return [documentedContents(contents, status)];
  if (file) {
    const isBinary = file === 'application/pdf' || file === 'application/zip';
    const schema = isBinary ? { type: 'string', format: 'binary' } : { type: 'string' };
    const headers = {
      ...(file === 'application/zip' && { 'Content-Disposition': headerReference('Content-Disposition') }),
      ...(revalidated && {
        ETag: headerReference('ETag'),
        'Last-Modified': headerReference('Last-Modified'),
      }),
    };
    const content = { [file]: { schema } };
    return [
      ApiResponse({ status, description: 'Het gevraagde bestand.', headers, content }),
      ...(revalidated ? [ApiResponse({ status: 304, description: 'Niet veranderd.', headers })] : []),
    ];
  }
  if (list) return documentedPage(list, status, csv !== undefined);
  const headers = { ...(versionPropertyOf(ok) !== null && { ETag: headerReference('ETag') }) };
  const description = 'Gelukt.';
  if (!csv || !ok) return [ApiResponse({ status, description, headers, ...(ok && { type: ok }) })];
  const content = { 'application/json': { schema: { $ref: getSchemaPath(ok) } }, ...csvContent };
  return [ApiExtraModels(ok), ApiResponse({ status, description, headers, content })];
}

/** A file to be saved, in one of several formats. */
function documentedContents(contents: readonly string[], status: number): MethodDecorator {
  const headers = {
    ETag: headerReference('ETag'),
    'Content-Disposition': headerReference('Content-Disposition'),
  };
  const schema = { type: 'string', format: 'binary' };
  const content = Object.fromEntries(contents.map((mediaType) => [mediaType, { schema }]));
  return ApiResponse({ status, description: 'Het gevraagde bestand.', headers, content });
}

function documentedPage(list: Class, status: number, alsoCsv: boolean): MethodDecorator[] {
  const schema = {
    type: 'object',
    required: ['items', 'next'],
    properties: {
      items: {
        type: 'array',
        items: { $ref: getSchemaPath(list) },
        description: 'Deze pagina van de lijst.',
      },
      next: { type: 'string', nullable: true, description: 'Adres van de volgende pagina, of null.' },
    },
  };
  const headers = { Link: headerReference('Link') };
  const description = 'Een pagina van de lijst.';
  const content = { 'application/json': { schema }, ...(alsoCsv && csvContent) };
  return [ApiExtraModels(list), ApiResponse({ status, description, headers, content })];
}
