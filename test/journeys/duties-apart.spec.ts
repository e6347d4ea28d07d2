import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  judgedCriteria,
  paperApplication,
  prepareList,
  register,
  regulationCode,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

let issuer: OwnIssuer;

beforeAll(async () => {
  issuer = await startOwnIssuer();
});
afterAll(() => issuer.close());

const afterTheWindow = '2019-06-11T08:00:00Z';

function startIn(environment: Readonly<Record<string, string>> = {}): Promise<TestService> {
  return startTestService('2019-05-06T08:00:00Z', { ...issuer.environment, ...environment });
}

async function somebody(service: TestService, sub: string, ...roles: string[]): Promise<TestCaller> {
  const kernen = ['ingen', 'zoelen'];
  return service.withToken(await issuer.sign({ sub, name: `Wie ${sub} heet`, roles, kernen }));
}

const finding = { outcome: 'met', reason: 'Dat blijkt uit de aanvraag.' };

describe('Whoever has an interest in an application', () => {
  let service: TestService;
  let anna: TestCaller;
  let bea: TestCaller;
  let administrator: TestCaller;

  beforeAll(async () => {
    service = await startIn();
    anna = await somebody(service, 'anna', 'assessor', 'registrar');
    bea = await somebody(service, 'bea', 'assessor', 'registrar');
    administrator = await somebody(service, 'beheer', 'administrator');
  });
  afterAll(() => service.stop());

  const enter = async (kernCode: string): Promise<ApplicationAnswer> => {
    const body = paperApplication({ kernCode, receivedOn: '2019-05-02' });
    return (await bea.post<ApplicationAnswer>('/v1/paper-applications', { body })).body;
  };
  const assessAs = async (caller: TestCaller, { id }: ApplicationAnswer) => {
    const { version } = (await caller.get<ApplicationAnswer>(`/v1/applications/${id}`)).body;
    return caller.put(`/v1/applications/${id}/findings/meeting`, { version, body: finding });
  };
  const recuse = (caller: TestCaller, { id }: { id: string }, body: object) =>
    caller.post(`/v1/applications/${id}/recusals`, {
      body: { reason: 'De aanvrager is mijn zus.', ...body },
    });

  it('says so, and from then on has no part in it, nor in what competes with it for the same money', async () => {
    const [sisters, neighbours, elsewhere] = [
      await enter('asch'),
      await enter('asch'),
      await enter('zoelen'),
    ];
    expect((await assessAs(anna, sisters)).status).toBe(200);
    const recusal = await recuse(anna, sisters, {});
    expect(recusal.status).toBe(201);
    expect(recusal.body).toMatchObject({ subject: 'anna', recordedBy: 'anna' });
    for (const application of [sisters, neighbours]) {
      expectRefusal(await withoutTrace(service, () => assessAs(anna, application)), 403, 'has-interest');
    }
    const items = [{ what: 'Een begroting', why: 'Om te kunnen rekenen.' }];
    const path = `/v1/applications/${sisters.id}/completion-requests`;
    expectRefusal(await anna.post(path, { version: sisters.version, body: { items } }), 403, 'has-interest');
    expect((await assessAs(anna, elsewhere)).status).toBe(200);
    expect((await assessAs(bea, sisters)).status).toBe(200);
    expectRefusal(await recuse(anna, sisters, {}), 409, 'already-recused');
    const overview = await anna.get<{ possibleActions: string[] }>(
      `/v1/applications/${neighbours.id}/overview`,
    );
    expect(overview.body.possibleActions).toEqual([]);
  });

  it('is seen by who handles the case, with the reason, and the reason stands nowhere in the clear', async () => {
    const application = await enter('erichem');
    await recuse(anna, application, { reason: 'Wij delen een volkstuin, Merkteken.' });
    const { body } = await bea.get(`/v1/applications/${application.id}/recusals`);
    expect(body).toMatchObject({
      items: [{ subject: 'anna', reason: 'Wij delen een volkstuin, Merkteken.' }],
    });
    const rows = await service.database.asOwner('SELECT * FROM recusal');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Merkteken').toString('hex'));
    expect(JSON.stringify(rows)).not.toContain('Merkteken');
  });

  it('can be kept out by an administrator, who sees nothing of the application; by nobody else', async () => {
    const application = await enter('maurik');
    expectRefusal(await recuse(bea, application, { subject: 'anna' }), 403, 'not-allowed');
    expect((await recuse(administrator, application, { subject: 'anna' })).status).toBe(201);
    expectRefusal(await assessAs(anna, application), 403, 'has-interest');
    expectRefusal(await administrator.get(`/v1/applications/${application.id}`), 403, 'not-allowed');
  });

  it('leaves findings that do not count any more: the list waits until somebody else has judged', async () => {
    service.clock.set(new Date('2019-05-06T08:00:00Z'));
    const application = await enter('kerk-avezaath');
    await assess(anna, application);
    await assess(bea, await enter('kerk-avezaath'), 'not-met');
    await recuse(anna, application, {});
    const path = `/v1/applications/${application.id}/findings`;
    interface Findings {
      findings: { criterionCode: string; outcome: string; reason: string }[];
    }
    const judged = (await bea.get<Findings>(path)).body.findings.filter(({ criterionCode }) =>
      judgedCriteria.some((code) => code === criterionCode),
    );
    expect(new Set(judged.map(({ outcome }) => outcome))).toEqual(new Set(['needs-judgement']));
    expect(judged[0]!.reason).toContain('afzijdig');
    service.clock.set(new Date(afterTheWindow));
    const waiting = await prepareList(bea, ['kerk-avezaath']);
    expect(waiting).toMatchObject({
      lines: [{ kind: 'refusal' }],
      notReady: [{ applicationId: application.id, reason: expect.stringContaining('afzijdig') }],
    });
    const { body } = await bea.get<ApplicationAnswer>(`/v1/applications/${application.id}`);
    await assess(bea, body);
    expect(await prepareList(bea, ['kerk-avezaath'])).toMatchObject({
      lines: [{ applicationId: application.id, kind: 'grant' }, { kind: 'refusal' }],
      notReady: [],
    });
  });

  it('takes part again when who recorded it, or an administrator, has ended it with a reason', async () => {
    service.clock.set(new Date('2019-05-06T08:00:00Z'));
    const application = await enter('kapel-avezaath');
    const recusals = `/v1/applications/${application.id}/recusals`;
    const end = (caller: TestCaller, id: unknown, version: number) => {
      const body = { reason: 'Het bleek om een naamgenoot te gaan, Merkteken.' };
      return caller.post(`${recusals}/${String(id)}/end`, { version, body });
    };
    const own = await recuse(anna, application, {});
    expect(own.headers.get('etag')).toBe('"1"');
    expectRefusal(await withoutTrace(service, () => end(bea, own.body['id'], 1)), 403, 'not-allowed');
    expectRefusal(await end(anna, own.body['id'], 2), 412, 'precondition-failed');
    const ended = await end(anna, own.body['id'], 1);
    expect(ended.body).toMatchObject({ version: 2, endedBy: 'anna', endedAt: expect.stringContaining('Z') });
    expectRefusal(await end(anna, own.body['id'], 2), 409, 'recusal-ended');
    expect((await assessAs(anna, application)).status).toBe(200);

    const byOther = await recuse(administrator, application, { subject: 'anna' });
    expectRefusal(await end(anna, byOther.body['id'], 1), 403, 'not-allowed');
    expect((await end(administrator, byOther.body['id'], 1)).status).toBe(200);
    expectRefusal(await end(administrator, application.id, 1), 404, 'recusal-not-found');
    const history = await bea.get<{ items: { subject: string; version: number }[] }>(recusals);
    expect(history.body.items.map(({ subject, version }) => [subject, version])).toEqual([
      ['anna', 2],
      ['anna', 2],
    ]);
    const rows = await service.database.asOwner('SELECT encode(end_reason_sealed, $1) FROM recusal', ['hex']);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Merkteken').toString('hex'));
  });

  it('need not say so when they applied themselves, or for a foundation', async () => {
    const asResident = await somebody(service, 'anna', 'resident');
    const own = await submit(asResident, { kernCode: 'lienden' });
    expectRefusal(await assessAs(anna, own), 403, 'has-interest');
    const claims = { sub: 'bea', name: 'Bea', roles: ['representative'], kernen: [] };
    const represents = { sub: 'kvk-00000000', name: 'Stichting Het Verzonnen Dorpshuis' };
    const forFoundation = service.withToken(await issuer.sign({ ...claims, represents }));
    const foundations = await submit(forFoundation, { kernCode: 'ommeren' });
    expectRefusal(await assessAs(bea, foundations), 403, 'has-interest');
    expect((await assessAs(anna, foundations)).status).toBe(200);
  });

  it('neither makes nor registers the list on which the order of that kern stands', async () => {
    const application = await enter('rijswijk');
    await assess(await somebody(service, 'carla', 'assessor'), application);
    await recuse(anna, application, {});
    service.clock.set(new Date(afterTheWindow));
    const body = { regulationCode, kernCodes: ['rijswijk'] };
    expectRefusal(
      await withoutTrace(service, () => anna.post('/v1/college-lists', { body })),
      403,
      'has-interest',
    );
    const list = await prepareList(bea, ['rijswijk']);
    expectRefusal(await withoutTrace(service, () => register(anna, list)), 403, 'has-interest');
    const readBy = async (role: string) =>
      (await (await somebody(service, role, role)).get(`/v1/college-lists/${list.id}`)).bytes.toString(
        'utf8',
      );
    expect(await readBy('auditor')).toContain('"explanation":');
    expect(await readBy('finance')).toContain('"proposedCents":');
    expect(await readBy('finance')).not.toContain('"explanation":');
    const answer = await register(await somebody(service, 'dora', 'registrar'), list);
    expect(answer.body).toMatchObject({ status: 'resolved' });
  });
});

describe('Duties that one person does not do both', () => {
  it.each([
    ['may both assess and make the list in a small municipality', {}, 201],
    ['may not where the municipality chose two people for it', { DUTIES_APART: 'assess+prepare-list' }, 403],
  ])('%s', async (_, environment, status) => {
    const service = await startIn(environment);
    const [anna, bea] = [
      await somebody(service, 'anna', 'assessor', 'registrar'),
      await somebody(service, 'bea', 'assessor', 'registrar'),
    ];
    const body = paperApplication({ kernCode: 'zoelen', receivedOn: '2019-05-02' });
    const application = (await bea.post<ApplicationAnswer>('/v1/paper-applications', { body })).body;
    await assess(anna, application);
    service.clock.set(new Date(afterTheWindow));
    const list = { regulationCode, kernCodes: ['zoelen'] };
    const prepared = await anna.post('/v1/college-lists', { body: list });
    expect(prepared.status).toBe(status);
    if (status === 403) expectRefusal(prepared, 403, 'same-person');
    // Assessing and deciding stay apart whatever is chosen.
    const other = await prepareList(bea, ['zoelen']);
    expectRefusal(await register(anna, other), 403, 'same-person');
    await service.stop();
  });

  it('are named in the configuration by names that exist, or the service does not start', async () => {
    await expect(startIn({ DUTIES_APART: 'assess+decide' })).rejects.toThrow(
      'DUTIES_APART noemt assess+decide',
    );
  });
});
