import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  faultsOf,
  prepareList,
  register,
  submit,
} from '../support/case-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';
import { activateWay, ownWay, recordBody, stepsOf } from '../support/way-documents.ts';

interface Run {
  readonly id: string;
  readonly status: string;
  readonly replayed: number;
  readonly total: number;
  readonly results: readonly Record<string, unknown>[];
}

let service: TestService;
let people: Record<'fenna' | 'zeynep' | 'kees' | 'noor' | 'bram' | 'roos' | 'mees' | 'bas', TestCaller>;
let firstVersion: string;
let draftId: string;
let run: Run;
const decided: ApplicationAnswer[] = [];

async function doStep({ id }: ApplicationAnswer, by: TestCaller, code: string, findings: object) {
  const { version } = await stepsOf(people.bram, id);
  const answer = await by.put(`/v1/applications/${id}/steps/${code}`, { version, body: { findings } });
  expect(answer.status).toBe(200);
}

/** Looks again until a run is finished; each look shows how far it is. */
async function finished(id: string, reader: TestCaller): Promise<Run> {
  for (;;) {
    const { body } = await reader.get<Run>(`/v1/laboratory-runs/${id}`);
    expect(body.replayed).toBeLessThanOrEqual(body.total);
    if (body.status === 'finished') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The way that the kern would like: the young vote on every plan instead of advice on the larger ones. */
function votingWay(): Record<string, unknown> {
  const [check, , proposal] = ownWay()['steps'] as object[];
  const vote = {
    ...{ kind: 'vote', code: 'stemming', title: 'Stemming', by: 'kernregisseur', body: 'jongeren' },
    ...{ place: 'both', binding: false, termDays: 14, whenLate: { kind: 'continue' } },
  };
  return ownWay({ title: 'Ingen stemt', steps: [check, vote, proposal] });
}

beforeAll(async () => {
  service = await startTestService('2019-03-04T09:00:00Z');
  const names = ['fenna', 'zeynep', 'kees', 'noor', 'bram', 'roos', 'mees', 'bas'] as const;
  const callers = await Promise.all(names.map(async (name) => [name, await service.as(name)] as const));
  people = Object.fromEntries(callers) as typeof people;
  const { fenna, zeynep, kees, bram, roos, mees, bas } = people;
  await recordBody(bas, 'ingen', 'dorpsraad');
  firstVersion = await activateWay(kees, roos, 'ingen', ownWay(), '2019-03-11');
  service.clock.set(new Date('2019-03-12T09:00:00Z'));
  const large = await submit(fenna);
  const small = await submit(fenna, {
    requestedCents: 20_000,
    costs: [{ description: 'Plantenbak', amountCents: 20_000 }],
  });
  const elsewhere = await submit(zeynep, { kernCode: 'zoelen' });
  service.clock.set(new Date('2019-03-15T09:00:00Z'));
  await doStep(large, bram, 'controle', { outcome: 'positive', findings: 'Alles is er.' });
  service.clock.set(new Date('2019-03-25T09:00:00Z'));
  await doStep(large, kees, 'advies', { outcome: 'positive', reason: 'Een mooi plan.' });
  await doStep(large, kees, 'voorstel', { outcome: 'positive', reason: 'Voldoet.' });
  service.clock.set(new Date('2019-06-11T09:00:00Z'));
  for (const each of [large, small, elsewhere]) {
    const { version } = await stepsOf(bram, each.id);
    decided.push({ ...each, version: await assess(bram, { id: each.id, version }) });
  }
  const list = await prepareList(mees, ['ingen', 'zoelen']);
  expect((await register(roos, list)).status).toBe(200);
});
afterAll(() => service.stop());

describe('A kern makes up a way of working, and everything goes through the API', () => {
  it('writes it with help, until nothing is wrong with it', async () => {
    const { kees, bas } = people;
    const faulty = await kees.post<{ id: string; version: number }>('/v1/way-drafts', {
      body: { code: 'ingen', document: votingWay() },
    });
    expect(faulty.body).toMatchObject({ faults: [{ pointer: '/steps/1/body', code: 'body-unknown' }] });
    draftId = faulty.body.id;
    const early = await kees.post('/v1/laboratory-runs', { body: { wayDraftIds: [draftId] } });
    expectRefusal(early, 409, 'way-not-sound');
    expect(faultsOf(early)).toEqual({ '/document/steps/1/body': 'body-unknown' });
    await recordBody(bas, 'ingen', 'jongeren', 'committee');
    expect((await kees.get(`/v1/way-drafts/${draftId}`)).body).toMatchObject({ faults: [] });
  });

  it('tries it on what was decided before, and sees how far that is', async () => {
    const { kees } = people;
    const begun = await kees.post<Run>('/v1/laboratory-runs', { body: { wayDraftIds: [draftId] } });
    expect(begun.status).toBe(202);
    expect(begun.body).toMatchObject({ total: 2, kernCodes: ['ingen'] });
    run = await finished(begun.body.id, kees);
    expect(run).toMatchObject({ replayed: 2, total: 2 });
    expect(run.results).toEqual([
      expect.objectContaining({
        ...{ wayPlace: 1, kernCode: 'ingen', applications: 2, same: 0, different: 2, unknown: 0 },
        // Check 3, advice 10, proposal 0; the small one lay at its check for 91 days.
        averageDaysBefore: Math.round((13 + 91) / 2),
        averageLeastDays: Math.round((3 + 91) / 2),
        daysKnown: 0,
      }),
    ]);
    expect(run.results[0]).toMatchObject({
      steps: [
        { code: 'controle', asked: 2, unknown: 0, known: 1, who: 'beoordelaar' },
        { code: 'stemming', asked: 2, unknown: 0, known: 0, who: 'jongeren van ingen' },
        { code: 'voorstel', asked: 2, unknown: 0, known: 1, who: 'kernregisseur' },
      ],
      asked: [
        { who: 'dorpsraad van ingen', before: 1, after: 0, unknown: 0 },
        { who: 'jongeren van ingen', before: 0, after: 2, unknown: 0 },
        { who: 'beoordelaar', before: 2, after: 2, unknown: 0 },
        { who: 'kernregisseur', before: 1, after: 2, unknown: 0 },
      ],
    });
  });

  it('sees of each application what would have been otherwise, and what nobody knows', async () => {
    const { kees, bas } = people;
    const path = `/v1/laboratory-runs/${run.id}/cases`;
    const { body } = await kees.get<{ items: Record<string, unknown>[]; next: string }>(`${path}?limit=1`);
    expect(body.items).toEqual([
      {
        ...{ applicationId: decided[0]!.id, number: decided[0]!.number, kernCode: 'ingen' },
        ...{ receivedOn: '2019-03-12', decidedOn: '2019-06-11', wayVersionId: firstVersion },
        daysBefore: 13,
        stepsBefore: [
          expect.objectContaining({ code: 'controle', state: 'done', days: 3 }),
          expect.objectContaining({ code: 'advies', state: 'done', days: 10 }),
          expect.objectContaining({ code: 'voorstel', state: 'done', days: 0 }),
        ],
        outcomes: [
          expect.objectContaining({
            ...{ wayPlace: 1, verdict: 'different', leastDays: 3, mostDays: 18 },
            ...{ added: ['stemming'], dropped: ['advies'], startedOn: '2019-03-12' },
          }),
        ],
      },
    ]);
    const next = await kees.get<{ items: Record<string, unknown>[] }>(
      new URL(body.next, 'http://x').pathname + new URL(body.next, 'http://x').search,
    );
    expect(next.body.items).toMatchObject([
      { applicationId: decided[1]!.id, stepsBefore: [{ code: 'controle', state: 'open', days: null }] },
    ]);
    // Who sees no application sees figures, and no more.
    expectRefusal(await bas.get(path), 403, 'not-allowed');
    expect((await bas.get(`/v1/laboratory-runs/${run.id}`)).status).toBe(200);
  });

  it('compares two ways in two kernen side by side', async () => {
    const { kees } = people;
    const { body } = await kees.post<Run>('/v1/laboratory-runs', {
      body: { wayDraftIds: [draftId], wayVersionIds: [firstVersion], kernCodes: ['ingen', 'zoelen'] },
    });
    const { results } = await finished(body.id, kees);
    expect(
      results.map(({ wayPlace, kernCode, applications, same, different, unknown }) => [
        ...[wayPlace, kernCode, applications, same, different, unknown],
      ]),
    ).toEqual([
      [1, 'ingen', 2, 0, 2, 0],
      // There the steps were never finished, so that a proposal would have come.
      [1, 'zoelen', 1, 0, 1, 0],
      // What a case really went through is the same as that.
      [2, 'ingen', 2, 1, 1, 0],
      [2, 'zoelen', 1, 0, 1, 0],
    ]);
  });

  it('is for the own kernen, and says all that is wrong with what is asked', async () => {
    const { noor, kees, fenna } = people;
    const body = { wayVersionIds: [firstVersion] };
    expectRefusal(await noor.post('/v1/laboratory-runs', { body }), 403, 'not-allowed');
    expectRefusal(await noor.get(`/v1/laboratory-runs/${run.id}`), 403, 'not-allowed');
    expect((await noor.get<{ items: object[] }>('/v1/laboratory-runs')).body.items).toEqual([]);
    expect((await kees.get<{ items: object[] }>('/v1/laboratory-runs')).body.items).toHaveLength(2);
    expectRefusal(await fenna.get(`/v1/laboratory-runs/${run.id}`), 403, 'not-allowed');
    expectRefusal(await kees.post('/v1/laboratory-runs', { body: {} }), 400, 'laboratory-needs-ways');
    const days = { ...body, receivedFrom: '2019-04-01', receivedUntil: '2019-03-01' };
    expectRefusal(await kees.post('/v1/laboratory-runs', { body: days }), 400, 'laboratory-days-impossible');
    const none = { ...body, receivedFrom: '2019-04-01' };
    const { body: empty } = await kees.post<Run>('/v1/laboratory-runs', { body: none });
    expect(await finished(empty.id, kees)).toMatchObject({
      total: 0,
      results: [{ averageDaysBefore: null }],
    });
  });

  it('sees what becomes of running applications, and has somebody else let it begin', async () => {
    const { kees, roos, fenna, bas, bram } = people;
    service.clock.set(new Date('2019-05-20T09:00:00Z'));
    const running = await submit(fenna, { title: 'Nog een plan' });
    const { body } = await kees.get(`/v1/way-drafts/${draftId}/running-cases`);
    expect(body).toMatchObject({
      items: [
        {
          ...{ applicationId: running.id, keepsWayVersionId: firstVersion, keepsNumber: 1 },
          openStepTitle: 'Eerste controle',
          sentence:
            'Deze aanvraag houdt "Ingen praat mee" (versie 1). Nu aan de beurt: "Eerste controle", tot en met 27 mei 2019.',
        },
      ],
    });
    expectRefusal(await bas.get(`/v1/way-drafts/${draftId}/running-cases`), 403, 'not-allowed');
    service.clock.set(new Date('2019-05-20T10:00:00Z'));
    const path = `/v1/way-drafts/${draftId}/activation`;
    const activation = { version: 1, body: { activeFrom: '2019-05-20' } };
    const { body: version } = await roos.post<{ id: string; number: number }>(path, activation);
    expect(version).toMatchObject({ number: 2 });
    // It began on the same day, and before the new way did.
    expect(await stepsOf(bram, running.id)).toMatchObject({ wayVersionId: firstVersion });
    const later = await submit(fenna, { title: 'Weer een plan' });
    expect(await stepsOf(bram, later.id)).toMatchObject({ wayVersionId: version.id });
    const after = await kees.get<{ items: { keepsNumber: number }[] }>(
      `/v1/ways/${version.id}/running-cases`,
    );
    expect(after.body.items.map(({ keepsNumber }) => keepsNumber)).toEqual([1, 2]);
  });
});
