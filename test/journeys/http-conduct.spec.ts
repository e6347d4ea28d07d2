import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startDemonstration, urlOf } from './http-conduct.application.ts';
import { describeConduct, expectProblem } from './http-conduct.cases.ts';

let log = '';
const logDestination = new Writable({
  write(line: Buffer, _encoding, done) {
    log += line.toString();
    done();
  },
});

let application: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  application = await startDemonstration({ logDestination, logLevel: 'info' });
  url = urlOf(application);
});

afterAll(async () => {
  await application.close();
});

const ideaId = '019a0000-0000-7000-8000-000000000002';
const json = { 'content-type': 'application/json', 'idempotency-key': 'sleutel-1' };

const submit = (body: unknown, headers: Record<string, string> = json) =>
  fetch(`${url}/v1/ideas`, { method: 'POST', body: JSON.stringify(body), headers });

const rename = (headers: Record<string, string>, id = ideaId) =>
  fetch(`${url}/v1/ideas/${id}`, {
    method: 'PATCH',
    body: JSON.stringify({ description: 'Nieuwe naam', amountCents: 1 }),
    headers: { ...json, ...headers },
  });

const idea = {
  name: 'Bankje bij de kerk',
  requestedCents: 200_000,
  activityDate: '2019-08-31',
  applicantKind: 'resident',
};

describe('The conduct of every route', () => {
  describeConduct({ url: () => url, publicList: '/v1/ideas', write: '/v1/ideas' });
});

describe('What a caller sends', () => {
  it('is taken when it is right, in one form', async () => {
    const answer = await submit({
      ...idea,
      name: '  Cafe\u0301 🎉 ',
      explanation: 'Regel 1\r\nRegel 2',
      iban: 'nl91 abna 0417 1643 00',
      address: { street: 'Dorpsstraat 1', postcode: '4021ab' },
      startsAt: '2019-08-31T14:00:00+02:00',
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      name: 'Café 🎉',
      explanation: 'Regel 1\nRegel 2',
      iban: 'NL91ABNA0417164300',
      address: { postcode: '4021 AB' },
      startsAt: '2019-08-31T12:00:00.000Z',
    });
  });

  it('is refused with all faults at once, each with its place', async () => {
    const answer = await submit({
      name: 'x'.repeat(100_000),
      requestedCents: -1,
      activityDate: '2019-02-30',
      applicantKind: 'king',
      costs: [{ description: 'Hout', amountCents: 1 }, [{}], { description: 'Verf', amountCents: 1.5 }],
      address: { street: 'a\u202eb', postcode: '0000 AA', 'bus/nr~': 1 },
      unknown: true,
      constructor: 'x',
    });
    const problem = await expectProblem(answer, 400, 'invalid-input');
    expect(problem.errors?.map(({ location, code }) => `${location} ${code}`).sort()).toEqual([
      '/activityDate not-a-date',
      '/address/bus~1nr~0 unknown-field',
      '/address/postcode invalid-postcode',
      '/address/street forbidden-characters',
      '/applicantKind not-a-choice',
      '/constructor unknown-field',
      '/costs/1 not-an-object',
      '/costs/2/amountCents not-whole-cents',
      '/name too-long',
      '/requestedCents negative-amount',
      '/unknown unknown-field',
    ]);
  });

  it('names a field in words as well', async () => {
    const answer = await submit({ ...idea, costs: [{ description: 'Hout', amountCents: -5 }] });
    expect(await answer.json()).toMatchObject({
      invalidParams: [
        { name: 'costs.0.amountCents', code: 'negative-amount', reason: 'Geef een bedrag van nul of meer.' },
      ],
    });
  });

  it('gets no huge answer, however many faults it has', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`veld${index}`, 1]));
    const flooded = await expectProblem(await submit({ ...idea, ...many }), 400, 'invalid-input');
    expect(flooded.errors).toHaveLength(100);
    const costs = Array.from({ length: 10_000 }, () => ({}));
    const long = await expectProblem(await submit({ ...idea, costs }), 400, 'invalid-input');
    expect(long.errors?.map(({ code }) => code)).toEqual(['too-many-items']);
  });

  it('must be an object', async () => {
    for (const body of [null, [], 'tekst', 5, [idea]])
      await expectProblem(await submit(body), 400, 'invalid-input');
  });

  it('must have an identifier in the path that can be one', async () => {
    await expectProblem(await fetch(`${url}/v1/ideas/1`), 400, 'invalid-input');
    await expectProblem(await fetch(`${url}/v1/ideas/${'1'.repeat(300)}`), 414, 'address-too-long');
    await expectProblem(await fetch(`${url}/v1/ideas/${ideaId.replace('2', '9')}`), 404, 'idea-unknown');
  });
});

describe('A list', () => {
  it('is read page by page, by following the links', async () => {
    const names: string[] = [];
    let next: string | null = '/v1/ideas?limit=2&kind=resident';
    while (next !== null) {
      const answer: Response = await fetch(`${url}${next}`);
      const page = (await answer.json()) as { items: { name: string }[]; next: string | null };
      names.push(...page.items.map(({ name }) => name));
      expect(answer.headers.get('link')).toBe(page.next === null ? null : `<${page.next}>; rel="next"`);
      if (page.next !== null) expect(page.next).toContain('kind=resident');
      next = page.next;
    }
    expect(names).toEqual(['Idee 1', 'Idee 2', 'Idee 3']);
  });

  it('refuses a page key that it did not give', async () => {
    for (const key of ['onzin', 'WzFd', 'W10', 'bnVsbA']) {
      await expectProblem(await fetch(`${url}/v1/ideas?after=${key}`), 400, 'invalid-page-key');
    }
  });
});

describe('A change', () => {
  it('is made on the version that the caller has seen', async () => {
    const seen = await fetch(`${url}/v1/ideas/${ideaId}`);
    expect(seen.headers.get('etag')).toBe('"2"');
    const changed = await rename({ 'if-match': '"2"' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"3"']);
  });

  it('is refused without that version, with a malformed one, and with an old one', async () => {
    await expectProblem(await rename({}), 428, 'precondition-required');
    for (const tag of ['2', 'W/"2"', '*', '"2", "3"', '"-1"']) {
      await expectProblem(await rename({ 'if-match': tag }), 400, 'malformed-if-match');
    }
    const stale = await rename({ 'if-match': '"1"' });
    await expectProblem(stale, 412, 'precondition-failed');
    expect(stale.headers.get('etag')).toBeNull();
  });

  it('that the rules forbid gets the code of the rule', async () => {
    const closed = await rename({ 'if-match': '"3"' }, ideaId.replace(/2$/, '3'));
    expect((await expectProblem(closed, 409, 'idea-closed')).title).toBe('Dit idee is gesloten');
  });

  it('needs an Idempotency-Key', async () => {
    const without = { 'content-type': json['content-type'] };
    await expectProblem(await submit(idea, without), 400, 'idempotency-key-missing');
    for (const key of ['met spatie', 'x'.repeat(129), 'é']) {
      await expectProblem(
        await submit(idea, { ...json, 'idempotency-key': key }),
        400,
        'idempotency-key-malformed',
      );
    }
  });

  it('is the same change when only spaces and order differ', async () => {
    const claimOf = async (body: unknown) => ((await (await submit(body)).json()) as { claim: object }).claim;
    const first = await claimOf(idea);
    expect(first).toEqual({
      key: 'sleutel-1',
      route: 'POST /v1/ideas',
      bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await claimOf(Object.fromEntries(Object.entries(idea).reverse()))).toEqual(first);
    expect(await claimOf({ ...idea, name: 'Anders' })).not.toEqual(first);
  });
});

describe('A fault of ours', () => {
  it('tells the caller nothing but its number, and the log everything but personal data', async () => {
    log = '';
    const secret = { authorization: 'Bearer geheim-token', 'x-request-id': 'nummer-van-de-fout' };
    const answer = await fetch(`${url}/v1/failure?naam=Jansen`, { headers: secret });
    expect(await answer.clone().text()).not.toContain('inner detail');
    await expectProblem(answer, 500, 'internal-error');
    expect(log).toContain('nummer-van-de-fout');
    expect(log).toContain('inner detail');
    expect(log).not.toMatch(/geheim-token|Jansen/);
  });
});

describe('A file', () => {
  it('is given to who accepts its format, and to nobody else', async () => {
    const poster = (accept: string) => fetch(`${url}/v1/ideas/poster`, { headers: { accept } });
    expect((await poster('application/pdf')).headers.get('content-type')).toBe('application/pdf');
    await expectProblem(await poster('application/json'), 406, 'not-acceptable');
  });
});

describe('The description of the API', () => {
  interface Described {
    paths: Record<
      string,
      Record<string, { responses: object; security?: unknown; parameters: { name: string }[] }>
    >;
    components: { schemas: Record<string, { properties: Record<string, object> }> };
  }

  it('follows from the code: what a route takes, what can go wrong, and who may use it', async () => {
    const { paths } = (await (await fetch(`${url}/v1/openapi.json`)).json()) as Described;
    expect(Object.keys(paths).sort()).toEqual([
      '/ideas',
      '/ideas/poster',
      '/ideas/{ideaId}',
      '/openapi.json',
    ]);
    const change = paths['/ideas/{ideaId}']?.['patch'];
    expect(change?.parameters.map(({ name }) => name).sort()).toEqual([
      'Idempotency-Key',
      'If-Match',
      'ideaId',
    ]);
    const statuses = '200 400 401 403 404 406 409 412 413 414 415 428 429 500 503';
    expect(Object.keys(change?.responses ?? {}).join(' ')).toBe(statuses);
    expect(change?.security).toEqual([{ bearer: [] }]);
    expect(paths['/ideas']?.['get']).not.toHaveProperty('security');
  });

  it('shows the limits of every field', async () => {
    const { components } = (await (await fetch(`${url}/v1/openapi.json`)).json()) as Described;
    expect(components.schemas['SubmitIdeaRequest']?.properties).toMatchObject({
      name: { type: 'string', minLength: 1, maxLength: 80 },
      requestedCents: { type: 'integer', format: 'int64', minimum: 0, maximum: 10_000_000_000 },
      activityDate: { type: 'string', format: 'date' },
      costs: { type: 'array', maxItems: 5, items: { $ref: '#/components/schemas/CostRequest' } },
      startsAt: { type: 'string', format: 'date-time' },
    });
  });
});
