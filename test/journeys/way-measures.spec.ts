import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  lettersOf,
  prepareList,
  register,
  submit,
} from '../support/case-steps.ts';
import { runOperatorCommand } from '../support/operator-command.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';
import { stepsOf } from '../support/way-documents.ts';

interface Measured {
  readonly ways: readonly Record<string, unknown>[];
}

let service: TestService;
let lateId: string;
let people: Record<'fenna' | 'zeynep' | 'kees' | 'noor' | 'bram' | 'roos' | 'mees' | 'bas', TestCaller>;

const on = (day: string) => service.clock.set(new Date(`${day}T09:00:00Z`));

async function doStep({ id }: ApplicationAnswer, by: TestCaller, code: string, findings: object) {
  const { version } = await stepsOf(people.bram, id);
  const answer = await by.put(`/v1/applications/${id}/steps/${code}`, { version, body: { findings } });
  expect(answer.status).toBe(200);
}

const small = { requestedCents: 20_000, costs: [{ description: 'Planten', amountCents: 20_000 }] };

/**
 * Five plans in Ingen on which residents voted, of which the last too late; and one in Zoelen that nobody advised on.
 * The decision on the last of Ingen is sent late as well.
 */
beforeAll(async () => {
  service = await startTestService('2019-05-06T09:00:00Z');
  const names = ['fenna', 'zeynep', 'kees', 'noor', 'bram', 'roos', 'mees', 'bas'] as const;
  const callers = await Promise.all(names.map(async (name) => [name, await service.as(name)] as const));
  people = Object.fromEntries(callers) as typeof people;
  const { fenna, zeynep, kees, bram, roos, mees } = people;
  const inIngen: ApplicationAnswer[] = [];
  for (let plan = 0; plan < 5; plan += 1) inIngen.push(await submit(fenna, small));
  lateId = inIngen[4]!.id;
  const inZoelen = await submit(zeynep, { ...small, kernCode: 'zoelen' });
  const checked = { outcome: 'positive', findings: 'Alles is er.' };
  on('2019-06-04');
  for (const each of inIngen.slice(0, 4)) await doStep(each, bram, 'controle', checked);
  on('2019-06-10');
  await doStep(inIngen[4]!, bram, 'controle', checked);
  for (const each of inIngen) {
    const vote = { closedOn: '2019-06-10', voters: 30, inFavour: 20, against: 10 };
    await doStep(each, kees, 'stemming', vote);
  }
  await doStep(inZoelen, bram, 'controle', checked);
  on('2019-06-26');
  await doStep(inZoelen, kees, 'voorstel', { outcome: 'positive', reason: 'Voldoet.' });
  for (const each of [...inIngen, inZoelen]) {
    const { version } = await stepsOf(bram, each.id);
    await assess(bram, { id: each.id, version });
  }
  const list = await prepareList(mees, ['ingen', 'zoelen']);
  expect((await register(roos, list, { resolutionDate: '2019-06-26' })).status).toBe(200);
});
afterAll(() => service.stop());

const measured = async (caller: TestCaller, path = '/v1/reports/way-measures') =>
  (await caller.get<Measured>(path)).body.ways;

describe('What a municipality learns from how its kernen work', () => {
  it('is exact for who works there: days, in time or not, people, and granted of asked', async () => {
    const ways = await measured(people.bram);
    expect(ways).toEqual([
      expect.objectContaining({
        ...{ kernCode: 'ingen', wayTitle: 'Inwoners van Ingen stemmen', wayNumber: 1, applications: 5 },
        ...{ granted: 5, requestedCents: 100_000, grantedCents: 100_000, grantedPercentage: 100 },
        averageDays: 51,
        // Decided, and not sent yet.
        ...{ knownTerms: 0, decidedInTime: 0, decidedInTimePercentage: null },
        steps: [
          {
            ...{ code: 'controle', title: 'Eerste controle', kind: 'check', done: 5, inTime: 4, lapsed: 0 },
            // From 1 June: four times 3 days and once 9.
            ...{ inTimePercentage: 80, averageDays: 4, medianDays: 3, people: 0, officials: 1 },
          },
          {
            ...{ code: 'stemming', title: 'Stemming door inwoners', kind: 'vote', done: 5, inTime: 5 },
            ...{ lapsed: 0, inTimePercentage: 100, averageDays: 5, medianDays: 6, people: 150, officials: 1 },
          },
        ],
      }),
      expect.objectContaining({
        ...{ kernCode: 'zoelen', applications: 1 },
        steps: [
          expect.objectContaining({ code: 'controle', done: 1, inTime: 0 }),
          expect.objectContaining({ code: 'advies', done: 0, lapsed: 1, inTimePercentage: 0 }),
          expect.objectContaining({ code: 'voorstel', done: 1, inTime: 1, averageDays: 1 }),
        ],
      }),
    ]);
    expect(await measured(people.bram, '/v1/reports/way-measures?kernCode=zoelen')).toHaveLength(1);
  });

  it('is for the own kernen, and not for who sees no application', async () => {
    const { kees, noor, bas, fenna } = people;
    expect((await measured(kees)).map(({ kernCode }) => kernCode)).toEqual(['ingen', 'zoelen']);
    expect(await measured(noor)).toEqual([]);
    expectRefusal(await bas.get('/v1/reports/way-measures'), 403, 'not-allowed');
    expectRefusal(await fenna.get('/v1/reports/way-measures'), 403, 'not-allowed');
  });

  it('is shown to everybody once decisions were sent, without what a village would recognise', async () => {
    const { roos } = people;
    const anybody = await service.as(null);
    expect(await measured(anybody, '/v1/way-measures')).toEqual([]);
    const { body } = await people.bram.get<{ items: ApplicationAnswer[] }>('/v1/work-list?limit=100');
    for (const { id } of body.items.filter((each) => each.id !== lateId)) {
      const letter = (await lettersOf(roos, id)).find(({ kind }) => kind === 'grant')!;
      const sent = { sentOn: '2019-06-26', channel: 'electronic' };
      const announced = await roos.post(`/v1/letters/${letter.id}/announcement`, { version: 1, body: sent });
      expect(announced.status).toBe(200);
    }
    on('2019-12-02');
    const late = (await lettersOf(roos, lateId)).find(({ kind }) => kind === 'grant')!;
    const sentLate = { sentOn: '2019-12-02', channel: 'electronic' };
    expect(
      (await roos.post(`/v1/letters/${late.id}/announcement`, { version: 1, body: sentLate })).status,
    ).toBe(200);
    const [ingen, zoelen] = await measured(anybody, '/v1/way-measures');
    expect(ingen).toMatchObject({ applications: 5, averageDays: 51, grantedPercentage: 100 });
    expect(ingen).toMatchObject({ knownTerms: null, decidedInTimePercentage: null });
    expect(ingen!['steps']).toEqual([
      // Four in time and one too late: everybody would know which one.
      expect.objectContaining({ code: 'controle', inTimePercentage: null, averageDays: 4 }),
      expect.objectContaining({ code: 'stemming', inTimePercentage: 100, averageDays: 5, people: 150 }),
    ]);
    expect(zoelen).toMatchObject({ applications: null, averageDays: null, grantedPercentage: null });
    expect(zoelen).toMatchObject({ knownTerms: null, decidedInTimePercentage: null });
    expect(JSON.stringify([ingen, zoelen])).not.toMatch(/Cents|officials|"done"|decidedInTime"/);
  });

  const decidedInTime = async () =>
    (await measured(people.bram)).map((way) => [
      ...[way['kernCode'], way['applications'], way['knownTerms'], way['decidedInTime']],
      way['decidedInTimePercentage'],
    ]);

  it('counts for who works there which decisions were sent within the term', async () => {
    expect(await decidedInTime()).toEqual([
      ['ingen', 5, 5, 4, 80],
      ['zoelen', 1, 1, 1, 100],
    ]);
    const kept = await service.database.asOwner(
      'SELECT due_on::text, announced_on::text, is_in_time, stood_still FROM decision_term ORDER BY announced_on DESC LIMIT 1',
    );
    expect(kept).toEqual([
      { due_on: '2019-07-26', announced_on: '2019-12-02', is_in_time: false, stood_still: false },
    ]);
  });

  it('does not count of which nothing was kept, until it is computed again from what was recorded', async () => {
    const verify = (...parameters: string[]) =>
      runOperatorCommand('verify-deadlines', parameters, {
        ...service.keys,
        DATABASE_URL: service.database.serviceUrl,
      });
    await service.database.asOwner('DELETE FROM decision_term');
    expect(await decidedInTime()).toEqual([
      ['ingen', 5, 0, 0, null],
      ['zoelen', 1, 0, 0, null],
    ]);
    const faults = await verify();
    expect(faults.code).not.toBe(0);
    expect(faults.output).toContain('zoals die gold toen het besluit is verzonden, is niet bewaard');
    expect((await verify('--repair')).output).toContain('6 van 6 zaken opnieuw berekend');
    expect(await decidedInTime()).toEqual([
      ['ingen', 5, 5, 4, 80],
      ['zoelen', 1, 1, 1, 100],
    ]);
  }, 120_000);
});
