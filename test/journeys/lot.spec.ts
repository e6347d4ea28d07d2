import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lot } from '../../src/decisions/domain/distribution/lot.ts';
import { assess, paperApplication, regulationCode, type ApplicationAnswer } from '../support/case-steps.ts';
import type { TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

interface DrawnList {
  readonly lotSeed: string | null;
  readonly lines: readonly { applicationId: string; applicationNumber: string; byLot: boolean }[];
}

let townHall: TownHall;
let preparer: TestCaller;

const makeList = async (kernCode: string): Promise<DrawnList> => {
  const answer = await preparer.post<DrawnList>('/v1/college-lists', {
    body: { regulationCode, kernCodes: [kernCode] },
  });
  expect(answer.status).toBe(201);
  return answer.body;
};

/** Applications that were complete on one and the same day. */
const onOneDay = async (kernCode: string, count: number): Promise<ApplicationAnswer[]> => {
  const applications: ApplicationAnswer[] = [];
  for (let index = 0; index < count; index += 1) {
    const body = paperApplication({ kernCode });
    const { body: application } = await townHall.assessor.post<ApplicationAnswer>('/v1/paper-applications', {
      body,
    });
    const version = await assess(townHall.assessor, application);
    applications.push({ ...application, version });
  }
  return applications;
};

beforeAll(async () => {
  townHall = await openTownHall();
  ({ preparer } = townHall);
});
afterAll(() => townHall.close());

describe('The lot between applications of the same day', () => {
  it('is not drawn while people can still apply, so that nobody can know it', async () => {
    townHall.today('2019-03-05');
    const [application] = await onOneDay('asch', 1);
    const body = { outcome: 'not-met', reason: 'Dit is een feest.' };
    const path = `/v1/applications/${application!.id}/findings/not-a-party`;
    expect((await townHall.assessor.put(path, { version: application!.version, body })).status).toBe(200);
    expect((await makeList('asch')).lotSeed).toBeNull();
  });

  it('is drawn once, however often and by however many at once the list is made', async () => {
    await onOneDay('zoelen', 3);
    await onOneDay('ingen', 3);
    townHall.today('2019-06-11');
    const lists = await Promise.all([1, 2, 3, 4].map(() => makeList('zoelen')));
    for (let again = 0; again < 4; again += 1) lists.push(await makeList('zoelen'));
    const seeds = new Set([...lists, await makeList('ingen')].map(({ lotSeed }) => lotSeed));
    expect(seeds.size).toBe(1);
    const orders = lists.map(({ lines }) => lines.map(({ applicationNumber }) => applicationNumber).join());
    expect(new Set(orders).size).toBe(1);
    const { lotSeed, lines } = lists[0]!;
    expect(lines.map(({ byLot }) => byLot)).toEqual([true, true, true]);
    const lots = lines.map(({ applicationNumber }) => lot(lotSeed!, applicationNumber));
    expect(lots).toEqual([...lots].sort());
    const auditor = await townHall.person('controleur', 'auditor');
    const { body } = await auditor.get<{ items: { detail: string }[] }>('/v1/audit-entries?action=lot:draw');
    expect(body.items).toHaveLength(1);
    expect(JSON.stringify(body.items[0])).toContain(lotSeed);
  });
});
