import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.ts';
import { type ApplicationAnswer, paperApplication, submit } from '../support/case-steps.ts';
import { type Answer, startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface PageAnswer {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

let service: TestService;
let fenna: TestCaller;
let bram: TestCaller;
let bas: TestCaller;
let application: ApplicationAnswer;

beforeAll(async () => {
  service = await startTestService();
  [fenna, bram, bas] = await Promise.all([service.as('fenna'), service.as('bram'), service.as('bas')]);
  application = await submit(fenna, { iban: undefined });
  for (let count = 0; count < 6; count += 1) {
    await submit(fenna);
    await makeEverything(count);
  }
});
afterAll(() => service.stop());

/** Adds one of everything that there is a list of. */
async function makeEverything(count: number): Promise<void> {
  const { id } = application;
  const { body } = await fenna.get<ApplicationAnswer>(`/v1/applications/${id}`);
  const items = [{ what: 'Een begroting', why: 'Om te kunnen rekenen.' }];
  const explanation = { explanation: 'Nog iets.' };
  await fenna.post(`/v1/applications/${id}/supplements`, { version: body.version, body: explanation });
  await bram.post(`/v1/applications/${id}/completion-requests`, {
    version: body.version + 1,
    body: { items },
  });
  await bas.post(`/v1/applications/${id}/recusals`, {
    body: { subject: `iemand-${newId()}`, reason: 'De aanvrager is familie.' },
  });
  await bas.post('/v1/mandates', {
    body: {
      ...{ holderSubject: `houder-${count}`, holderName: 'Houder', action: 'grant', reference: 'B&W 2019-1' },
      validFromDate: '2019-01-01',
    },
  });
  await service.database.asOwner(
    "INSERT INTO kern (id, code, name, valid_from) VALUES ($1::uuid, $1::text, 'Zelfde Naam', '2019-01-01')",
    [newId()],
  );
}

const lists = (): [string, TestCaller][] => [
  ['/v1/applications', fenna],
  ['/v1/work-list', bram],
  [`/v1/applications/${application.id}/timeline`, fenna],
  [`/v1/applications/${application.id}/letters`, bram],
  [`/v1/applications/${application.id}/recusals`, bram],
  ['/v1/mandates', bas],
  ['/v1/kernen', bram],
  ['/v1/budgets', bram],
];

const textOf = (item: object): string => JSON.stringify(item);

/** Walks all pages by `next` alone; `between` happens after each page. */
async function walk(
  caller: TestCaller,
  path: string,
  limit: number,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const seen: string[] = [];
  let next: string | null = `${path}?limit=${limit}`;
  while (next !== null) {
    const page: Answer<PageAnswer> = await caller.get<PageAnswer>(next);
    expect(page.status).toBe(200);
    expect(page.body.items.length).toBeLessThanOrEqual(limit);
    expect(page.headers.get('link')).toBe(page.body.next && `<${page.body.next}>; rel="next"`);
    seen.push(...page.body.items.map(textOf));
    next = page.body.next;
    await between();
  }
  return seen;
}

describe('A list', () => {
  it('shows the same in pages of any size, each thing once and in one order', async () => {
    for (const [path, caller] of lists()) {
      const whole = await walk(caller, path, 100);
      expect([path, whole.length > 5]).toEqual([path, true]);
      expect(new Set(whole).size).toBe(whole.length);
      for (const limit of [1, 2, 5, whole.length]) expect(await walk(caller, path, limit)).toEqual(whole);
    }
  });

  it('skips and repeats nothing that was there, while others are adding to it', async () => {
    for (const [path, caller] of lists()) {
      const before = await walk(caller, path, 100);
      let additions = 0;
      const seen = await walk(caller, path, 2, async () => {
        if (additions < 3) await addTo(path, (additions += 1));
      });
      // What does not change stands in both, in the same order; what was added meanwhile comes after it.
      const stayed = before.filter((item) => seen.includes(item));
      expect([path, stayed]).toEqual([path, before]);
      expect(seen.filter((item) => before.includes(item))).toEqual(before);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('keeps its filters from page to page', async () => {
    for (let count = 0; count < 3; count += 1) await submit(fenna, { kernCode: 'zoelen' });
    const seen: unknown[] = [];
    let next: string | null = '/v1/work-list?kernCode=zoelen&status=complete&limit=2';
    while (next !== null) {
      const { body }: Answer<PageAnswer> = await bram.get<PageAnswer>(next);
      seen.push(...body.items.map((item) => [item['kernCode'], item['status']]));
      next = body.next;
    }
    expect(seen).toEqual([1, 2, 3].map(() => ['zoelen', 'complete']));
  });

  it('takes no page key of another list', async () => {
    const { body } = await bram.get<PageAnswer>('/v1/kernen?limit=1');
    const key = new URL(body.next!, service.url).searchParams.get('after');
    expect((await bram.get(`/v1/work-list?after=${key}`)).body).toMatchObject({ code: 'invalid-page-key' });
  });

  it('has in its description what it can be asked', async () => {
    const { paths } = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as {
      paths: Record<string, { get?: { parameters?: { in: string; name: string; description?: string }[] } }>;
    };
    const asked = paths['/work-list']?.get?.parameters?.filter((parameter) => parameter.in === 'query') ?? [];
    expect(asked.map(({ name }) => name).sort()).toEqual([
      ...['after', 'assigned', 'kernCode', 'limit', 'status'],
    ]);
    expect(asked.every(({ description }) => description)).toBe(true);
  });
});

/** Adds to a list, without changing what stands in it. */
async function addTo(path: string, count: number): Promise<void> {
  if (/applications$|work-list/.test(path)) {
    await submit(fenna);
    await bram.post('/v1/paper-applications', { body: paperApplication() });
  } else {
    await makeEverything(100 + count);
  }
}
