import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { startTracing } from '../../src/platform/telemetry/start-tracing.ts';
import { noTracing, type RequestSpan, type Tracing } from '../../src/platform/telemetry/tracing.ts';
import { tracedFetch } from '../../src/platform/telemetry/traced-fetch.ts';
import { type GuardedService, startGuardedService } from '../support/guarded-service.ts';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[];
}

interface Export {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

const received: Span[] = [];
const keyRequests: (string | undefined)[] = [];
let bodies = '';
let other: Server;
let url: string;
let tracing: Tracing;
let service: GuardedService;
let token: string;

/** The collector and the issuer, on one address. */
async function startOther(keys: object[]): Promise<void> {
  other = createServer((request, response) => {
    if (request.url === '/jwks') {
      keyRequests.push(request.headers.traceparent as string | undefined);
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
      return;
    }
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      bodies += body;
      const { resourceSpans } = JSON.parse(body) as Export;
      received.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
}

const caller = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
const traceparent = `00-${caller.traceId}-${caller.spanId}-01`;

async function submit(headers: Record<string, string>): Promise<Response> {
  const authorization = `Bearer ${token}`;
  return fetch(`${service.url}/v1/applications`, {
    method: 'POST',
    headers: { authorization, ...headers },
  });
}

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  await startOther([{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'one' }]);
  tracing = await startTracing(url, '1.0.0');
  token = await new SignJWT({ iss: url, aud: 'kernbudget', sub: 'fenna', name: 'Fenna', roles: ['resident'] })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'one' })
    .setExpirationTime('1h')
    .sign(privateKey);
  const identity = {
    issuer: url,
    audience: 'kernbudget',
    algorithms: ['RS256'] as const,
    jwksUrl: `${url}/jwks`,
    fetchKeys: tracedFetch(tracing),
  };
  service = await startGuardedService(() => ({ identity }), { tracing });
});

afterAll(async () => {
  await service.application.close();
  other.closeAllConnections();
  await new Promise((closed) => other.close(closed));
});

/** A request in which something fails whose message quotes what somebody sent. */
async function failWithin(request: RequestSpan | null): Promise<void> {
  const failure = tracing.inSpan.bind(tracing, 'transaction', () => Promise.reject(new Error('Jansen')));
  await new Promise<void>((done) => {
    request?.within(() => void failure().catch(() => done()));
  });
  request?.end({ name: 'failing request', failed: true }, {});
}

describe('With a collector of traces', () => {
  let answer: Response;

  beforeAll(async () => {
    answer = await submit({ traceparent });
    await fetch(`${service.url}/v1/open`);
    await fetch(`${service.url}/v1/nothing`, { headers: { traceparent: 'rubbish' } });
    await tracing.inSpan('work of nobody', () => Promise.resolve());
    await failWithin(tracing.startRequest(null));
    await tracing.close();
  });

  it('a request is a part of the trace of its caller', () => {
    const span = received.find(({ name }) => name === 'POST /v1/applications');
    expect(span).toMatchObject({ traceId: caller.traceId, parentSpanId: caller.spanId });
    expect(answer.headers.get('traceparent')).toBe(`00-${caller.traceId}-${span?.spanId}-01`);
    expect(span?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
  });

  it('what the service asks of others goes on in that trace', () => {
    const request = received.find(({ name }) => name === 'POST /v1/applications');
    const fetched = received.find(({ name }) => name.startsWith('fetch '));
    expect(fetched).toMatchObject({ traceId: caller.traceId, parentSpanId: request?.spanId });
    expect(keyRequests).toEqual([`00-${caller.traceId}-${fetched?.spanId}-01`]);
  });

  it('what the service does within a request is a part of it, and what it does by itself is not followed', () => {
    const request = received.find(({ name }) => name === 'failing request');
    const work = received.find(({ name }) => name === 'transaction');
    expect(work).toMatchObject({ traceId: request?.traceId, parentSpanId: request?.spanId });
    expect(received.some(({ name }) => name === 'work of nobody')).toBe(false);
    expect(bodies).not.toContain('Jansen');
  });

  it('a request without a trace begins one, and rubbish is passed over', () => {
    for (const name of ['GET /v1/open', 'GET none']) {
      const span = received.find((each) => each.name === name);
      expect(span?.traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(span?.parentSpanId ?? '').toBe('');
    }
  });

  it('the log names the trace on every line about the request', () => {
    const lines = service.log().split('\n');
    const line = lines.find((text) => text.includes('"answered"') && text.includes('/v1/applications'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ traceId: caller.traceId, status: 200 });
  });

  it('a span holds no token, no person and no address beyond the pattern of the route', () => {
    expect(bodies).not.toContain('fenna');
    expect(bodies).not.toContain(token.slice(-40));
    expect(bodies).not.toContain('/v1/nothing');
  });
});

describe('Without a collector', () => {
  it('nothing is followed', async () => {
    expect(await startTracing(null, '1.0.0')).toBe(noTracing);
    expect(noTracing.startRequest(null)).toBeNull();
    expect(noTracing.outgoingHeaders()).toEqual({});
  });

  it('the log still names the trace of a caller who has one', async () => {
    const quiet = await startGuardedService(() => ({
      identity: { issuer: url, audience: 'kernbudget', algorithms: ['RS256'], jwks: { keys: [] } },
    }));
    await fetch(`${quiet.url}/v1/open`, { headers: { traceparent } });
    await quiet.application.close();
    expect(quiet.log()).toContain(`"traceId":"${caller.traceId}"`);
  });
});
