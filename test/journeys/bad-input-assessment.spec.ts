import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  expectRefusal,
  faultsOf,
  prepareList,
  register,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import type { TestCaller, TestService } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

const reason = 'Het college weegt dit anders.';

let townHall: TownHall;
let service: TestService;
let resident: TestCaller;
let assessor: TestCaller;
let preparer: TestCaller;
let registrar: TestCaller;

beforeAll(async () => {
  townHall = await openTownHall();
  ({ service, resident, assessor, preparer, registrar } = townHall);
});

afterAll(() => townHall.close());

describe('A finding that cannot be', () => {
  it('is refused: of a criterion that the facts decide, or that the regulation does not have', async () => {
    townHall.today('2019-03-04');
    const { id, version } = await submit(resident, { kernCode: 'rijswijk' });
    const find = (criterion: string, change: object = {}) =>
      withoutTrace(service, () =>
        assessor.put(`/v1/applications/${id}/findings/${criterion}`, {
          version,
          body: { outcome: 'met', reason: 'Dat blijkt uit de aanvraag.', ...change },
        }),
      );
    expectRefusal(await find('in-time'), 409, 'criterion-computed');
    for (const criterion of ['smaak', 'constructor', 'toString']) {
      expectRefusal(await find(criterion), 404, 'criterion-unknown');
    }
    const unclear = await find('meeting', { outcome: 'misschien', reason: 'Kort' });
    expect(faultsOf(unclear)).toEqual({ '/outcome': 'not-a-choice', '/reason': 'too-short' });
  });
});

describe('An application that was never completed', () => {
  const items = [{ what: 'Een rekeningnummer', why: 'Om te kunnen betalen.' }];

  /** Asked to complete, and not answered in time. */
  async function unanswered(kernCode: string, change: object): Promise<ApplicationAnswer> {
    townHall.today('2019-05-06');
    const { id, version } = await submit(resident, { kernCode, ...change });
    const path = `/v1/applications/${id}/completion-requests`;
    const letter = await preparer.post<{ id: string }>(path, { version, body: { items } });
    const body = { sentOn: '2019-05-06', channel: 'post' };
    expect(
      (await preparer.post(`/v1/letters/${letter.body.id}/announcement`, { version: 1, body })).status,
    ).toBe(200);
    townHall.today('2019-06-11');
    return (await preparer.get<ApplicationAnswer>(`/v1/applications/${id}`)).body;
  }

  it('is not granted by a changed line: there is nothing yet that could be judged', async () => {
    const none = { iban: undefined, activityStartsOn: undefined, activityEndsOn: undefined };
    const { id } = await unanswered('lienden', none);
    const list = await prepareList(preparer, ['lienden']);
    expect(list.lines).toMatchObject([{ kind: 'left-untreated' }]);
    const line = { applicationId: id, outcome: 'changed', kind: 'grant', grantedCents: 85_000, reason };
    const answer = await withoutTrace(service, () => register(registrar, list, { lines: [line] }));
    expectRefusal(answer, 400, 'lines-do-not-match');
    expect(faultsOf(answer)).toEqual({ '/lines/0': 'not-complete' });
  });

  it('is left untreated also when a second letter was made and never sent', async () => {
    const { id, version } = await unanswered('ommeren', { iban: undefined });
    const second = await preparer.post(`/v1/applications/${id}/completion-requests`, {
      version,
      body: { items },
    });
    expectRefusal(second, 409, 'step-not-possible');
    expect((await register(registrar, await prepareList(preparer, ['ommeren']))).status).toBe(200);
  });

  it('is left untreated also when two letters were made at first and one was never sent', async () => {
    townHall.today('2019-05-06');
    const { id, version } = await submit(resident, { kernCode: 'zoelmond', iban: undefined });
    const path = `/v1/applications/${id}/completion-requests`;
    const first = await preparer.post<{ id: string }>(path, { version, body: { items } });
    const again = await preparer.post(path, { version: version + 1, body: { items } });
    expect(again.status).toBe(201);
    const body = { sentOn: '2019-05-06', channel: 'post' };
    await preparer.post(`/v1/letters/${first.body.id}/announcement`, { version: 1, body });
    townHall.today('2019-06-11');
    expect((await register(registrar, await prepareList(preparer, ['zoelmond']))).status).toBe(200);
  });
});
