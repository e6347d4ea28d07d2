import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  expectRefusal,
  lettersOf,
  prepareList,
  register,
} from '../support/case-steps.ts';
import type { TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

/** Everything in which somebody outside the town hall could see that a decision was taken. */
interface Seen {
  readonly application: unknown;
  readonly inLists: unknown;
  readonly timeline: unknown;
  readonly nextDeadline: unknown;
}

interface Items<Item> {
  readonly items: readonly Item[];
}

let townHall: TownHall;
let application: ApplicationAnswer;
let adviser: TestCaller;

beforeAll(async () => {
  townHall = await openTownHall();
  adviser = await townHall.personOf(['maurik'], 'dorpsraad', 'village-adviser');
  [application] = (await townHall.judged('maurik', 85_000)) as [ApplicationAnswer];
});
afterAll(() => townHall.close());

const withoutVersion = (answer: ApplicationAnswer): object => ({ ...answer, version: null });

async function seenBy(caller: TestCaller, ...lists: readonly string[]): Promise<Seen> {
  const path = `/v1/applications/${application.id}`;
  const read = async <Body>(where: string) => (await caller.get<Body>(where)).body;
  const inLists = await Promise.all(lists.map((list) => read<Items<ApplicationAnswer>>(list)));
  const overview = await read<{ application: ApplicationAnswer; nextDeadline: unknown }>(`${path}/overview`);
  const own = withoutVersion(await read<ApplicationAnswer>(path));
  expect(withoutVersion(overview.application)).toEqual(own);
  return {
    application: own,
    inLists: inLists.map(({ items }) => items.map(withoutVersion)),
    timeline: (await read<Items<unknown>>(`${path}/timeline`)).items,
    nextDeadline: overview.nextDeadline,
  };
}

describe('A decision that was not announced yet', () => {
  const worklists = ['complete', 'decided'].map((status) => `/v1/work-list?status=${status}`);

  it('shows in nothing that the applicant or the village reads, and in all of it afterwards', async () => {
    const { resident, preparer, registrar } = townHall;
    const bothSee = async () => [
      await seenBy(resident, '/v1/applications'),
      await seenBy(adviser, '/v1/work-list', ...worklists),
    ];
    const before = await bothSee();
    expect(before[0]).toMatchObject({
      application: { status: 'complete', statusName: 'volledig, in behandeling' },
      nextDeadline: { kind: 'decision' },
    });
    expect((await register(registrar, await prepareList(preparer, ['maurik']))).status).toBe(200);
    expect(await bothSee()).toEqual(before);
    const { body: official } = await preparer.get<Items<unknown>>(worklists[1]!);
    expect(official.items).toMatchObject([{ id: application.id, status: 'decided' }]);

    const { version } = (await resident.get<ApplicationAnswer>(`/v1/applications/${application.id}`)).body;
    const late = await resident.post(`/v1/applications/${application.id}/withdrawal`, { version });
    expectRefusal(late, 409, 'step-not-possible');
    expect(JSON.stringify(late.body)).not.toContain('besloten');

    const letter = (await lettersOf(registrar, application.id)).find(({ kind }) => kind === 'grant')!;
    const body = { sentOn: '2019-06-11', channel: 'post' };
    await registrar.post(`/v1/letters/${letter.id}/announcement`, { version: 1, body });
    for (const after of await bothSee()) {
      expect(after.application).toMatchObject({ status: 'announced' });
      expect(JSON.stringify(after.timeline)).toContain('"decide"');
    }
  });
});
