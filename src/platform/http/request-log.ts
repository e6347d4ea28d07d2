import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pathOf } from './problem-document.ts';

interface LoggedError {
  [name: string]: unknown;
  type: string;
  message: string;
  stack: string;
  code?: string;
  constraint?: string;
  table?: string;
  cause?: LoggedError;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * Describes an error for the log. Errors of the database quote what was sent to it, which may be personal
 * data: of those only the place and the code are kept (class 22 and 23 of SQLSTATE, and any that holds a query).
 */
export function describeError(error: unknown): LoggedError {
  const { name, message, stack, code, constraint, table, query, cause } = Object(error) as Record<
    string,
    unknown
  >;
  const quotesData = query !== undefined || /^2[23][0-9A-Z]{3}$/.test(text(code));
  const frames = text(stack)
    .split('\n')
    .filter((line) => line.startsWith('    at '));
  return {
    type: text(name),
    message: quotesData ? 'left out: it may quote data' : text(message),
    stack: frames.join('\n'),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof table === 'string' && { table }),
    ...(cause !== undefined && { cause: describeError(cause) }),
  };
}

/** A path without what is as good as a password: a long secret that takes the place of a login. */
function loggedPath(url: string | undefined): string {
  return pathOf(url).replace(/[0-9a-f]{40,}/g, '***');
}

/** What may be told of a request and an answer: no headers, no body, no query. */
export const logSerializers = {
  err: describeError,
  req: (request: { method?: string; url?: string }) => ({
    method: request.method,
    path: loggedPath(request.url),
  }),
  res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
};

/** Writes one line for each answer. */
export function addRequestLog(instance: FastifyInstance): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info(
      { method, path: loggedPath(request.raw.url), status: reply.statusCode, milliseconds },
      'answered',
    );
    done();
  });
}

/** Lets Nest write to the same log; its remarks on how it starts are for who looks for them. */
export class FrameworkLog implements LoggerService {
  readonly #log: FastifyBaseLogger;

  constructor(log: FastifyBaseLogger) {
    this.#log = log;
  }

  log(message: unknown, ...context: unknown[]): void {
    this.#log.debug({ context: context.at(-1) }, String(message));
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.log(message, ...context);
  }

  verbose(message: unknown, ...context: unknown[]): void {
    this.log(message, ...context);
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.#log.warn({ context: context.at(-1) }, String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    this.#write('error', message, context);
  }

  fatal(message: unknown, ...context: unknown[]): void {
    this.#write('fatal', message, context);
  }

  #write(level: 'error' | 'fatal', message: unknown, context: unknown[]): void {
    if (message instanceof Error) this.#log[level]({ err: message, context: context.at(-1) }, message.name);
    else this.#log[level]({ context: context.at(-1) }, String(message));
  }
}
