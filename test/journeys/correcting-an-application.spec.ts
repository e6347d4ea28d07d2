import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  expectRefusal,
  faultsOf,
  paperApplication,
  prepareList,
  register,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import type { Answer, TestCaller } from '../support/test-service.ts';
import {
  type ChangeAnswer,
  correct,
  correctionReason,
  entryMistake,
  seen,
} from '../support/correction-steps.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

let townHall: TownHall;
let resident: TestCaller;
let assessor: TestCaller;
let preparer: TestCaller;
let registrar: TestCaller;

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
      ...entryMistake,
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
    const again = await correct(assessor, paper, { ...entryMistake, title: 'Iets anders' });
    expectRefusal(again, 412, 'precondition-failed');
  });

  it('keeps what stood there sealed, with who changed it and why, for everybody who may see the case', async () => {
    townHall.today('2019-03-07');
    const application = await submit(resident);
    const body = { origin: 'clerical', reason: correctionReason, applicant: { name: 'Fenna Andersom' } };
    const answer = await correct(preparer, application, body);
    expect(answer.body.letterId).toBeNull();
    const { body: changes } = await resident.get<{ items: ChangeAnswer[] }>(
      `/v1/applications/${application.id}/changes`,
    );
    expect(changes.items).toEqual([
      expect.objectContaining({
        kind: 'correction',
        origin: 'clerical',
        reason: correctionReason,
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
    expect((await correct(preparer, asked, { ...entryMistake, requestedCents: 85_000 })).status).toBe(201);
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
    const answer = await correct(preparer, short, { origin: 'applicant', reason: correctionReason, costs });
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
    await refused({ ...entryMistake, requestedCents: 85_000, applicant: {} }, 400, 'nothing-changes');
    const more = await refused(
      { origin: 'applicant', reason: correctionReason, requestedCents: 99_000 },
      400,
      'request-not-corrected',
    );
    expect(faultsOf(more)).toEqual({ '/requestedCents': 'request-not-corrected' });
    await refused({ ...entryMistake, requestedCents: 0 }, 400, 'invalid-input');
    await refused({ ...entryMistake, kernCode: 'atlantis' }, 400, 'kern-unknown');
    await refused({ ...entryMistake, activityEndsOn: '2018-01-01' }, 400, 'activity-ends-before-start');
    const faulty = await refused({ origin: 'toeval', iban: 'NL00', surprise: 1 }, 400, 'invalid-input');
    expect(Object.keys(faultsOf(faulty)).sort()).toEqual(['/iban', '/origin', '/reason', '/surprise']);
    expectRefusal(await correct(resident, application, entryMistake), 403, 'not-allowed');
  });

  it('comes too late for what was decided or withdrawn', async () => {
    const [decided] = await townHall.judged('asch', 85_000);
    await register(registrar, await prepareList(preparer, ['asch']));
    const current = await seen(preparer, decided!);
    const answer = await withoutTrace(townHall.service, () =>
      correct(preparer, current, { ...entryMistake, title: 'Te laat' }),
    );
    expectRefusal(answer, 409, 'step-not-possible');
    expect(answer.body['detail']).toContain('Awb');
  });

  it('of anything makes a list for the college out of date, also when the amounts stay the same', async () => {
    const [application] = await townHall.judged('buren', 85_000);
    const list = await prepareList(preparer, ['buren']);
    const current = await seen(preparer, application!);
    const corrected = await correct(preparer, current, {
      ...entryMistake,
      applicant: { name: 'Anders Geheten' },
    });
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
        correct(preparer, current, { ...entryMistake, requestedCents: 80_000 }),
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
