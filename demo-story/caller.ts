import { randomUUID } from 'node:crypto';

/** An answer of the service. `body` is the parsed JSON; for a file it is null and `bytes` has the content. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly bytes: Buffer;
}

/** What the service says when it does not do what was asked (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

export interface Sending {
  /** A form goes as it is, everything else as JSON. */
  readonly body?: unknown;
  /** The version that the caller has seen; goes along as If-Match. */
  readonly version?: number;
  /** The same key twice is the same request; a new one each time when left out. */
  readonly key?: string;
  /** The form that is asked for; JSON when left out. */
  readonly accept?: string;
}

/** The story cannot go on, because the service answered something else than it needs. */
export class StoryEnds extends Error {}

type Method = 'GET' | 'POST' | 'PUT';

/** Somebody with a token, who can do nothing but send requests over HTTP. */
export class Caller {
  readonly #url: string;
  readonly #token: string | null;

  /** @param token null for somebody who has not logged in */
  constructor(url: string, token: string | null) {
    this.#url = url;
    this.#token = token;
  }

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.#succeed<Body>('GET', path, {});
  }

  /** The same address in another form, such as `text/csv`. */
  file(path: string, mediaType: string): Promise<Answer<unknown>> {
    return this.#succeed('GET', path, { accept: mediaType });
  }

  post<Body>(path: string, sending: Sending): Promise<Answer<Body>> {
    return this.#succeed<Body>('POST', path, sending);
  }

  put<Body>(path: string, sending: Sending): Promise<Answer<Body>> {
    return this.#succeed<Body>('PUT', path, sending);
  }

  /** Asks for what must be refused. @throws StoryEnds when the service does it all the same */
  async refused(method: Method, path: string, sending: Sending = {}): Promise<Problem> {
    const answer = await this.#send<Problem>(method, path, sending);
    if (answer.status < 400)
      throw new StoryEnds(`${method} ${path} moest worden geweigerd, maar werd gedaan.`);
    return answer.body;
  }

  async #succeed<Body>(method: Method, path: string, sending: Sending): Promise<Answer<Body>> {
    const answer = await this.#send<Body>(method, path, sending);
    if (answer.status < 300) return answer;
    throw new StoryEnds(`${method} ${path} gaf ${answer.status}: ${answer.bytes.toString('utf8')}`);
  }

  async #send<Body>(
    method: Method,
    path: string,
    { body, version, key, accept }: Sending,
  ): Promise<Answer<Body>> {
    const headers: Record<string, string> = {};
    if (this.#token !== null) headers['authorization'] = `Bearer ${this.#token}`;
    if (accept !== undefined) headers['accept'] = accept;
    if (method !== 'GET') headers['idempotency-key'] = key ?? randomUUID();
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
    const content = body === undefined ? null : isForm ? body : JSON.stringify(body);
    const response = await fetch(`${this.#url}/v1${path}`, { method, headers, body: content });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed = (isJson ? JSON.parse(bytes.toString('utf8')) : null) as Body;
    return { status: response.status, body: parsed, bytes };
  }
}
