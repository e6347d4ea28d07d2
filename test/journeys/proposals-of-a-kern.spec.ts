import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import { valthermond } from '../../src/seeds/regulations/valthermond.ts';
import { type ApplicationAnswer, expectRefusal, faultsOf, lettersOf } from '../support/case-steps.ts';
import { readLetter } from '../support/letter-guards.ts';
import { expectStatus, openScheme, type Scheme } from '../support/scheme-steps.ts';
import type { Answer, TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';
import { activateWay, ownWay, recordBody, stepsOf } from '../support/way-documents.ts';

interface Line {
  readonly applicationId: string;
  readonly kind: string;
  readonly computedCents: number;
  readonly proposedCents: number;
  readonly deviates: boolean;
  readonly deviationReason?: string;
  readonly proposedInStep?: { readonly standing: string; readonly explanation: string };
}

interface List {
  readonly id: string;
  readonly version: number;
  readonly proposalText: string;
  readonly lines: readonly Line[];
}

const smaller = 'Het plan kan met minder: de gemeente heeft nog twee banken staan.';

let townHall: TownHall;

/** Ingen, working in these steps from a day on. */
async function openKern(scheme: string, from: string, steps: readonly object[]): Promise<void> {
  townHall.today(from);
  const way = ownWay({ steps, regulationCode: scheme });
  await activateWay(townHall.preparer, townHall.registrar, `voorstel-${scheme}`, way, from);
}

async function doStep(
  { id }: ApplicationAnswer,
  step: string,
  findings: object,
  by = townHall.preparer,
): Promise<Answer> {
  const { version } = await stepsOf(townHall.assessor, id);
  return by.put(`/v1/applications/${id}/steps/${step}`, { version, body: { findings } });
}

const propose = (plan: ApplicationAnswer, findings: object, by = townHall.preparer) =>
  doStep(plan, 'voorstel', findings, by);

beforeAll(async () => {
  townHall = await openTownHall();
});
afterAll(() => townHall.close());

describe('What a kernregisseur proposes', () => {
  const code = 'voorstellen-2019';
  let scheme: Scheme;
  let plans: ApplicationAnswer[];
  let list: List;

  const prepare = async (deviations: readonly object[] = []): Promise<List> => {
    const preparer = await townHall.person('voorbereider', 'assessor');
    const body = { regulationCode: code, deviations };
    return expectStatus(await preparer.post<List>('/v1/college-lists', { body }), 201);
  };
  const lineOf = ({ lines }: List, plan: ApplicationAnswer) =>
    lines.find(({ applicationId }) => applicationId === plan.id)!;

  beforeAll(async () => {
    scheme = await openScheme(townHall, {
      ...{ code, document: buren2019, on: '2019-01-02', money: [{ kernCode: 'ingen', euros: 2_000 }] },
    });
    await openKern(code, '2019-01-03', (ownWay()['steps'] as object[]).slice(2));
    plans = [];
    const said: readonly [number, object | null][] = [
      [600, { outcome: 'negative', reason: 'Er staan al banken genoeg.' }],
      [700, { outcome: 'positive', amountCents: 50_000, reason: smaller }],
      [900, { outcome: 'positive', amountCents: 90_000, reason: 'Een mooi plan.' }],
      [300, { outcome: 'positive', reason: 'Ook een mooi plan.' }],
      [200, null],
    ];
    for (const [index, [euros, findings]] of said.entries()) {
      const plan = await scheme.apply(`2019-03-0${index + 1}`, euros);
      plans.push(plan);
      if (findings !== null) expectStatus(await propose(plan, findings), 200);
    }
  });

  it('has an amount only where money is to be given, and no more than was asked', async () => {
    const plan = await scheme.apply('2019-03-11', 100);
    const refused = await propose(plan, { outcome: 'negative', amountCents: 10_000, reason: 'Te weinig.' });
    expectRefusal(refused, 400, 'findings-invalid');
    expect(faultsOf(refused)).toEqual({ '/findings/amountCents': 'amount-with-refusal' });
    const more = await propose(plan, { outcome: 'positive', amountCents: 10_001, reason: 'Meer is beter.' });
    expectRefusal(more, 400, 'findings-invalid');
    expect(faultsOf(more)).toEqual({ '/findings/amountCents': 'more-than-requested' });
    const done = await propose(plan, { outcome: 'positive', amountCents: 10_000, reason: 'Goed plan.' });
    expect(JSON.stringify(done.body).replaceAll('\u00a0', ' ')).toContain('Voorstel: € 100,00 toekennen.');
    const resident = await townHall.person('aanvrager-5', 'resident');
    const { version } = await stepsOf(townHall.assessor, plan.id);
    expectStatus(await resident.post(`/v1/applications/${plan.id}/withdrawal`, { version }), 200);
  });

  it('is on the list beside what is computed, and is proposed as far as regulation and ceiling allow', async () => {
    townHall.today('2019-06-04');
    list = await prepare();
    const [refusal, less, more, nothing, silent] = plans.map((plan) => lineOf(list, plan));
    expect(refusal).toMatchObject({
      ...{ kind: 'refusal', computedCents: 60_000, proposedCents: 0, deviates: true },
      deviationReason: 'Er staan al banken genoeg.',
      proposedInStep: { outcome: 'negative', amountCents: null, standing: 'followed' },
    });
    expect(less).toMatchObject({
      ...{ kind: 'partial-grant', computedCents: 70_000, proposedCents: 50_000, deviationReason: smaller },
      proposedInStep: { outcome: 'positive', amountCents: 50_000, reason: smaller, standing: 'followed' },
    });
    expect(more).toMatchObject({
      ...{ kind: 'partial-grant', computedCents: 70_000, proposedCents: 70_000, deviates: false },
      proposedInStep: { amountCents: 90_000, standing: 'not-possible' },
    });
    expect(more?.proposedInStep?.explanation.replaceAll('\u00a0', ' ')).toBe(
      'Binnen het plafond kan niet meer dan € 700,00 worden gegeven (Awb 4:25).',
    );
    expect(nothing).toMatchObject({ kind: 'refusal', proposedInStep: { standing: 'not-possible' } });
    expect(silent).toMatchObject({ kind: 'refusal', computedCents: 0 });
    expect(silent).not.toHaveProperty('proposedInStep');
    const numbers = (...at: readonly number[]) => at.map((index) => plans[index]!.number).join(', ');
    expect(list.proposalText.split('\n').slice(-2)).toEqual([
      `Anders dan berekend, met de reden bij de regel: ${numbers(0, 1)}.`,
      `Anders dan in de werkwijze is voorgesteld, met de reden bij de regel: ${numbers(2, 3)}.`,
    ]);
    const read = await scheme.finance.proposer.get<List>(`/v1/college-lists/${list.id}`);
    expect(JSON.stringify(expectStatus(read, 200))).not.toContain('banken');
    const checked = await townHall.preparer.get(`/v1/college-lists/${list.id}/recomputation`);
    expect(checked.body).toMatchObject({ agrees: true });
  });

  it('does not count any more when who proposed it keeps out of the application', async () => {
    const body = { reason: 'De aanvrager is mijn buurman.' };
    const path = `/v1/applications/${plans[1]!.id}/recusals`;
    expectStatus(await townHall.preparer.post(path, { body }), 201);
    const now = await prepare();
    expect(lineOf(now, plans[1]!)).toMatchObject({
      ...{ proposedCents: 70_000, deviates: false, proposedInStep: { standing: 'set-aside' } },
    });
    const asked = await townHall.registrar.get<{ changes: string[] }>(`/v1/college-lists/${list.id}/changes`);
    expect(asked.body).toMatchObject({ isCurrent: false, changedNumbers: [plans[1]!.number] });
    expect(asked.body.changes).toContain(
      `${plans[1]!.number}: veranderd is wat in de werkwijze is voorgesteld.`,
    );
    expectRefusal(await scheme.decide(list as never, '2019-06-04'), 409, 'list-stale');
  });

  it('that comes late makes a list stale that was made without it', async () => {
    list = await prepare();
    const findings = { outcome: 'negative', reason: 'De aanvrager heeft de bank al gekocht.' };
    expectStatus(await propose(plans[4]!, findings, townHall.assessor), 200);
    expectRefusal(await scheme.decide(list as never, '2019-06-04'), 409, 'list-stale');
  });

  it('decides nothing: who makes the list goes back to what is computed, and the college decides', async () => {
    const back = {
      ...{ applicationId: plans[0]!.id, kind: 'grant', grantedCents: 60_000 },
      reason: 'Dat er banken staan is volgens de regeling geen reden om af te wijzen.',
    };
    const otherwise = {
      ...{ applicationId: plans[2]!.id, kind: 'partial-grant', grantedCents: 40_000 },
      reason: 'De aanvrager betaalt een deel zelf.',
    };
    list = await prepare([back, otherwise]);
    expect(lineOf(list, plans[0]!)).toMatchObject({
      ...{ kind: 'grant', proposedCents: 60_000, deviates: false, deviationReason: back.reason },
      proposedInStep: { standing: 'otherwise' },
    });
    expect(lineOf(list, plans[2]!)).toMatchObject({
      ...{ computedCents: 70_000, proposedCents: 40_000, deviates: true },
    });
    const changed = {
      ...{ applicationId: plans[1]!.id, outcome: 'changed', kind: 'partial-grant', grantedCents: 50_000 },
      reason: smaller,
    };
    expectStatus(await scheme.decide(list as never, '2019-06-11', { lines: [changed] }), 200);
    const granted = await scheme.granted();
    expect(plans.map(({ id }) => granted.get(id))).toEqual([600, 500, 400, 0, 0]);
  });
});

/** Decided as plans come by an official with a mandate; what the village body says binds. */
const mandated = {
  ...valthermond,
  window: { kind: 'rolling', opensOn: '2021-01-01', closesOn: '2021-12-31' },
  distribution: {
    ...{ kind: 'order-of-completeness', tie: 'lot', within: 'kern' },
    ...{ atCeiling: 'remainder', moment: 'as-they-come' },
  },
  decider: { kind: 'mandate', mandatedTo: 'teamleider leefbaarheid', upToCents: 300_000 },
  advice: {
    advisers: [{ role: 'village-body', name: 'De dorpsraad', perKern: true, binding: true, termWeeks: 3 }],
    conflictOfInterest: 'law',
  },
} as unknown as typeof valthermond;

describe('What is said in the steps to an official with a mandate', () => {
  const code = 'voorstellen-2021';
  let scheme: Scheme;
  let official: TestCaller;

  const decide = async ({ id }: ApplicationAnswer, body: object = {}): Promise<Answer> => {
    const { version } = await stepsOf(townHall.assessor, id);
    return official.post(`/v1/applications/${id}/decision`, { version, body });
  };
  const advise = (plan: ApplicationAnswer, outcome: 'positive' | 'negative') =>
    doStep(plan, 'advies', { outcome, reason: 'Zo denkt de dorpsraad erover.' });

  beforeAll(async () => {
    scheme = await openScheme(townHall, {
      ...{ code, document: mandated, on: '2020-12-16', money: [{ kernCode: 'ingen', euros: 5_000 }] },
    });
    const administrator = await townHall.person('beheerder', 'administrator');
    await recordBody(administrator, 'ingen', 'dorpsraad');
    const [, advice, proposal] = ownWay()['steps'] as object[];
    await openKern(code, '2020-12-17', [{ ...advice, binding: true }, proposal!]);
    for (const action of ['grant', 'refuse']) {
      const mandate = {
        ...{ holderSubject: 'teamleider', holderName: 'Tess Verzonnen', action, reference: 'B&W 2020-88' },
        ...{ upToCents: 300_000, validFromDate: '2021-01-01', validUntilDate: '2021-06-30' },
      };
      expectStatus(await administrator.post('/v1/mandates', { body: mandate }), 201);
    }
    official = await townHall.person('teamleider', 'registrar');
  });

  it('is the decision, with the reason in the letter, unless the official says otherwise', async () => {
    const plans = [await scheme.apply('2021-02-01', 1_000), await scheme.apply('2021-02-01', 1_000)];
    for (const plan of plans) {
      expectStatus(await advise(plan, 'positive'), 200);
      expectStatus(await propose(plan, { outcome: 'positive', amountCents: 80_000, reason: smaller }), 200);
    }
    const [followed, back] = plans as [ApplicationAnswer, ApplicationAnswer];
    townHall.today('2021-02-02');
    const taken = expectStatus(await decide(followed), 201);
    expect(taken).toMatchObject({ kind: 'partial-grant', grantedCents: 80_000 });
    const letter = (await lettersOf(official, followed.id)).find(({ kind }) => kind === 'grant')!;
    const preview = await official.get(`/v1/letters/${letter.id}/preview?sentOn=2021-02-02`);
    expect((await readLetter(preview.bytes)).spoken).toContain(smaller);
    const reason = 'De twee banken zijn inmiddels weg.';
    const otherwise = { kind: 'grant', grantedCents: 100_000, reason };
    expect(expectStatus(await decide(back, { otherwise }), 201)).toMatchObject({
      ...{ kind: 'grant', grantedCents: 100_000 },
    });
  });

  it('leaves no choice where it binds and is against the plan, also when no proposal came', async () => {
    const plan = await scheme.apply('2021-02-03', 1_000);
    expectStatus(await advise(plan, 'negative'), 200);
    townHall.today('2021-02-26');
    const otherwise = { kind: 'grant', grantedCents: 100_000, reason: 'Wij vinden het een goed plan.' };
    const refused = await decide(plan, { otherwise });
    expectRefusal(refused, 400, 'deviations-do-not-fit');
    expect(faultsOf(refused)).toEqual({ '/otherwise': 'advice-binds' });
    expect(expectStatus(await decide(plan), 201)).toMatchObject({ kind: 'refusal', grantedCents: 0 });
  });
});
