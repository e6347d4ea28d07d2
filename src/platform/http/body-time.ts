import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { HttpTimeouts } from './http-options.ts';
import { HttpProblem } from './http-problem.ts';
import { isTooSlow } from './sender-pace.ts';

const ofRequest = new WeakMap<IncomingMessage, BodyTime>();

/**
 * Watches how long a body takes to come in. Everybody has the time of an ordinary request; whoever reads a file lets
 * its sender take longer, as long as it keeps the pace.
 */
export class BodyTime {
  readonly #request: IncomingMessage;
  readonly #timeouts: HttpTimeouts;
  readonly #cutOff: () => void;
  #timer: NodeJS.Timeout;

  /** @param cutOff ends the connection */
  constructor(request: IncomingMessage, timeouts: HttpTimeouts, cutOff: () => void) {
    this.#request = request;
    this.#timeouts = timeouts;
    this.#cutOff = cutOff;
    this.#timer = setTimeout(cutOff, timeouts.request).unref();
    for (const event of ['end', 'close'] as const) request.once(event, () => clearInterval(this.#timer));
  }

  /** From here on the sender must keep the pace; only for who reads the body from now on. */
  allowPace(): void {
    const { request: grace, uploadBytesPerSecond: bytesPerSecond, uploadSilence: silence } = this.#timeouts;
    const startedAt = performance.now();
    let lastAt = startedAt;
    let receivedBytes = 0;
    this.#request.on('data', (piece: Buffer) => {
      receivedBytes += piece.length;
      lastAt = performance.now();
    });
    clearTimeout(this.#timer);
    this.#timer = setInterval(() => {
      const now = performance.now();
      const progress = { elapsed: now - startedAt, sinceLastPiece: now - lastAt, receivedBytes };
      if (isTooSlow(progress, { grace, bytesPerSecond, silence })) this.#cutOff();
    }, this.#timeouts.checkEvery).unref();
  }
}

/** The watch over the body of a request; undefined when it has none. */
export function bodyTimeOf(request: IncomingMessage): BodyTime | undefined {
  return ofRequest.get(request);
}

/**
 * Watches the body of every request from when its headers are there, also of one that no route will answer. Node has
 * one limit for all requests of a server; it is the longest that a file may take, and what it would do for the others
 * is done here.
 */
export function limitBodyTime(server: Server, timeouts: HttpTimeouts): void {
  server.prependListener('request', (request: IncomingMessage, answer: ServerResponse) => {
    const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers;
    if (length === '0' && coding === undefined) return;
    const cutOff = (): void => {
      // Who was answered already is sent nothing more in the middle of it.
      if (answer.headersSent) request.socket.destroy();
      else server.emit('clientError', new HttpProblem('request-timeout'), request.socket);
    };
    ofRequest.set(request, new BodyTime(request, timeouts, cutOff));
  });
}
