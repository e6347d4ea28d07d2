import { setTimeout as pause } from 'node:timers/promises';

/** What is asked, with the key that makes it one request however often it is sent. */
export interface KeyedRequest {
  readonly key: string;
  readonly personId: string;
  readonly path: string;
  readonly body?: unknown;
  readonly version?: number;
}

/** A refusal or error that no careful client should ever get. */
export class UnexpectedAnswer extends Error {}

/** Asks again until there is an answer, with the same key each time, as a careful client does. */
export class PersistentCaller {
  readonly #url: string;
  readonly #tokens = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  /** @throws UnexpectedAnswer for an answer that asking again cannot mend */
  async ask<Body>(request: KeyedRequest): Promise<Body> {
    for (;;) {
      const token = await this.#token(request.personId).catch(() => null);
      const answer = token === null ? null : await this.#send(request, token).catch(() => null);
      const body = answer && ((await answer.json().catch(() => null)) as Body | null);
      if (answer && body && answer.status < 300) return body;
      // A service that was started anew does not know tokens from before.
      if (answer?.status === 401) this.#tokens.delete(request.personId);
      const passes = answer === null || body === null || answer.status === 401 || answer.status === 503;
      if (!passes) throw new UnexpectedAnswer(`${request.path}: ${answer.status} ${JSON.stringify(body)}`);
      await pause(50);
    }
  }

  async get<Body>(personId: string, path: string): Promise<Body> {
    const authorization = `Bearer ${await this.#token(personId)}`;
    const answer = await fetch(`${this.#url}${path}`, { headers: { authorization } });
    return (await answer.json()) as Body;
  }

  #send({ key, path, body, version }: KeyedRequest, token: string): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${token}`, 'idempotency-key': key },
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
  }

  /** Remembered only when it was given: a service that is down gives none. */
  async #token(personId: string): Promise<string> {
    const known = this.#tokens.get(personId);
    if (known !== undefined) return known;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      ...{ client_id: personId, client_secret: 'demo' },
    });
    const url = `${this.#url}/development/issuer/token`;
    const answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(5_000) });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    this.#tokens.set(personId, token);
    return token;
  }
}
