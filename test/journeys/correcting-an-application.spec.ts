import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  faultsOf,
  paperApplication,
  prepareList,
  register,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import type { Answer, TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';
import { activateWay, ownWay, recordBody } from '../support/way-documents.ts';

interface ChangeAnswer {
  readonly id: string;
  readonly version: number;
  readonly letterId: string | null;
  readonly rows: readonly { field: string; before: string; after: string }[];
}

let townHall: TownHall;
let resident: TestCaller;
let assessor: TestCaller;
let preparer: TestCaller;
let registrar: TestCaller;

const reason = 'Op het formulier staat het anders.';
const entry = { origin: 'entry', reason };

const correct = (caller: TestCaller, { id, version }: ApplicationAnswer, body: object) =>
  caller.post<ChangeAnswer & Record<string, unknown>>(`/v1/applications/${id}/corrections`, {
    version,
    body,
  });
const seen = async (caller: TestCaller, { id }: Pick<ApplicationAnswer, 'id'>) =>
  (await caller.get<ApplicationAnswer & Record<string, unknown>>(`/v1/applications/${id}`)).body;
const timelineOf = async (caller: TestCaller, { id }: Pick<ApplicationAnswer, 'id'>) =>
  (await caller.get<{ items: { kind: string; countsOn: string }[] }>(`/v1/applications/${id}/timeline`)).body
    .items;

beforeAll(async () => {
  townHall = await openTownHall();
  ({ resident, assessor, preparer, registrar } = townHall);
});
afterAll(() => townHall.close());

async function onPaper(change: object = {}): Promise<ApplicationAnswer> {
  const { body, status } = await preparer.post<ApplicationAnswer>('/v1/paper-applications', {
    body: paperApplication(change as Record<string, unknown>),
  });
  expect(status).toBe(201);
  return body;
}

describe('A clerk who typed a letter over wrongly', () => {
  it('puts it right, and nothing of the clock or the order moves', async () => {
    townHall.today('2019-03-04');
    const paper = await onPaper({ requestedCents: 8_500, receivedOn: '2019-03-01' });
    townHall.today('2019-03-07');
    const before = await seen(assessor, paper);
    const answer = await correct(assessor, paper, {
      ...entry,
      requestedCents: 85_000,
      applicant: { name: 'Fenna van Voorbeeld', phone: null },
    });
    expect(answer.status).toBe(201);
    expect(answer.body.rows).toEqual([
      expect.objectContaining({ field: 'applicant.name', after: 'Fenna van Voorbeeld' }),
      expect.objectContaining({ field: 'requestedCents', before: '€\u00a085,00', after: '€\u00a0850,00' }),
    ]);
    const after = await seen(assessor, paper);
    expect(after).toMatchObject({
      ...{ requestedCents: 85_000, status: 'complete', version: answer.body.version },
      ...{ receivedOn: before['receivedOn'], completedOn: before['completedOn'] },
    });
    expect(answer.headers.get('etag')).toBe(`"${answer.body.version}"`);
    const letters = await townHall.preparer.get<{
      items: { id: string; kind: string; voidedAt: string | null }[];
    }>(`/v1/applications/${paper.id}/letters`);
    expect(
      letters.body.items.map(({ kind, voidedAt }) => `${kind}${voidedAt === null ? '' : ' void'}`),
    ).toEqual([...['acknowledgement void', 'change-notice', 'acknowledgement']]);
    const found = await assessor.post<{ items: { id: string }[] }>('/v1/case-searches', {
      body: { text: 'Fenna van Voorbeeld' },
    });
    expect(JSON.stringify(found.body)).toContain(paper.id);
    const again = await correct(assessor, paper, { ...entry, title: 'Iets anders' });
    expectRefusal(again, 412, 'precondition-failed');
  });

  it('keeps what stood there sealed, with who changed it and why, for everybody who may see the case', async () => {
    townHall.today('2019-03-07');
    const application = await submit(resident);
    const body = { origin: 'clerical', reason, applicant: { name: 'Fenna Andersom' } };
    const answer = await correct(preparer, application, body);
    expect(answer.body.letterId).toBeNull();
    const { body: changes } = await resident.get<{ items: ChangeAnswer[] }>(
      `/v1/applications/${application.id}/changes`,
    );
    expect(changes.items).toEqual([
      expect.objectContaining({
        kind: 'correction',
        origin: 'clerical',
        reason,
        recordedByName: expect.any(String),
      }),
    ]);
    expect((await timelineOf(resident, application)).map(({ kind }) => kind)).toContain('correct');
    const [stored] = await townHall.service.database.asOwner<{ everything: string }>(
      `SELECT encode(texts_sealed, 'escape') || change::text AS everything FROM application_change change WHERE application_id = $1`,
      [application.id],
    );
    expect(stored?.everything).not.toContain('Andersom');
    const [audited] = await townHall.service.database.asOwner<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE action = 'application:correct' AND subject_id = $1`,
      [application.id],
    );
    expect(audited?.detail).toMatchObject({ fields: ['applicant.name'], origin: 'clerical' });
    expect(JSON.stringify(audited)).not.toContain('Andersom');
    const neighbour = await townHall.person('buurman', 'resident');
    expectRefusal(
      await neighbour.get(`/v1/applications/${application.id}/changes`),
      404,
      'application-not-found',
    );
    const finance = await townHall.person('geld', 'finance');
    expectRefusal(await finance.get(`/v1/applications/${application.id}/changes`), 403, 'not-allowed');
  });

  it('makes an application complete from the day on which all had come in, so that nobody pays for the mistake', async () => {
    townHall.today('2019-03-04');
    const paper = await onPaper({ receivedOn: '2019-03-01', requestedCents: 90_000 });
    expect(paper.status).toBe('received');
    const items = [{ what: 'Een begroting', why: 'De bedragen tellen niet op.' }];
    const { body: letter } = await preparer.post<{ id: string }>(
      `/v1/applications/${paper.id}/completion-requests`,
      { version: paper.version, body: { items } },
    );
    await preparer.post(`/v1/letters/${letter.id}/announcement`, {
      version: 1,
      body: { sentOn: '2019-03-04', channel: 'post' },
    });
    townHall.today('2019-03-12');
    const asked = await seen(preparer, paper);
    expect(asked.status).toBe('incomplete');
    expect((await correct(preparer, asked, { ...entry, requestedCents: 85_000 })).status).toBe(201);
    expect(await seen(preparer, paper)).toMatchObject({ status: 'complete', completedOn: '2019-03-01' });
    const { body } = await preparer.get<{ items: { kind: string; sentences: string[] }[] }>(
      `/v1/applications/${paper.id}/deadlines`,
    );
    expect(JSON.stringify(body)).not.toContain('stond 8 dagen stil');
  });

  it('that the applicant tells later, is complete from the day of telling', async () => {
    townHall.today('2019-03-04');
    const short = await submit(resident, { requestedCents: 90_000 });
    townHall.today('2019-03-12');
    const costs = [{ description: 'Twee banken', amountCents: 90_000 }];
    const answer = await correct(preparer, short, { origin: 'applicant', reason, costs });
    expect(answer.status).toBe(201);
    expect(await seen(preparer, short)).toMatchObject({ status: 'complete', completedOn: '2019-03-12' });
  });
});

describe('A correction', () => {
  it('that changes nothing, asks for more, or is of what cannot be, is refused and leaves no trace', async () => {
    townHall.today('2019-03-04');
    const application = await submit(resident);
    const refused = async (body: object, status: number, code: string): Promise<Answer> => {
      const answer = await withoutTrace(townHall.service, () => correct(preparer, application, body));
      expectRefusal(answer, status, code);
      return answer;
    };
    await refused({ ...entry, requestedCents: 85_000, applicant: {} }, 400, 'nothing-changes');
    const more = await refused(
      { origin: 'applicant', reason, requestedCents: 99_000 },
      400,
      'request-not-corrected',
    );
    expect(faultsOf(more)).toEqual({ '/requestedCents': 'request-not-corrected' });
    await refused({ ...entry, requestedCents: 0 }, 400, 'invalid-input');
    await refused({ ...entry, kernCode: 'atlantis' }, 400, 'kern-unknown');
    await refused({ ...entry, activityEndsOn: '2018-01-01' }, 400, 'activity-ends-before-start');
    const faulty = await refused({ origin: 'toeval', iban: 'NL00', surprise: 1 }, 400, 'invalid-input');
    expect(Object.keys(faultsOf(faulty)).sort()).toEqual(['/iban', '/origin', '/reason', '/surprise']);
    expectRefusal(await correct(resident, application, entry), 403, 'not-allowed');
  });

  it('comes too late for what was decided or withdrawn', async () => {
    const [decided] = await townHall.judged('asch', 85_000);
    await register(registrar, await prepareList(preparer, ['asch']));
    const current = await seen(preparer, decided!);
    const answer = await withoutTrace(townHall.service, () =>
      correct(preparer, current, { ...entry, title: 'Te laat' }),
    );
    expectRefusal(answer, 409, 'step-not-possible');
    expect(answer.body['detail']).toContain('Awb');
  });

  it('of anything makes a list for the college out of date, also when the amounts stay the same', async () => {
    const [application] = await townHall.judged('buren', 85_000);
    const list = await prepareList(preparer, ['buren']);
    const current = await seen(preparer, application!);
    const corrected = await correct(preparer, current, { ...entry, applicant: { name: 'Anders Geheten' } });
    expect(corrected.status).toBe(201);
    const stale = await register(registrar, list);
    expectRefusal(stale, 409, 'list-stale');
    expect(stale.body['detail']).toContain('wat is verbeterd of afgesproken');
    expect((await register(registrar, await prepareList(preparer, ['buren']))).status).toBe(200);
  });

  it('while the resolution is being registered is made before it or not at all', async () => {
    for (const kernCode of ['erichem', 'lienden', 'maurik']) {
      const [application] = await townHall.judged(kernCode, 85_000);
      const list = await prepareList(preparer, [kernCode]);
      const current = await seen(preparer, application!);
      const [correction, resolution] = await Promise.all([
        correct(preparer, current, { ...entry, requestedCents: 80_000 }),
        register(registrar, list),
      ]);
      const { body } = await registrar.get<{ grantedCents?: number }>(
        `/v1/applications/${current.id}/decision`,
      );
      if (resolution.status === 200) {
        expectRefusal(correction, 412, 'precondition-failed');
        expect(body.grantedCents).toBe(85_000);
      } else {
        expectRefusal(resolution, 409, 'list-stale');
        expect(correction.status).toBe(201);
      }
    }
  });
});

describe('An application for the wrong kern', () => {
  it('moves to the money, the people and the way of working of the right one', async () => {
    townHall.today('2019-03-04');
    const inZoelen = await townHall.personOf(['zoelen'], 'van-zoelen', 'kernregisseur');
    const inIngen = await townHall.personOf(['ingen'], 'van-ingen', 'kernregisseur');
    const administrator = await townHall.person('beheer', 'administrator');
    await recordBody(administrator, 'zoelen', 'dorpsraad');
    const wayId = await activateWay(
      preparer,
      registrar,
      'zoelen-eigen',
      ownWay({ kernCodes: ['zoelen'] }),
      '2019-03-05',
    );
    townHall.today('2019-03-06');
    const application = await submit(resident, { kernCode: 'ingen' });
    expectRefusal(await inZoelen.get(`/v1/applications/${application.id}`), 404, 'application-not-found');
    const answer = await correct(inIngen, application, { origin: 'clerical', reason, kernCode: 'zoelen' });
    expect(answer.status).toBe(201);
    expect(answer.body.rows).toEqual([
      expect.objectContaining({ field: 'kernName', before: 'Ingen', after: 'Zoelen' }),
    ]);
    expectRefusal(await inIngen.get(`/v1/applications/${application.id}`), 404, 'application-not-found');
    expect(await seen(inZoelen, application)).toMatchObject({ kernCode: 'zoelen', receivedOn: '2019-03-06' });
    const steps = await inZoelen.get<{ wayVersionId: string | null }>(
      `/v1/applications/${application.id}/steps`,
    );
    expect(steps.body.wayVersionId).toBe(wayId);
    townHall.today('2019-06-24');
    await assess(assessor, await seen(assessor, application));
    const list = await prepareList(preparer, ['zoelen']);
    expect(list.lines.map(({ applicationId }) => applicationId)).toEqual([application.id]);
  });

  it('keeps the way of working that it began, when a step of it was done', async () => {
    townHall.today('2019-03-06');
    const started = await submit(resident, { kernCode: 'zoelen', title: 'Al begonnen' });
    const step = { findings: { outcome: 'positive', findings: 'Alles is er.' } };
    const done = await assessor.put<{ version: number; wayVersionId: string }>(
      `/v1/applications/${started.id}/steps/controle`,
      { version: started.version, body: step },
    );
    expect(done.status).toBe(200);
    const current = await seen(assessor, started);
    expect((await correct(preparer, current, { ...entry, kernCode: 'rijswijk' })).status).toBe(201);
    const steps = await assessor.get<{ wayVersionId: string; steps: { state: string }[] }>(
      `/v1/applications/${started.id}/steps`,
    );
    expect(steps.body).toMatchObject({ wayVersionId: done.body.wayVersionId });
    expect(steps.body.steps[0]).toMatchObject({ state: 'done' });
  });

  it('is not moved by who competes in the kern to which it would go', async () => {
    townHall.today('2019-03-06');
    const competing = await townHall.personOf(['ommeren'], 'van-beide', 'kernregisseur', 'resident');
    await submit(competing, { kernCode: 'beusichem' });
    const other = await submit(resident, { kernCode: 'ommeren' });
    const answer = await withoutTrace(townHall.service, () =>
      correct(competing, other, { ...entry, kernCode: 'beusichem' }),
    );
    expectRefusal(answer, 403, 'has-interest');
  });
});
