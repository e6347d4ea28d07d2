import { connect, type Socket } from 'node:net';

/** A request that is complete, as bytes. */
export type RawRequest = Buffer;

export interface RawAnswer {
  readonly status: number;
  readonly body: Buffer;
}

const headEnd = Buffer.from('\r\n\r\n');

/** Writes a request once, so that sending it again costs the load generator nothing but the sending. */
export function rawRequest(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): RawRequest {
  const content = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    `content-length: ${Buffer.byteLength(content)}`,
  ];
  if (body !== undefined) lines.push('content-type: application/json');
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content}`);
}

/**
 * A connection that stays open and carries one request at a time. It reads no more of HTTP than the service
 * writes (a status, a content-length, a body), because on the same machine every cycle of a full client would
 * be taken from the service.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve(answer: RawAnswer): void; reject(error: Error): void } | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('The service closed the connection')));
  }

  static open(url: string): Promise<HttpConnection> {
    const { port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => resolve(new HttpConnection(socket)));
      socket.once('error', reject);
    });
  }

  /** @throws Error when the connection breaks or the answer has no content-length */
  send(request: RawRequest): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf(headEnd);
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.#waiting?.reject(new Error(`Unexpected answer: ${head}`));
    const total = end + headEnd.length + Number(length);
    if (this.#received.length < total) return;
    const body = this.#received.subarray(end + headEnd.length, total);
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#received = this.#received.subarray(total);
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
