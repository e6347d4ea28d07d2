import { DomainError, type InputFault } from '../../kernel/domain-error.ts';
import { HttpProblem } from './http-problem.ts';
import { type PlatformProblemCode, platformProblems, statusOfKind } from './platform-problems.ts';

export const problemMediaType = 'application/problem+json; charset=utf-8';

/** What a caller gets when something is wrong (RFC 9457). */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly InputFault[];
  readonly invalidParams?: readonly { name: string; code: string; reason: string }[];
}

/** What the document says about the request that failed. */
export interface ProblemContext {
  /** Path of the request, without the query: a query may hold personal data. */
  readonly instance: string;
  readonly language: Language;
}

export type Language = 'nl' | 'en';

/**
 * Codes of errors that Fastify or Node raises before or around a route. What is not listed here and is
 * not the caller's fault by its status is a bug.
 */
const codeOfFrameworkError: Readonly<Record<string, PlatformProblemCode>> = {
  FST_ERR_BAD_URL: 'malformed-url',
  FST_ERR_MAX_PARAM_LENGTH: 'address-too-long',
  FST_ERR_NOT_FOUND: 'not-found',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  HPE_HEADER_OVERFLOW: 'header-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

const codeOfStatus: Readonly<Record<number, PlatformProblemCode>> = {
  400: 'malformed-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  412: 'precondition-failed',
  413: 'too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  417: 'expectation-failed',
  428: 'precondition-required',
  429: 'too-many-requests',
  431: 'header-too-large',
  503: 'unavailable',
};

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}

/** Finds the platform's code for an error that is not one of ours; `internal-error` for a bug. */
function codeOf(error: unknown): PlatformProblemCode {
  const byCode = codeOfFrameworkError[String(property(error, 'code'))];
  if (byCode !== undefined) return byCode;
  // Nest's exceptions and Fastify's errors carry a status; any other error that happens to have such a
  // property (an answer of another service, say) is a bug of ours.
  const fromFramework =
    typeof property(error, 'getStatus') === 'function' || String(property(error, 'code')).startsWith('FST_');
  const status = fromFramework ? Number(property(error, 'status') ?? property(error, 'statusCode')) : 500;
  return codeOfStatus[status] ?? 'internal-error';
}

/** Writes "/costs/2/amountCents" as "costs.2.amountCents", the form in which `invalidParams` names a field. */
function nameOf(fault: InputFault): string {
  if (fault.in !== 'body') return fault.location;
  return fault.location
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

function withFaults(document: ProblemDocument, faults: readonly InputFault[]): ProblemDocument {
  if (faults.length === 0) return document;
  return {
    ...document,
    errors: faults,
    invalidParams: faults.map((fault) => ({ name: nameOf(fault), code: fault.code, reason: fault.detail })),
  };
}

/**
 * Describes any error as a problem document. The type is a reference relative to the service, so that it is
 * stable across versions and names no host; a caller compares `code`. An unexpected error gives no inner
 * details.
 */
export function problemDocumentOf(error: unknown, context: ProblemContext): ProblemDocument {
  if (error instanceof DomainError) {
    const { code, title, detail, kind } = error;
    const status = statusOfKind[kind];
    const document = { type: `/problems/${code}`, title, status, detail, instance: context.instance, code };
    return withFaults(document, error.faults);
  }
  const code = error instanceof HttpProblem ? error.code : codeOf(error);
  const problem = platformProblems[code];
  const [title, detail] = problem[context.language];
  const { status } = problem;
  const document = { type: `/problems/${code}`, title, status, detail, instance: context.instance, code };
  return withFaults(document, error instanceof HttpProblem ? error.faults : []);
}

/** Gives the path of a request target: no query, no fragment, and never longer than is useful. */
export function pathOf(target: string | undefined): string {
  return (target ?? '/').split(/[?#]/, 1)[0]?.slice(0, 500) ?? '/';
}

/** Chooses the language of a problem: Dutch, unless the caller likes English better (RFC 9110, 12.5.4). */
export function languageOf(acceptLanguage: string | undefined): Language {
  const liking = { nl: 0, en: 0 };
  for (const range of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const language = tag.split('-', 1)[0];
    if (language !== 'nl' && language !== 'en') continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    if (quality > liking[language]) liking[language] = quality;
  }
  return liking.en > liking.nl ? 'en' : 'nl';
}
