import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationAnswer, expectRefusal, submit } from '../support/case-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Substitution {
  readonly id: string;
  readonly version: number;
  readonly absentName: string;
  readonly substituteName: string;
}

let service: TestService;
let kees: TestCaller;
let noor: TestCaller;
let application: ApplicationAnswer;

/** People log in again after a day: a token lives an hour. */
async function on(time: string): Promise<void> {
  service.clock.set(new Date(time));
  [kees, noor] = [await service.as('kees'), await service.as('noor')];
}

beforeAll(async () => {
  service = await startTestService();
  application = await submit(await service.as('fenna'), { iban: undefined });
  await on('2019-03-04T09:00:00Z');
  // Whoever logs in once as an official is known.
  for (const person of ['kees', 'noor', 'bram', 'aagje', 'mees']) {
    await (await service.as(person)).get('/v1/substitutions');
  }
});
afterAll(() => service.stop());

const path = () => `/v1/applications/${application.id}`;
const holiday = { substituteSubject: 'noor', fromDate: '2019-03-06', untilDate: '2019-03-13' };

async function auditOf(action: string): Promise<object[]> {
  const auditor = await service.as('aagje');
  return (await auditor.get<{ items: object[] }>(`/v1/audit-entries?action=${action}&limit=100`)).body.items;
}

describe('The kernregisseur of Ingen goes on holiday', () => {
  let substitution: Substitution;

  it('and asks the one of Ravenswaaij to stand in, who until then sees nothing of it', async () => {
    const { status, body } = await kees.post<Substitution>('/v1/substitutions', { body: holiday });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { absentName: 'Kees Fictief', substituteName: 'Noor Fictief' },
    });
    substitution = body;
    expectRefusal(await noor.get(path()), 404, 'application-not-found');
  });

  it('from the first day the work is hers too, and the file tells that it was in his place', async () => {
    await on('2019-03-06T09:00:00Z');
    const list = await noor.get<{ items: { number: string }[] }>('/v1/work-list');
    expect(list.body.items.map(({ number }) => number)).toEqual([application.number]);
    const found = await noor.post<{ items: object[] }>('/v1/case-searches', { body: { text: 'tuindag' } });
    expect(found.body.items).toHaveLength(1);
    const { version } = (await noor.get<{ version: number }>(path())).body;
    const body = { explanation: 'Fenna belde haar rekeningnummer door.', iban: 'NL91ABNA0417164300' };
    expect((await noor.post(`${path()}/supplements`, { version, body })).status).toBe(200);
    const { body: timeline } = await noor.get<{ items: { kind: string; actorName: string }[] }>(
      `${path()}/timeline`,
    );
    expect(timeline.items.find(({ kind }) => kind === 'supplement')).toMatchObject({
      kind: 'supplement',
      actorName: 'Noor Fictief, vervangt Kees Fictief',
    });
    expect(await auditOf('application:supplement')).toContainEqual(
      expect.objectContaining({ actorSubject: 'noor', onBehalfOf: 'kees' }),
    );
    expect(await auditOf('application:read')).toContainEqual(
      expect.objectContaining({ actorSubject: 'noor', onBehalfOf: 'kees', outcome: 'read' }),
    );
  });

  it('what he has nothing to do with, is not done in his place either', async () => {
    const own = await submit(await service.as('gijs'), { kernCode: 'zoelen' });
    await kees.post(`/v1/applications/${own.id}/recusals`, { body: { reason: 'Gijs is mijn broer.' } });
    const note = {
      ...{ kind: 'call', direction: 'received', withWhom: 'Gijs' },
      content: 'Vraagt hoe het ermee staat.',
    };
    const refused = await noor.post(`/v1/applications/${own.id}/notes`, { body: note });
    expectRefusal(refused, 403, 'has-interest');
    const body = { regulationCode: 'leefbaarheidsbudget-2019', kernCodes: ['zoelen'] };
    expectRefusal(await noor.post('/v1/college-lists', { body }), 403, 'has-interest');
    // Who works for all kernen does it in the own name.
    const bram = await service.as('bram');
    expect((await bram.post(`/v1/applications/${own.id}/notes`, { body: note })).status).toBe(201);
  });

  it('and when he is back earlier, it ends at once', async () => {
    const end = `/v1/substitutions/${substitution.id}/end`;
    expectRefusal(await (await service.as('bram')).post(end, { version: 1 }), 403, 'not-allowed');
    expect((await kees.post(end, { version: 1 })).status).toBe(200);
    expectRefusal(await kees.post(end, { version: 1 }), 412, 'precondition-failed');
    expectRefusal(await kees.post(end, { version: 2 }), 409, 'substitution-ended');
    expectRefusal(await noor.get(path()), 404, 'application-not-found');
  });

  it('and otherwise with its last day', async () => {
    const bas = await service.as('bas');
    await bas.get('/v1/substitutions');
    const body = { ...holiday, absentSubject: 'kees', fromDate: '2019-03-07' };
    expect((await bas.post('/v1/substitutions', { body })).status).toBe(201);
    await on('2019-03-13T22:30:00Z');
    expect((await noor.get(path())).status).toBe(200);
    await on('2019-03-13T23:30:00Z');
    expectRefusal(await noor.get(path()), 404, 'application-not-found');
  });
});

describe('What cannot be', () => {
  const fromDate = '2019-04-01';
  const untilDate = '2019-04-05';
  const ask = async (person: string, body: object) =>
    (await service.as(person)).post('/v1/substitutions', { body });
  const days = { fromDate, untilDate };

  it('is told, and nothing of it is kept', async () => {
    expectRefusal(await ask('kees', { ...days, substituteSubject: 'kees' }), 400, 'substitution-of-oneself');
    expectRefusal(await ask('kees', { ...holiday, fromDate: '2019-03-01' }), 400, 'substitution-in-past');
    const backwards = { ...days, untilDate: '2019-03-31', substituteSubject: 'noor' };
    expectRefusal(await ask('kees', backwards), 400, 'substitution-days-impossible');
    expectRefusal(await ask('kees', { ...days, substituteSubject: 'niemand' }), 400, 'substitute-unknown');
    expectRefusal(await ask('kees', { ...days, substituteSubject: 'aagje' }), 400, 'substitute-without-role');
    const another = { ...days, absentSubject: 'noor', substituteSubject: 'kees' };
    expectRefusal(await ask('bram', another), 403, 'not-allowed');
    expectRefusal(await ask('fenna', { ...days, substituteSubject: 'noor' }), 403, 'not-allowed');
    const { body } = await kees.get<{ items: object[] }>(`/v1/substitutions?onDate=${fromDate}`);
    expect(body.items).toEqual([]);
  });

  it('is two at once, or in a circle, also when two ask at the same moment', async () => {
    const both = await Promise.all([
      ask('kees', { ...days, substituteSubject: 'noor' }),
      ask('noor', { ...days, substituteSubject: 'kees' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const first = both[0].status === 201 ? 'kees' : 'noor';
    expectRefusal(
      both.find(({ status }) => status === 409)!,
      409,
      'substitution-circular',
    );
    const again = await ask(first, { ...days, substituteSubject: 'mees' });
    expect(again.body['code']).toMatch(/substitution-overlaps|substitute-without-role/);
  });
});
