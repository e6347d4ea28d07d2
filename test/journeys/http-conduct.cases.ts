import { connect } from 'node:net';
import { expect, it } from '@jest/globals';

/** A running service, and two of its routes. */
export interface ServiceUnderTest {
  readonly url: () => string;
  /** A list that anybody may read, such as `/v1/kernen`. */
  readonly publicList: string;
  /** A route that takes a JSON body with POST, and neither GET nor PUT of which a token is needed to refuse. */
  readonly write: string;
}

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly { in: string; location: string; code: string; detail: string }[];
}

const everyAnswer = {
  'cache-control': 'no-store',
  'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  'strict-transport-security': expect.stringMatching(/^max-age=\d+/),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'api-version': expect.stringMatching(/^\d+\.\d+\.\d+/),
  'x-request-id': expect.stringMatching(/^[\w.-]{8,64}$/),
};

/** Sends bytes as they are and gives the whole answer; for what no HTTP client would send. */
export function sendRaw(
  url: string,
  bytes: string,
): Promise<{ status: number; headers: object; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...body] = answer.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      const headers = lines.map((line) => [
        line.split(': ', 1)[0]?.toLowerCase(),
        line.slice(line.indexOf(': ') + 2),
      ]);
      resolve({
        status: Number(first.split(' ')[1]),
        headers: Object.fromEntries(headers) as object,
        body: body.join('\r\n\r\n'),
      });
    });
  });
}

/** Asserts that an answer is a whole problem document, with the headers that every answer has. */
export async function expectProblem(answer: Response, status: number, code: string): Promise<Problem> {
  const problem = (await answer.json()) as Problem;
  expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(Object.fromEntries(answer.headers)).toMatchObject(everyAnswer);
  expect(problem).toMatchObject({
    type: `/problems/${code}`,
    title: expect.any(String),
    status,
    detail: expect.any(String),
    instance: expect.stringMatching(/^\//),
  });
  return problem;
}

const json = { 'content-type': 'application/json', 'idempotency-key': 'een-sleutel' };

/** What holds for every service that is made with this platform, whatever its business. */
export function describeConduct({ url, publicList, write }: ServiceUnderTest): void {
  const send = (path: string, options: RequestInit = {}) => fetch(`${url()}${path}`, options);
  const post = (body: string, headers: Record<string, string> = json) =>
    send(write, { method: 'POST', body, headers });

  it('puts the version of the API and the security headers on a good answer', async () => {
    const answer = await send(publicList);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject(everyAnswer);
  });

  it('answers HEAD wherever it answers GET, without content', async () => {
    const answer = await send(publicList, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(Object.fromEntries(answer.headers)).toMatchObject(everyAnswer);
  });

  it('gives the number of a request back, and makes one when the number given is odd', async () => {
    const known = await send(publicList, { headers: { 'x-request-id': 'verzoek-2019-05' } });
    expect(known.headers.get('x-request-id')).toBe('verzoek-2019-05');
    const odd = await send(publicList, { headers: { 'x-request-id': 'een <b>vet</b> nummer' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('knows no address that does not exist, nor one with a slash too many', async () => {
    for (const path of [
      '/v1/bestaat-niet',
      '/',
      `${publicList}/`,
      `/${publicList}`,
      '/docs/',
      '/V1/kernen',
    ]) {
      await expectProblem(await send(path), 404, 'not-found');
    }
  });

  it('says which methods are possible when one is not', async () => {
    const answer = await send(publicList, { method: 'DELETE' });
    await expectProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers.get('allow')).toContain('GET, HEAD');
    await expectProblem(await send(publicList, { method: 'OPTIONS' }), 405, 'method-not-allowed');
    await expectProblem(await send(publicList, { method: 'PROPFIND' }), 405, 'method-not-allowed');
  });

  it('gives only JSON, and says so to who asks for something else', async () => {
    await expectProblem(await send(publicList, { headers: { accept: 'text/html' } }), 406, 'not-acceptable');
    const refused = { accept: 'application/json;q=0' };
    await expectProblem(await send(publicList, { headers: refused }), 406, 'not-acceptable');
    for (const accept of ['application/*', 'text/html, */*;q=0.1', 'application/problem+json']) {
      expect((await send(publicList, { headers: { accept } })).status).toBe(200);
    }
  });

  it('reads only JSON', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'application/xml',
      'multipart/form-data',
    ]) {
      await expectProblem(
        await post('a=1', { ...json, 'content-type': type }),
        415,
        'unsupported-media-type',
      );
    }
    const compressed = { ...json, 'content-encoding': 'gzip' };
    await expectProblem(await post('{}', compressed), 415, 'unsupported-media-type');
  });

  it('refuses a body above one mebibyte', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
    await expectProblem(await post(body), 413, 'too-large');
  });

  it('refuses what is not JSON, or reaches for the inner side of objects', async () => {
    const bodies = ['{"a":', '', '\u0000', '{"a":1}{"b":2}', '{"__proto__":{"admin":true}}'];
    for (const body of [...bodies, '{"constructor":{"prototype":{"admin":true}}}', "{'a':1}", '{"a":NaN}']) {
      await expectProblem(await post(body), 400, 'malformed-json');
    }
  });

  it('refuses texts that cannot be stored and says where they stand', async () => {
    const problem = await expectProblem(
      await post('{"a":["\\u0000",{"b":"\\ud800"}]}'),
      400,
      'invalid-input',
    );
    expect(problem.errors?.map(({ location, code }) => [location, code])).toEqual([
      ['/a/0', 'forbidden-characters'],
      ['/a/1/b', 'forbidden-characters'],
    ]);
  });

  it('refuses a body that is nested without end', async () => {
    const body = '['.repeat(100_000) + ']'.repeat(100_000);
    const problem = await expectProblem(await post(body), 400, 'invalid-input');
    expect(problem.errors?.[0]?.code).toBe('too-deep');
  });

  it('refuses an address that is not encoded well', async () => {
    for (const path of ['/v1/%zz', `${publicList}?after=%zz`, `${publicList}/%00`, `${publicList}?a=%00`]) {
      const { status, body } = await sendRaw(
        url(),
        `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
      );
      expect([path, status, (JSON.parse(body) as Problem).code]).toEqual([path, 400, 'malformed-url']);
    }
  });

  it('names every query parameter that it does not know', async () => {
    const problem = await expectProblem(await send(`${publicList}?soort=1&limit=999`), 400, 'invalid-input');
    expect(problem.errors).toContainEqual(expect.objectContaining({ in: 'query', location: 'soort' }));
    expect(problem.errors).toContainEqual(expect.objectContaining({ location: 'limit', code: 'too-high' }));
    await expectProblem(await send('/v1/openapi.json?a=1'), 400, 'invalid-input');
  });

  it('does not repeat the query in a problem: it may hold personal data', async () => {
    const answer = await send(`${publicList}?naam=Jansen`);
    expect(await answer.clone().text()).not.toContain('Jansen');
    expect((await expectProblem(answer, 400, 'invalid-input')).instance).toBe(publicList);
  });

  it('speaks English to who prefers it, else Dutch', async () => {
    const titleFor = async (language: string) => {
      const answer = await send('/v1/bestaat-niet', { headers: { 'accept-language': language } });
      return [answer.headers.get('content-language'), ((await answer.json()) as Problem).title];
    };
    expect(await titleFor('en-GB, nl;q=0.8')).toEqual(['en', 'Not found']);
    expect(await titleFor('nl, en;q=0.8')).toEqual(['nl', 'Niet gevonden']);
    expect(await titleFor('de')).toEqual(['nl', 'Niet gevonden']);
  });

  it('answers what is not even HTTP with a problem, and with the headers of every answer', async () => {
    const host = 'Host: a\r\nConnection: close\r\n';
    const junk: [bytes: string, status: number][] = [
      ['dit is geen HTTP\r\n\r\n', 400],
      ['\x16\x03\x01\x00\xa5\x01\x00\r\n\r\n', 400],
      [`FOO ${publicList} HTTP/1.1\r\n${host}\r\n`, 400],
      [`GET ${publicList} HTTP/1.1\r\nConnection: close\r\n\r\n`, 400],
      [`GET ${publicList} HTTP/1.1\r\n${host}Content-Length: x\r\n\r\n`, 400],
      [`GET ${publicList} HTTP/1.1\r\n${host}X: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
      [`GET ${publicList} HTTP/1.1\r\n${host}Expect: wonders\r\n\r\n`, 417],
      [`CONNECT example.com:443 HTTP/1.1\r\n${host}\r\n`, 400],
    ];
    for (const [bytes, expected] of junk) {
      const { status, headers, body } = await sendRaw(url(), bytes);
      expect([bytes.slice(0, 60), status]).toEqual([bytes.slice(0, 60), expected]);
      expect(headers).toMatchObject({
        ...everyAnswer,
        'content-type': 'application/problem+json; charset=utf-8',
      });
      expect(JSON.parse(body)).toMatchObject({ status, code: expect.any(String) });
    }
  });

  it('describes itself to everybody, and lets a browser show it', async () => {
    const answer = await send('/v1/openapi.json');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const document = (await answer.json()) as { openapi: string; info: { version: string } };
    expect(document).toMatchObject({
      openapi: '3.0.3',
      info: { version: answer.headers.get('api-version') },
    });
    const page = await (await send('/docs')).text();
    for (const part of [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1])) {
      const served = await send(String(part));
      expect([part, served.status]).toEqual([part, 200]);
      expect(Object.fromEntries(served.headers)).toMatchObject(everyAnswer);
      await served.arrayBuffer();
    }
  });

  it('tells where to report a weakness', async () => {
    const answer = await send('/.well-known/security.txt');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await answer.text()).toMatch(
      /^Contact: (mailto|https):\S+\nExpires: \d{4}-\d{2}-\d{2}T[\d:.]+Z\n/,
    );
  });
}
