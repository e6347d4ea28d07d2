import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  faultsOf,
  lettersOf,
  paperApplication,
  prepareList,
  regulationCode,
  register,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import { type Answer, completeApplication, type TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

let townHall: TownHall;
let resident: TestCaller;
let assessor: TestCaller;
let preparer: TestCaller;
let registrar: TestCaller;

type Seen = ApplicationAnswer & Record<string, unknown>;

const seen = async (caller: TestCaller, { id }: Pick<ApplicationAnswer, 'id'>) =>
  (await caller.get<Seen>(`/v1/applications/${id}`)).body;
const act = (caller: TestCaller, { id, version }: ApplicationAnswer, what: string, body: object) =>
  caller.post(`/v1/applications/${id}/${what}`, { version, body });
const noted = {
  ...{ agreedHow: 'phone', agreedWith: 'Fenna Fictief', evidence: 'Gespreksnotitie van 6 maart' },
  reason: 'De bank kan tweedehands.',
};
const merge = (continuing: ApplicationAnswer, duplicate: ApplicationAnswer, reason?: string) =>
  act(preparer, continuing, 'mergers', {
    ...{ duplicateId: duplicate.id, duplicateVersion: duplicate.version },
    ...(reason !== undefined && { reason }),
  });

async function onPaper(change: Record<string, unknown> = {}): Promise<ApplicationAnswer> {
  const answer = await preparer.post<ApplicationAnswer>('/v1/paper-applications', {
    body: paperApplication(change),
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

async function refused(attempt: () => Promise<Answer>, status: number, code: string): Promise<Answer> {
  const answer = await withoutTrace(townHall.service, attempt);
  expectRefusal(answer, status, code);
  return answer;
}

beforeAll(async () => {
  townHall = await openTownHall();
  ({ resident, assessor, preparer, registrar } = townHall);
});
afterAll(() => townHall.close());

describe('Less that is agreed with the applicant', () => {
  it('is what is asked for from then on: in the case, the proposal and the decision, and it is told in a letter', async () => {
    townHall.today('2019-03-04');
    const application = await submit(resident, { kernCode: 'asch' });
    townHall.today('2019-03-07');
    const answer = await act(preparer, application, 'reductions', {
      ...noted,
      agreedOn: '2019-03-06',
      requestedCents: 60_000,
      costs: [{ description: 'Bank', amountCents: 60_000 }],
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ kind: 'reduction', agreedOn: '2019-03-06', agreedHow: 'phone' });
    const after = await seen(resident, application);
    expect(after).toMatchObject({ requestedCents: 60_000, completedOn: '2019-03-04' });
    const letters = await lettersOf(preparer, application.id);
    expect(letters.map(({ kind }) => kind)).toContain('change-notice');
    const overview = await assessor.get(`/v1/applications/${application.id}/overview`);
    expect(overview.body['agreedReduction']).toEqual({ firstRequestedCents: 85_000, agreedOn: '2019-03-06' });
    townHall.today('2019-06-11');
    await assess(assessor, after);
    const list = await prepareList(preparer, ['asch']);
    expect(list.lines[0]).toMatchObject({ proposedCents: 60_000 });
    expect(JSON.stringify(list)).toContain(
      'De aanvrager vroeg eerst €\u00a0850,00; op 6 maart 2019 is minder afgesproken.',
    );
    expect((await register(registrar, list)).status).toBe(200);
    const [stored] = await townHall.service.database.asOwner<{ granted: string }>(
      'SELECT granted_cents AS granted FROM decision WHERE application_id = $1',
      [application.id],
    );
    expect(Number(stored?.granted)).toBe(60_000);
    const { body: changes } = await resident.get<{ items: object[] }>(
      `/v1/applications/${application.id}/changes`,
    );
    expect(changes.items).toEqual([expect.objectContaining({ agreedWith: 'Fenna Fictief' })]);
  });

  it('is never more, never nothing, never the same, and never of tomorrow', async () => {
    townHall.today('2019-03-04');
    const application = await submit(resident);
    townHall.today('2019-03-07');
    const reduce = (change: object) => () =>
      act(preparer, application, 'reductions', { ...noted, agreedOn: '2019-03-06', ...change });
    const wrong = await refused(
      reduce({
        agreedOn: '2019-03-08',
        requestedCents: 99_000,
        costs: [{ description: 'Bank', amountCents: 99_000 }],
      }),
      400,
      'reduction-upwards',
    );
    expect(faultsOf(wrong)).toEqual({
      '/requestedCents': 'reduction-upwards',
      '/costs': 'reduction-upwards',
      '/agreedOn': 'agreement-day-impossible',
    });
    await refused(reduce({ requestedCents: 0 }), 400, 'reduction-to-nothing');
    await refused(reduce({ requestedCents: 85_000 }), 400, 'nothing-changes');
    await refused(reduce({}), 400, 'nothing-changes');
    await refused(reduce({ agreedHow: 'duif', requestedCents: 1 }), 400, 'invalid-input');
  });

  it('comes too late when it was decided', async () => {
    const [decided] = await townHall.judged('buren', 85_000);
    await register(registrar, await prepareList(preparer, ['buren']));
    const current = await seen(preparer, decided!);
    const body = { ...noted, agreedOn: '2019-06-11', requestedCents: 1_000 };
    await refused(() => act(preparer, current, 'reductions', body), 409, 'step-not-possible');
  });
});

describe('The same application that came in twice', () => {
  it('goes on as one, from the day on which the first came in, and the other stays to be found', async () => {
    townHall.today('2019-03-06');
    const paper = await onPaper({ receivedOn: '2019-03-01', kernCode: 'ingen' });
    const digital = await submit(resident, { kernCode: 'ingen' });
    const answer = await merge(digital, paper);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ endedNumber: paper.number, continuedNumber: digital.number });
    expect(await seen(resident, digital)).toMatchObject({
      ...{ status: 'complete', receivedOn: '2019-03-01', completedOn: '2019-03-01' },
      version: answer.body['version'],
    });
    expect(await seen(preparer, paper)).toMatchObject({ status: 'merged' });
    const letters = await lettersOf(preparer, paper.id);
    expect(letters.map(({ kind }) => kind)).toEqual(['acknowledgement', 'change-notice']);
    for (const id of [paper.id, digital.id]) {
      const { body } = await preparer.get<{ mergers: object[] }>(`/v1/applications/${id}/mergers`);
      expect(body.mergers).toEqual([
        expect.objectContaining({ endedApplicationId: paper.id, continuedApplicationId: digital.id }),
      ]);
    }
    const { body: due } = await preparer.get<{ items: object[] }>(`/v1/applications/${paper.id}/deadlines`);
    expect(due).toMatchObject({ deadlines: [] });
    const timeline = await resident.get<{ items: { kind: string }[] }>(
      `/v1/applications/${digital.id}/timeline`,
    );
    expect(timeline.body.items.map(({ kind }) => kind)).toContain('take-in');
    townHall.today('2019-06-11');
    await assess(assessor, await seen(assessor, digital));
    const list = await prepareList(preparer, ['ingen']);
    expect(list.lines.map(({ applicationId }) => applicationId)).toEqual([digital.id]);
  });

  it('keeps the place of the larger plan where the two ask for different things, and says why they are one', async () => {
    townHall.today('2019-03-06');
    const paper = await onPaper({ receivedOn: '2019-03-01', kernCode: 'zoelen', requestedCents: 50_000 });
    const digital = await submit(resident, { kernCode: 'zoelen' });
    const differing = await refused(() => merge(digital, paper), 400, 'merger-needs-reason');
    expect(differing.body['detail']).toContain('het gevraagde bedrag');
    const answer = await merge(digital, paper, 'Op papier stond het bedrag van vorig jaar.');
    expect(answer.status).toBe(201);
    expect(await seen(preparer, digital)).toMatchObject({
      receivedOn: '2019-03-01',
      completedOn: '2019-03-06',
    });
  });

  it('is found through others, and never turns in a circle', async () => {
    townHall.today('2019-03-06');
    const [first, second, third] = [await onPaper(), await onPaper(), await submit(resident)];
    expect((await merge(second, first)).status).toBe(201);
    const middle = await seen(preparer, second);
    const last = await merge(third, middle);
    expect(last.status).toBe(201);
    const { body } = await preparer.get<{ mergers: object[] }>(`/v1/applications/${first.id}/mergers`);
    expect(body.mergers).toHaveLength(2);
    const now = { first: await seen(preparer, first), third: await seen(preparer, third) };
    await refused(() => merge(now.first, now.third), 409, 'already-merged');
    await refused(() => merge(now.third, now.first), 409, 'already-merged');
    await refused(() => merge(now.third, now.third), 400, 'merger-with-itself');
  });

  it('is of one applicant, under one regulation, undecided, and goes on as the one that can be followed', async () => {
    townHall.today('2019-03-06');
    const digital = await submit(resident, { kernCode: 'lienden' });
    const paper = await onPaper({ kernCode: 'lienden' });
    await refused(() => merge(paper, digital), 409, 'merger-other-way-round');
    const neighbour = await townHall.person('buurvrouw', 'resident');
    const applicant = { ...(completeApplication()['applicant'] as object), name: 'Een Ander' };
    const other = await submit(neighbour, { kernCode: 'lienden', applicant });
    await refused(() => merge(digital, other), 409, 'merger-of-another-applicant');
    const incomplete = await submit(resident, { kernCode: 'lienden', iban: undefined });
    await refused(() => merge(incomplete, digital), 409, 'merger-other-way-round');
    await refused(
      () => act(preparer, digital, 'mergers', { duplicateId: paper.id, duplicateVersion: 99 }),
      412,
      'precondition-failed',
    );
    const away = '019a0000-0000-7000-8000-00000000fffe';
    await refused(
      () => act(preparer, digital, 'mergers', { duplicateId: away, duplicateVersion: 1 }),
      404,
      'application-not-found',
    );
    const [decided] = await townHall.judged('erichem', 85_000);
    await register(registrar, await prepareList(preparer, ['erichem']));
    const current = await seen(preparer, decided!);
    await refused(() => merge(digital, current), 409, 'merger-of-decided');
  });

  it('merged from both sides at once ends one of them, and never both', async () => {
    townHall.today('2019-03-06');
    const one = await submit(resident, { kernCode: 'maurik' });
    const other = await submit(resident, { kernCode: 'maurik' });
    const answers = await Promise.all([merge(one, other), merge(other, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const states = [(await seen(preparer, one)).status, (await seen(preparer, other)).status];
    expect(states.sort()).toEqual(['complete', 'merged']);
  });
});

describe('An application on which another body decides', () => {
  const body = {
    bodyName: 'Gedeputeerde staten van Gelderland',
    bodyAddressLines: ['Postbus 9090', '6800 GX  Arnhem'],
    reason: 'De bank komt aan een weg van de provincie.',
  };

  it('is sent on with notice to the sender, and ends without a decision', async () => {
    townHall.today('2019-03-04');
    const application = await submit(resident, { kernCode: 'rijswijk' });
    const answer = await act(preparer, application, 'forwarding', body);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ forwardedOn: '2019-03-04', version: application.version + 1 });
    expect(await seen(resident, application)).toMatchObject({
      status: 'forwarded',
      statusName: 'doorgezonden naar ander bestuursorgaan',
    });
    const { body: due } = await preparer.get(`/v1/applications/${application.id}/deadlines`);
    expect(due).toMatchObject({ deadlines: [] });
    const letter = (await lettersOf(preparer, application.id)).find(
      ({ kind }) => kind === 'forwarding-notice',
    )!;
    const sent = await preparer.post(`/v1/letters/${letter.id}/announcement`, {
      version: 1,
      body: { sentOn: '2019-03-04', channel: 'post' },
    });
    expect(sent.status).toBe(200);
    expect(sent.body).toMatchObject({ lastObjectionDate: null });
    const told = await resident.get(`/v1/applications/${application.id}/forwarding`);
    expect(told.body).toMatchObject({ bodyName: body.bodyName });
    const current = await seen(preparer, application);
    await refused(() => act(preparer, current, 'forwarding', body), 409, 'step-not-possible');
    const list = await preparer.post<{ notReady: { applicationId: string }[] }>('/v1/college-lists', {
      body: { regulationCode, kernCodes: ['rijswijk'] },
    });
    expect(JSON.stringify(list.body)).not.toContain(application.id);
  });

  it('does not go to nobody, to ourselves, or in the future', async () => {
    townHall.today('2019-03-04');
    const application = await submit(resident, { kernCode: 'zoelmond' });
    const forward = (change: object) => () =>
      act(preparer, application, 'forwarding', { ...body, ...change });
    const nobody = await refused(forward({ bodyName: '', bodyAddressLines: [] }), 400, 'invalid-input');
    expect(Object.keys(faultsOf(nobody)).sort()).toEqual(['/bodyAddressLines', '/bodyName']);
    await refused(forward({ bodyName: 'Gemeente Buren' }), 400, 'forwarded-to-ourselves');
    await refused(forward({ forwardedOn: '2019-03-05' }), 400, 'receipt-not-possible');
    await refused(forward({ forwardedOn: '2019-03-03' }), 400, 'receipt-not-possible');
    const answer = await preparer.get(`/v1/applications/${application.id}/forwarding`);
    expectRefusal(answer, 404, 'forwarding-not-found');
  });
});
