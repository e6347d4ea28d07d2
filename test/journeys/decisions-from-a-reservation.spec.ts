import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valthermond } from '../../src/seeds/regulations/valthermond.ts';
import { type ApplicationAnswer, expectRefusal, withoutTrace } from '../support/case-steps.ts';
import { bookRun } from '../support/finance-steps.ts';
import { expectStatus, openScheme, type Scheme } from '../support/scheme-steps.ts';
import type { Answer, TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

const code = 'dorp-2021';

/** Decided as plans come, by an official; who gets too little waits. */
const rules = {
  ...valthermond,
  window: { kind: 'rolling', opensOn: '2021-01-01', closesOn: '2021-12-31' },
  distribution: {
    ...{ kind: 'order-of-completeness', tie: 'lot', within: 'kern' },
    ...{ atCeiling: 'remainder', moment: 'as-they-come', waitingListUntilWeeks: 20 },
  },
  decider: { kind: 'mandate', mandatedTo: 'teamleider leefbaarheid', upToCents: 300_000 },
} as unknown as typeof valthermond;

interface OpenHold {
  readonly holdId: string;
  readonly kernCode: string;
  readonly reference: string;
  readonly leftCents: number;
}

describe('A decision that is paid from a reservation', () => {
  let townHall: TownHall;
  let scheme: Scheme;
  let official: TestCaller;
  let first: ApplicationAnswer;
  let second: ApplicationAnswer;
  let third: ApplicationAnswer;

  const decide = async ({ id }: ApplicationAnswer, body: object): Promise<Answer> => {
    const seen = await townHall.assessor.get<{ version: number }>(`/v1/applications/${id}`);
    return official.post(`/v1/applications/${id}/decision`, { version: seen.body.version, body });
  };
  const refused = async (plan: ApplicationAnswer, body: object, problem: string) =>
    expectRefusal(await withoutTrace(townHall.service, () => decide(plan, body)), 409, problem);

  const reserve = (kernCode: string, euros: number, reference: string) =>
    bookRun(scheme.finance, {
      ...{ kind: 'hold', regulationCode: code, countsOn: '2021-02-01', reference, reason: 'bezwaar' },
      lines: [{ kernCode, amountCents: euros * 100 }],
    });
  const openHolds = async (): Promise<readonly OpenHold[]> =>
    expectStatus(await scheme.finance.proposer.get<{ items: OpenHold[] }>('/v1/open-holds?year=2021'), 200)
      .items;
  const holdOf = async (reference: string): Promise<string> =>
    (await openHolds()).find((hold) => hold.reference === reference)!.holdId;
  const balances = async () => {
    const path = '/v1/budgets?kernCode=ingen&year=2021';
    const { body } = await scheme.finance.proposer.get<{ items: { regulationId: string }[] }>(path);
    return body.items[0];
  };

  beforeAll(async () => {
    townHall = await openTownHall();
    scheme = await openScheme(townHall, {
      ...{ code, document: rules, on: '2020-12-16' },
      money: [
        { kernCode: 'ingen', euros: 3_000 },
        { kernCode: 'zoelen', euros: 1_000 },
      ],
    });
    const administrator = await townHall.person('beheerder', 'administrator');
    for (const action of ['grant', 'refuse']) {
      const mandate = {
        ...{ holderSubject: 'teamleider', holderName: 'Tess Verzonnen', action, reference: 'B&W 2020-88' },
        ...{ upToCents: 300_000, validFromDate: '2021-01-01', validUntilDate: '2021-12-31' },
      };
      expectStatus(await administrator.post('/v1/mandates', { body: mandate }), 201);
    }
    official = await townHall.person('teamleider', 'registrar');
    first = await scheme.apply('2021-02-01', 1_000);
    second = await scheme.apply('2021-02-02', 800);
    third = await scheme.apply('2021-02-03', 700);
    townHall.today('2021-02-08');
    await reserve('ingen', 1_300, 'bezwaar 12');
    await reserve('ingen', 700, 'bezwaar 13');
    await reserve('zoelen', 1_000, 'bezwaar 14');
  });
  afterAll(() => townHall.close());

  it('is about money that finance keeps apart, each for what it is for', async () => {
    expect(await openHolds()).toMatchObject([
      { kernCode: 'ingen', reference: 'bezwaar 12', leftCents: 130_000 },
      { kernCode: 'ingen', reference: 'bezwaar 13', leftCents: 70_000 },
      { kernCode: 'zoelen', reference: 'bezwaar 14', leftCents: 100_000 },
    ]);
    expect(await balances()).toMatchObject({ availableCents: 100_000, heldCents: 200_000 });
    const csv = await scheme.finance.proposer.get('/v1/open-holds', { headers: { accept: 'text/csv' } });
    expect(new TextDecoder().decode(csv.bytes)).toContain('bezwaar 12');
    expectRefusal(await townHall.resident.get('/v1/open-holds'), 403, 'not-allowed');
  });

  it('is refused where the reservation is none, of another budget or too small, and writes nothing', async () => {
    await refused(first, { holdId: '019a0000-0000-7000-8000-000000000001' }, 'hold-not-found');
    await refused(first, { holdId: await holdOf('bezwaar 14') }, 'hold-of-another-budget');
    await refused(first, { holdId: await holdOf('bezwaar 13') }, 'hold-too-small');
    const otherwise = { kind: 'refusal', grantedCents: 0, reason: 'Het plan kan niet doorgaan.' };
    await refused(first, { holdId: await holdOf('bezwaar 12'), otherwise }, 'hold-not-needed');
  });

  it('takes all its money from there and leaves to others what is available', async () => {
    const holdId = await holdOf('bezwaar 12');
    const taken = expectStatus(await decide(first, { holdId }), 201);
    expect(taken).toMatchObject({ kind: 'grant', grantedCents: 100_000 });
    expect(await balances()).toMatchObject({
      ...{ availableCents: 100_000, heldCents: 100_000, committedCents: 100_000 },
    });
    expectStatus(await decide(second, {}), 201);
    const partly = expectStatus(await decide(third, {}), 201);
    expect(partly).toMatchObject({ kind: 'partial-grant', grantedCents: 20_000 });
  });

  it('changes a decision in favour of who waits, and is taken once when two want it at the same moment', async () => {
    const letters = await official.get<{ items: { id: string; kind: string }[] }>(
      `/v1/applications/${third.id}/letters`,
    );
    const letter = letters.body.items.find(({ kind }) => kind.endsWith('grant'))!;
    const sent = { version: 1, body: { sentOn: '2021-02-08', channel: 'electronic' } };
    expectStatus(await townHall.registrar.post(`/v1/letters/${letter.id}/announcement`, sent), 200);
    await refused(third, { holdId: await holdOf('bezwaar 12') }, 'hold-too-small');
    const fourth = await scheme.apply('2021-02-09', 500);
    townHall.today('2021-02-10');
    const holdId = await holdOf('bezwaar 13');
    const outcomes = await Promise.all([decide(third, { holdId }), decide(fourth, { holdId })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 409]);
    const loser = outcomes.find(({ status }) => status === 409)!;
    expectRefusal(loser, 409, 'hold-too-small');
    expect(outcomes.find(({ status }) => status === 201)!.body).toMatchObject({
      grantedCents: loser === outcomes[0] ? 50_000 : 70_000,
    });
  });

  it('is not taken from what was released meanwhile', async () => {
    const fifth = await scheme.apply('2021-02-11', 300);
    townHall.today('2021-02-12');
    const holdId = await holdOf('bezwaar 12');
    await bookRun(scheme.finance, {
      ...{ kind: 'unhold', regulationCode: code, countsOn: '2021-02-12' },
      ...{ reference: 'ongegrond', reason: 'bezwaar ongegrond' },
      lines: [{ kernCode: 'ingen', amountCents: 30_000, holdId }],
    });
    await refused(fifth, { holdId }, 'hold-too-small');
    const auditor = await townHall.person('accountant', 'auditor');
    expect((await auditor.get('/v1/ledger-check')).body).toMatchObject({ sound: true, fault: null });
  });
});
