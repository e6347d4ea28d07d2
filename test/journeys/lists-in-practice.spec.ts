import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import {
  type ApplicationAnswer,
  expectRefusal,
  faultsOf,
  lettersOf,
  withoutTrace,
} from '../support/case-steps.ts';
import { versionOf } from '../support/grant-steps.ts';
import { expectStatus, openScheme, type ProposedList, type Scheme } from '../support/scheme-steps.ts';
import type { Answer, TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

const code = 'lijsten-2019';

interface WholeList extends ProposedList {
  readonly proposalText: string;
  readonly abstentions: readonly object[];
}

describe('A list for the college', () => {
  let townHall: TownHall;
  let scheme: Scheme;
  let preparer: TestCaller;
  let plans: ApplicationAnswer[];
  let list: WholeList;

  const prepare = <Body = WholeList>(change: Readonly<Record<string, unknown>> = {}): Promise<Answer<Body>> =>
    preparer.post<Body>('/v1/college-lists', { body: { regulationCode: code, ...change } });

  const changes = async () => (await preparer.get(`/v1/college-lists/${list.id}/changes`)).body;

  beforeAll(async () => {
    townHall = await openTownHall();
    const rules = { ...buren2019, distribution: { ...buren2019.distribution, atCeiling: 'stop' } } as const;
    scheme = await openScheme(townHall, {
      ...{ code, document: rules, on: '2019-01-02', money: [{ kernCode: 'ingen', euros: 1_000 }] },
    });
    preparer = await townHall.person('voorbereider', 'assessor');
    plans = [
      await scheme.apply('2019-03-04', 600),
      await scheme.apply('2019-03-11', 500),
      await scheme.apply('2019-03-18', 300, { electronicMessages: false }),
    ];
    townHall.today('2019-06-04');
  });
  afterAll(() => townHall.close());

  it('says in words what the college is asked, and who of it takes no part', async () => {
    const abstentions = [{ memberName: 'wethouder Verzonnen', applicationIds: [plans[1]!.id] }];
    const introduction = 'Dit is de eerste lijst van 2019.';
    const refused = await withoutTrace(townHall.service, () =>
      prepare<Answer['body']>({
        abstentions: [
          { memberName: 'wethouder Verzonnen', applicationIds: ['019a0000-0000-7000-8000-000000000001'] },
          { memberName: 'Wethouder verzonnen' },
        ],
      }),
    );
    expectRefusal(refused, 400, 'abstentions-do-not-fit');
    expect(faultsOf(refused)).toEqual({
      '/abstentions/0/applicationIds/0': 'not-on-list',
      '/abstentions/1/memberName': 'twice',
    });
    list = expectStatus(await prepare({ abstentions, introduction }), 201);
    expect(list.abstentions).toEqual(abstentions);
    expect(list.proposalText.replaceAll('\u00a0', ' ').split('\n')).toEqual([
      introduction,
      'Het college wordt gevraagd te besluiten over 3 aanvragen volgens de regeling Leefbaarheidsbudget 2019:',
      '- Ingen: 1 te verlenen, 2 af te wijzen; samen € 600,00.',
      'Samen is dat € 600,00.',
      `wethouder Verzonnen neemt geen deel aan het besluit over ${plans[1]!.number}.`,
    ]);
    expect(await changes()).toEqual({ isCurrent: true, changedNumbers: [], changes: [] });
  });

  it('tells when it no longer holds, before anybody registers a resolution', async () => {
    const { id, number } = plans[2]!;
    const version = await versionOf(townHall, plans[2]!);
    const path = `/v1/applications/${id}/remainder-choice`;
    expectStatus(await townHall.preparer.put(path, { version, body: { declinesPart: true } }), 200);
    const told = (await changes()) as { isCurrent: boolean; changes: string[] };
    // Who gets nothing loses nothing by wanting no part.
    expect(told).toEqual({
      ...{ isCurrent: true, changedNumbers: [] },
      changes: [`${number}: veranderd is of de aanvrager een deel wil.`],
    });
    const resident = await townHall.person('aanvrager-0', 'resident');
    const withdrawal = { version: await versionOf(townHall, plans[0]!) };
    expectStatus(await resident.post(`/v1/applications/${plans[0]!.id}/withdrawal`, withdrawal), 200);
    expect(await changes()).toMatchObject({
      isCurrent: false,
      changedNumbers: plans.map((plan) => plan.number),
      changes: expect.arrayContaining([expect.stringContaining(`${plans[0]!.number} is ingetrokken`)]),
    });
    plans = [await scheme.apply('2019-03-01', 600), plans[1]!, plans[2]!];
    townHall.today('2019-06-05');
  });

  it('can be about some, decided on one by one, unless that would decide about others', async () => {
    const unknown = await prepare<Answer['body']>({
      applicationIds: ['019a0000-0000-7000-8000-000000000001'],
    });
    expectRefusal(unknown, 409, 'nothing-to-propose');
    // The second does not fit and stops the order: without it the third would get money.
    const alone = await prepare<Answer['body']>({ applicationIds: [plans[1]!.id] });
    expectRefusal(alone, 409, 'decides-others');
    expect(alone.body['detail']).toContain(plans[2]!.number);
    const first = expectStatus(await prepare({ applicationIds: [plans[0]!.id] }), 201);
    expect(first.lines.map(({ applicationId }) => applicationId)).toEqual([plans[0]!.id]);
    expectStatus(await scheme.decide(first, '2019-06-11'), 200);
    townHall.today('2019-06-12');
    list = expectStatus(await prepare(), 201);
    expect(list.lines.map(({ proposedCents }) => proposedCents)).toEqual([0, 0]);
  });

  it('is not decided on so that a later list would grant what the regulation refuses', async () => {
    const deferred = (plan: ApplicationAnswer) => ({
      ...{ applicationId: plan.id, outcome: 'deferred', reason: 'Eerst vragen of het nog speelt.' },
    });
    const [, stopping, behind] = plans;
    const refused = await withoutTrace(townHall.service, () =>
      scheme.decide(list, '2019-06-13', { lines: [deferred(behind!)] }),
    );
    expectRefusal(refused, 409, 'decides-others');
    expect(refused.body['detail']).toContain(`Beslis ook over ${behind!.number}, of houd ook`);
    const both = [deferred(stopping!), deferred(behind!)];
    expectStatus(await scheme.decide(list, '2019-06-13', { lines: both }), 200);
    list = expectStatus(await prepare(), 201);
    expect(list.lines.map(({ proposedCents }) => proposedCents)).toEqual([0, 0]);
  });

  it('keeps who took no part in the end, and sends all letters together', async () => {
    const took = [{ memberName: 'burgemeester Verzonnen' }];
    const empty = await townHall.registrar.post(`/v1/college-lists/${list.id}/announcement`, {
      ...{ version: list.version, body: { sentOn: '2019-06-12' } },
    });
    expectRefusal(empty, 409, 'no-letters-ready');
    const decided = expectStatus(
      await scheme.decide(list, '2019-06-18', { abstentions: took }),
      200,
    ) as unknown as WholeList;
    expect(decided.abstentions).toEqual([{ memberName: 'burgemeester Verzonnen', applicationIds: [] }]);
    const send = (version: number, key?: string) =>
      townHall.registrar.post(`/v1/college-lists/${list.id}/announcement`, {
        ...{ version, body: { sentOn: '2019-06-18' }, ...(key && { key }) },
      });
    expectRefusal(await send(list.version), 412, 'precondition-failed');
    const key = '0d5c9b7e-1111-4a6e-9d51-8e1a5a4c0001';
    const sent = expectStatus(await send(decided.version, key), 200);
    expect(sent).toEqual({ listId: list.id, sentOn: '2019-06-18', electronicCount: 1, postCount: 1 });
    expect(expectStatus(await send(decided.version, key), 200)).toEqual(sent);
    for (const plan of plans.slice(1)) {
      const letters = await lettersOf(townHall.registrar, plan.id);
      expect(letters.at(-1)).toMatchObject({ kind: 'refusal', sentOn: '2019-06-18' });
    }
    expectRefusal(await send(decided.version), 409, 'no-letters-ready');
  });
});
