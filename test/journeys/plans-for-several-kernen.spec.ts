import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cents } from '../../src/kernel/money.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { type ApplicationAnswer, assess, expectRefusal, faultsOf, lettersOf } from '../support/case-steps.ts';
import { exampleRegulation } from '../support/example-regulation.ts';
import { expectStatus, openScheme, type ProposedList, type Scheme } from '../support/scheme-steps.ts';
import { completeApplication, type TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

interface Part extends ApplicationAnswer {
  readonly kernCode: string;
  readonly requestedCents: number;
  readonly spanned: {
    readonly requestedCents: number;
    readonly kernen: readonly { kernCode: string; requestedCents: number; applicationId: string }[];
  };
}

/** Three quarters of the costs, at most EUR 1,500 for the whole plan, divided by who takes part. */
const document: RegulationDocument = {
  ...exampleRegulation,
  title: 'Samen over de grens 2019',
  scope: { kind: 'municipality', spanning: { kind: 'divided', key: 'participants' } },
  amount: {
    kind: 'fixed',
    calculation: { kind: 'share-of-costs', percentage: 75 },
    maximumCents: cents(150_000),
    otherFunders: 'ignored',
  },
  frequency: {
    kind: 'limited',
    rules: [{ per: 'activity', times: 1, years: 1 }],
    again: { kind: 'not' },
  },
};

const code = 'samen-2019';
const judged = ['meeting', 'not-a-party'];

describe('A plan for several kernen', () => {
  let townHall: TownHall;
  let scheme: Scheme;
  let resident: TestCaller;
  let parts: Part[];

  const plan = (change: Readonly<Record<string, unknown>> = {}) =>
    completeApplication({
      ...{ regulationCode: code, requestedCents: 180_000, title: 'Een pad tussen twee kernen' },
      costs: [{ description: 'Pad', amountCents: 240_000 }],
      activityStartsOn: '2019-12-20',
      activityEndsOn: '2019-12-20',
      kernen: [
        { kernCode: 'ingen', weight: 20 },
        { kernCode: 'zoelen', weight: 10 },
      ],
      ...change,
    });
  const read = async (caller: TestCaller, id: string) =>
    expectStatus(await caller.get<Part>(`/v1/applications/${id}`), 200);
  const reasons = ({ notReady }: ProposedList) =>
    Object.fromEntries(notReady.map(({ applicationId, reason }) => [applicationId, reason]));
  const choose = async (part: Part, declinesPart: boolean) => {
    const { version } = await read(resident, part.id);
    const path = `/v1/applications/${part.id}/remainder-choice`;
    return expectStatus(await resident.put(path, { version, body: { declinesPart } }), 200);
  };

  beforeAll(async () => {
    townHall = await openTownHall();
    scheme = await openScheme(townHall, {
      ...{ code, document, on: '2019-01-02' },
      money: [
        { kernCode: 'ingen', euros: 2_000 },
        { kernCode: 'zoelen', euros: 700 },
      ],
    });
    await scheme.apply('2019-03-04', 400, {
      kernCode: 'zoelen',
      costs: [{ description: 'Fruitbomen', amountCents: 60_000 }],
      title: 'Fruit',
    });
    resident = await townHall.person('grensganger', 'resident');
  });
  afterAll(() => townHall.close());

  it('hears beforehand of which kern the participants must still be told', async () => {
    const facts = { applicantKind: 'resident', requestedCents: 90_000, kernCodes: ['ingen', 'zoelen'] };
    const check = async (kernWeights: readonly object[]) =>
      expectStatus(
        await resident.post<{ parts: readonly object[]; findings: readonly { criterionCode: string }[] }>(
          `/v1/regulations/${code}/checks`,
          { body: { ...facts, costs: [{ description: 'Pad', amountCents: 120_000 }], kernWeights } },
        ),
        200,
      );
    const ingen = { kernCode: 'ingen', weight: 20 };
    const lacking = await check([ingen]);
    expect(lacking.parts).toEqual([]);
    expect(lacking.findings.filter(({ criterionCode }) => criterionCode === 'kern-parts')).toMatchObject([
      { outcome: 'needs-judgement', sentence: expect.stringContaining('het aantal deelnemers van zoelen') },
    ]);
    const told = await check([ingen, { kernCode: 'zoelen', weight: 10 }]);
    expect(told.parts).toMatchObject([{ amountCents: 60_000 }, { amountCents: 30_000 }]);
    expect(told.findings.map(({ criterionCode }) => criterionCode)).not.toContain('kern-parts');
  });

  it('is refused with all that is wrong with its kernen', async () => {
    const kernen = [
      { kernCode: 'zoelen', weight: 1 },
      { kernCode: 'zoelen', weight: 1 },
      { kernCode: 'nergens', weight: 1 },
      { kernCode: 'maurik' },
    ];
    const answer = await resident.post('/v1/applications', { body: plan({ kernen }) });
    expectRefusal(answer, 400, 'kernen-not-possible');
    expect(Object.keys(faultsOf(answer))).toEqual([
      '/kernen',
      '/kernen/1/kernCode',
      '/kernen/2/kernCode',
      '/kernen/3/weight',
    ]);
  });

  it('becomes an application for each kern, with its part of what is asked and a number of its own', async () => {
    townHall.today('2019-03-05');
    const sent = expectStatus(await resident.post<Part>('/v1/applications', { body: plan() }), 201);
    const ids = sent.spanned.kernen.map(({ applicationId }) => applicationId);
    parts = await Promise.all(ids.map((id) => read(resident, id)));
    expect(sent.id).toBe(parts[0]!.id);
    expect(parts.map(({ kernCode, requestedCents, status }) => [kernCode, requestedCents, status])).toEqual([
      ['ingen', 120_000, 'complete'],
      ['zoelen', 60_000, 'complete'],
    ]);
    expect(new Set(parts.map(({ number }) => number)).size).toBe(2);
    expect(parts[1]).toMatchObject({ spanned: { requestedCents: 180_000 } });
    for (const { id } of parts) {
      expect((await lettersOf(resident, id)).map(({ kind }) => kind)).toEqual(['acknowledgement']);
    }
  });

  it('is judged as a whole: each part is its share of what the whole plan may have', async () => {
    const { body } = await townHall.assessor.get<{ findings: { criterionCode: string }[] }>(
      `/v1/applications/${parts[1]!.id}/findings`,
    );
    // The other part is no earlier application for the same.
    expect(body.findings.map(({ criterionCode }) => criterionCode)).not.toContain('frequency');
    for (const part of parts) await assess(townHall.assessor, part, 'met', judged);
    const list = await scheme.list('2019-06-04');
    // 75 % of 2,400 is 1,800, at most 1,500: 1,000 from Ingen and 500 from Zoelen, which has 300 left.
    expect(list.lines.find(({ applicationId }) => applicationId === parts[0]!.id)).toMatchObject({
      kind: 'grant',
      proposedCents: 100_000,
    });
    expect(reasons(list)[parts[1]!.id]).toMatch(/van €\s500,00 nog €\s300,00 betalen/);
  });

  it('waits in the kern that can pay less until the applicant says that it is still possible', async () => {
    await choose(parts[1]!, false);
    const list = await scheme.list('2019-06-05');
    const line = list.lines.find(({ applicationId }) => applicationId === parts[1]!.id);
    expect(line).toMatchObject({ kind: 'partial-grant', proposedCents: 30_000 });
    expect(line!.explanation).toMatch(/deel van een plan van €\s1\.800,00 in meer kernen/);
    const again = await townHall.preparer.get(`/v1/college-lists/${list.id}/recomputation`);
    expect(again.body).toMatchObject({ agrees: true });
  });

  it('leaves the money of a kern alone when it is not', async () => {
    await choose(parts[1]!, true);
    const list = await scheme.list('2019-06-06');
    const line = list.lines.find(({ applicationId }) => applicationId === parts[1]!.id);
    expect(line).toMatchObject({ kind: 'refusal', proposedCents: 0 });
    await choose(parts[1]!, false);
  });

  it('is decided and paid from the ceiling of each kern', async () => {
    const list = await scheme.list('2019-06-07');
    expectStatus(await scheme.decide(list, '2019-06-12'), 200);
    const granted = await scheme.granted();
    expect(parts.map(({ id }) => granted.get(id))).toEqual([1_000, 300]);
    const left = await Promise.all(
      parts.map(({ id }) => townHall.assessor.get(`/v1/applications/${id}/overview`)),
    );
    expect(left.map(({ body }) => body['availableInKernCents'])).toEqual([100_000, 0]);
  });

  it('is kept as a draft, and what is told later counts for every kern', async () => {
    townHall.today('2019-03-06');
    const body = plan({ intent: 'draft', iban: undefined, title: 'Een tweede pad' });
    const draft = expectStatus(await resident.post<Part>('/v1/applications', { body }), 201);
    const [own, other] = draft.spanned.kernen.map(({ applicationId }) => applicationId);
    expect((await resident.get(`/v1/applications/${other}`)).status).toBe(404);
    const submitted = expectStatus(
      await resident.post<Part>(`/v1/applications/${own}/submission`, { version: draft.version }),
      200,
    );
    expect((await read(resident, other!)).status).toBe('received');
    const supplement = { explanation: 'Het nummer.', iban: 'NL91ABNA0417164300' };
    const path = `/v1/applications/${own}/supplements`;
    expectStatus(await resident.post(path, { version: submitted.version, body: supplement }), 200);
    expect((await read(resident, other!)).status).toBe('complete');
  });
});
