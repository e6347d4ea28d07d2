import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal, lettersOf, submit } from '../support/case-steps.ts';
import {
  completeApplication,
  startTestService,
  type TestCaller,
  type TestService,
} from '../support/test-service.ts';
import { repeatNothing } from '../support/watched-answers.ts';

interface Entry {
  readonly id: string;
  readonly actorSubject: string;
  readonly actorRoles: readonly string[];
  readonly onBehalfOf: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly caseId: string | null;
  readonly requestId: string | null;
  readonly traceId: string | null;
  readonly changedFields: readonly string[];
  readonly detail: string;
}

interface EntryPage {
  readonly items: readonly Entry[];
  readonly next: string | null;
}

let service: TestService;
let fenna: TestCaller;
let kees: TestCaller;
let noor: TestCaller;
let aagje: TestCaller;

beforeAll(async () => {
  service = await startTestService();
  // A request that is sent again is a look of its own.
  repeatNothing(service.url);
  [fenna, kees, noor, aagje] = (await Promise.all(
    ['fenna', 'kees', 'noor', 'aagje'].map((name) => service.as(name)),
  )) as [TestCaller, TestCaller, TestCaller, TestCaller];
});
afterAll(() => service.stop());

async function entries(query: string): Promise<readonly Entry[]> {
  const { status, body } = await aagje.get<EntryPage>(`/v1/audit-entries?limit=100&${query}`);
  expect(status).toBe(200);
  return body.items;
}

describe('What somebody does with a case', () => {
  it('is recorded with who, in which role, for which case, in which request and trace', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { id, version } = await submit(fenna, { support: undefined });
    const headers = { 'x-request-id': 'auditrequest1', traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const body = { explanation: 'Vergeten.', support: 'De buren doen mee.' };
    await fenna.post(`/v1/applications/${id}/supplements`, { version, body, headers });
    const [entry] = await entries(`caseId=${id}&action=application:supplement`);
    expect(entry).toMatchObject({
      ...{ action: 'application:supplement', outcome: 'done', onBehalfOf: null, actorRoles: ['resident'] },
      ...{ subjectKind: 'application', subjectId: id, caseId: id, requestId: 'auditrequest1', traceId },
      changedFields: ['completedOn', 'status', 'support'],
    });
    expect(JSON.parse(entry!.detail)).toEqual({
      status: 'complete',
      changes: {
        completedOn: { from: null, to: '2019-03-04' },
        status: { from: 'received', to: 'complete' },
      },
    });
  });

  it('is recorded for who acted and for whom, when somebody applies for an organisation', async () => {
    const sanne = await service.as('sanne');
    const { id } = await submit(sanne);
    const [entry] = await entries(`caseId=${id}&outcome=done`);
    expect(entry?.onBehalfOf).not.toBeNull();
    expect(entry?.actorSubject).not.toBe(entry?.onBehalfOf);
  });
});

describe('Looking at personal data', () => {
  it('is recorded for a case, its overview, its letters and their documents, and for lists', async () => {
    const { id } = await submit(fenna);
    const [letter] = await lettersOf(kees, id);
    for (const path of [
      `/v1/applications/${id}`,
      `/v1/applications/${id}/overview`,
      `/v1/letters/${letter!.id}`,
      `/v1/letters/${letter!.id}/document`,
    ]) {
      expect((await kees.get(path)).status).toBe(200);
    }
    expect((await kees.get('/v1/work-list')).status).toBe(200);
    const seen = await entries(`caseId=${id}&outcome=read`);
    const operations = seen.map(({ detail }) => (JSON.parse(detail) as { operation: string }).operation);
    expect(operations.sort()).toEqual(
      ['getApplication', 'getCaseOverview', 'getLetter', 'getLetterDocument', 'listLetters'].sort(),
    );
    expect(seen.find(({ detail }) => detail.includes('getLetterDocument'))).toMatchObject({
      ...{ subjectKind: 'letter', subjectId: letter!.id, caseId: id, action: 'letter:read' },
    });
    const [list] = await entries('action=application:work-list');
    expect(list).toMatchObject({ outcome: 'read', caseId: null, subjectId: null });
  });

  it('is recorded once per look, also when a hundred look at once', async () => {
    const { id } = await submit(fenna);
    await Promise.all(Array.from({ length: 100 }, () => kees.get(`/v1/applications/${id}`)));
    expect(await entries(`caseId=${id}&action=application:read`)).toHaveLength(100);
  });

  it('is recorded for who sends a request again and gets the first answer', async () => {
    const sent = { key: 'nog-een-keer', body: completeApplication({ intent: 'draft' }) };
    const { body } = await fenna.post<{ id: string }>('/v1/applications', sent);
    await fenna.post('/v1/applications', sent);
    const found = await entries(`caseId=${body.id}`);
    expect(found.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['application:submit', 'read'],
      ['application:draft', 'done'],
    ]);
  });

  it('is not recorded for what is public', async () => {
    await kees.get('/v1/kernen');
    await kees.get('/v1/budgets');
    await kees.get('/v1/applications/unknown');
    const seen = await entries('outcome=read');
    expect(seen.filter(({ detail }) => /Kernen|Budgets/.test(detail))).toEqual([]);
  });
});

describe('What is refused', () => {
  it('is recorded when a role is lacking', async () => {
    expectRefusal(await kees.get('/v1/audit-entries'), 403, 'not-allowed');
    const [entry] = await entries('action=audit:read&outcome=denied');
    expect(entry).toMatchObject({ actorRoles: ['kernregisseur'], subjectId: null });
  });

  it('is recorded when the answer is that there is nothing, and not when there really is nothing', async () => {
    const { id } = await submit(fenna);
    expectRefusal(await noor.get(`/v1/applications/${id}/overview`), 404, 'application-not-found');
    const withdrawn = await noor.post(`/v1/applications/${id}/completion-requests`, {
      version: 2,
      body: { items: [{ what: 'Een begroting', why: 'Om te kunnen rekenen.' }] },
    });
    expectRefusal(withdrawn, 404, 'application-not-found');
    const nothing = '019a0000-0000-7000-8000-000000000001';
    expectRefusal(await noor.get(`/v1/applications/${nothing}`), 404, 'application-not-found');
    const refused = await entries(`caseId=${id}&outcome=denied`);
    expect(refused.map(({ action, actorRoles }) => [action, actorRoles])).toEqual([
      ['application:request-completion', ['kernregisseur']],
      ['application:read', ['kernregisseur']],
    ]);
    expect(await entries(`caseId=${nothing}`)).toEqual([]);
  });
});

describe('An auditor', () => {
  it('searches by person, case, action, outcome and period, page by page', async () => {
    service.clock.set(new Date('2019-04-30T22:30:00Z'));
    const gijs = await service.as('gijs');
    for (let count = 0; count < 5; count += 1) await submit(gijs, { kernCode: 'zoelen' });
    const [one] = await entries('action=application:submit&fromDate=2019-05-01');
    const query = `actorSubject=${one!.actorSubject}&action=application:submit`;
    expect(await entries(`${query}&fromDate=2019-05-01&untilDate=2019-05-01`)).toHaveLength(5);
    expect(await entries(`${query}&untilDate=2019-04-30`)).toEqual([]);

    const pages: Entry[] = [];
    let path: string | null = `/v1/audit-entries?${query}&limit=2`;
    while (path !== null) {
      const page: EntryPage = (await aagje.get<EntryPage>(path)).body;
      pages.push(...page.items);
      path = page.next;
      await gijs.get('/v1/applications');
    }
    expect(pages).toHaveLength(5);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(5);
  });

  it('sees whether the chain is intact, and which row is not', async () => {
    const verify = async () => (await aagje.get('/v1/audit-entries/verification')).body;
    // The service seals by itself, some seconds after the fact.
    for (let waited = 0; (await verify())['sequence'] === 0 && waited < 100; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await verify()).toMatchObject({ fault: null, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await service.database.asOwner(
      "UPDATE audit_entry SET actor_subject = 'iemand anders' WHERE id = (SELECT entry_id FROM audit_seal WHERE sequence = 2)",
    );
    expect(await verify()).toMatchObject({ fault: 'changed', sequence: 2, hash: null });
  });
});
