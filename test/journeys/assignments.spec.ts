import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationAnswer, expectRefusal, submit, withoutTrace } from '../support/case-steps.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

let issuer: OwnIssuer;
let service: TestService;
let anna: TestCaller;
let bea: TestCaller;
let kees: TestCaller;
let fenna: TestCaller;

async function somebody(sub: string, role: string, ...kernen: string[]): Promise<TestCaller> {
  return service.withToken(await issuer.sign({ sub, name: `Wie ${sub} heet`, roles: [role], kernen }));
}

async function start(chosen: string): Promise<void> {
  service = await startTestService('2019-03-04T09:00:00Z', { ...issuer.environment, DUTIES_APART: chosen });
  [anna, bea] = [await somebody('anna', 'assessor'), await somebody('bea', 'assessor')];
  kees = await somebody('kees', 'kernregisseur', 'zoelen');
  fenna = await somebody('fenna', 'resident');
}

beforeAll(async () => {
  issuer = await startOwnIssuer();
});
afterAll(() => issuer.close());

const assign = (caller: TestCaller, { id, version }: ApplicationAnswer, subject?: string) =>
  caller.put<{ version: number }>(`/v1/applications/${id}/assignment`, {
    version,
    body: subject === undefined ? {} : { assignee: { subject, name: `Wie ${subject} heet` } },
  });

const judge = (caller: TestCaller, { id, version }: ApplicationAnswer) =>
  caller.put(`/v1/applications/${id}/findings/meeting`, {
    version,
    body: { outcome: 'met', reason: 'Dat blijkt uit de aanvraag.' },
  });

async function listed(caller: TestCaller, filter: string): Promise<string[]> {
  const { body } = await caller.get<{ items: ApplicationAnswer[] }>(`/v1/work-list?${filter}`);
  return body.items.map(({ id }) => id);
}

describe('An application', () => {
  beforeAll(() => start(''));
  afterAll(() => service.stop());

  it('is taken by somebody, given to another, and remembers both', async () => {
    const application = await submit(fenna, { kernCode: 'ingen' });
    const { id, version } = application;
    const taken = await assign(anna, application);
    expect([taken.status, taken.headers.get('etag')]).toEqual([200, `"${version + 1}"`]);
    expectRefusal(await withoutTrace(service, () => assign(bea, application)), 412, 'precondition-failed');
    expect((await assign(anna, { ...application, version: version + 1 }, 'bea')).status).toBe(200);

    const { body } = await anna.get(`/v1/applications/${id}/assignments`);
    expect(body['items']).toMatchObject([
      { assigneeSubject: 'anna', assignedBy: 'anna' },
      { assigneeSubject: 'bea', assignedBy: 'anna', assignedAt: '2019-03-04T09:00:00.000Z' },
    ]);
    expect((await fenna.get(`/v1/applications/${id}`)).body).toMatchObject({ assigneeName: 'Wie bea heet' });
    await expect(service.database.dataSource.query('DELETE FROM assignment')).rejects.toThrow('permission');
    const auditor = await somebody('aagje', 'auditor');
    const asked = `/v1/audit-entries?caseId=${id}&outcome=done`;
    const entries = await auditor.get<{ items: { action: string }[] }>(asked);
    expect(entries.body.items.filter(({ action }) => action === 'assignment:record')).toHaveLength(2);
  });

  it('is found in the work list by who handles it, or because nobody does', async () => {
    const [mine, open] = [await submit(fenna), await submit(fenna)];
    await assign(anna, mine);
    expect(await listed(anna, 'assigned=me')).toEqual([mine.id]);
    expect(await listed(bea, 'assigned=nobody')).toContain(open.id);
    expect(await listed(bea, 'assigned=nobody')).not.toContain(mine.id);
    expect((await anna.get('/v1/work-list?assigned=iedereen')).status).toBe(400);
  });

  it('of another kern is handled by the kernregisseur who got it, and by no other from elsewhere', async () => {
    const application = await submit(fenna, { kernCode: 'ingen', iban: undefined });
    const path = `/v1/applications/${application.id}`;
    expectRefusal(await kees.get(path), 404, 'application-not-found');
    expect(await listed(kees, 'kernCode=ingen')).toEqual([]);
    const { version } = (await assign(anna, application, 'kees')).body;
    expect((await kees.get(path)).status).toBe(200);
    expect(await listed(kees, 'kernCode=ingen')).toEqual([application.id]);
    const items = [{ what: 'Een rekeningnummer', why: 'Om te kunnen betalen.' }];
    expect((await kees.post(`${path}/completion-requests`, { version, body: { items } })).status).toBe(201);
    const other = await somebody('ander', 'kernregisseur', 'zoelen');
    expectRefusal(await other.get(path), 404, 'application-not-found');
    expectRefusal(
      await assign(kees, await submit(fenna, { kernCode: 'ingen' })),
      404,
      'application-not-found',
    );
  });

  it('is not given to who keeps out of it, nor by a resident', async () => {
    const application = await submit(fenna, { kernCode: 'maurik' });
    const body = { reason: 'De aanvrager is mijn zus.' };
    await bea.post(`/v1/applications/${application.id}/recusals`, { body });
    const toBea = () => assign(anna, application, 'bea');
    expectRefusal(await withoutTrace(service, toBea), 409, 'assignee-recused');
    expectRefusal(await assign(fenna, application, 'fenna'), 403, 'not-allowed');
  });

  it('is assessed by any assessor where the municipality did not choose otherwise', async () => {
    expect((await judge(bea, await submit(fenna))).status).toBe(200);
  });
});

describe('Where only who was assigned assesses', () => {
  beforeAll(() => start('assess-when-assigned'));
  afterAll(() => service.stop());

  it('a finding of anybody else is refused, and not offered', async () => {
    const application = await submit(fenna);
    const offered = async (caller: TestCaller) =>
      (await caller.get<{ possibleActions: string[] }>(`/v1/applications/${application.id}/overview`)).body
        .possibleActions;
    expectRefusal(await withoutTrace(service, () => judge(anna, application)), 403, 'not-assigned');
    expect(await offered(anna)).not.toContain('finding:record');
    const { version } = (await assign(anna, application)).body;
    expect(await offered(anna)).toContain('finding:record');
    expectRefusal(await judge(bea, { ...application, version }), 403, 'not-assigned');
    expect((await judge(anna, { ...application, version })).status).toBe(200);
  });
});
