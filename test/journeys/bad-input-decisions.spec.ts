import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  faultsOf,
  type ListAnswer,
  paperApplication,
  prepareList,
  register,
  regulationCode,
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

async function refusedLines(
  list: ListAnswer,
  lines: readonly Record<string, unknown>[],
  faults: Record<string, string>,
): Promise<void> {
  const answer = await withoutTrace(service, () => register(registrar, list, { lines }));
  expectRefusal(answer, 400, 'lines-do-not-match');
  expect(faultsOf(answer)).toEqual(faults);
}

describe('A resolution that does not fit the list', () => {
  let list: ListAnswer;
  let applicationId: string;

  beforeAll(async () => {
    [{ id: applicationId }] = (await townHall.judged('ingen', 85_000)) as [ApplicationAnswer];
    list = await prepareList(preparer, ['ingen']);
  });

  it('is refused when it is about an application that is not on the list', async () => {
    const elsewhere = '019a0000-0000-7000-8000-000000000001';
    await refusedLines(list, [{ applicationId: elsewhere, outcome: 'deferred', reason }], {
      '/lines/0/applicationId': 'not-on-list',
    });
  });

  it('is refused when it names an application twice', async () => {
    await refusedLines(
      list,
      [
        { applicationId, outcome: 'as-proposed' },
        { applicationId, outcome: 'deferred', reason },
      ],
      { '/lines/1/applicationId': 'twice' },
    );
  });

  it('is refused when it does not say why, what or how much the college decided otherwise', async () => {
    await refusedLines(list, [{ applicationId, outcome: 'changed' }], {
      '/lines/0/reason': 'required',
      '/lines/0/kind': 'required',
      '/lines/0/grantedCents': 'required',
    });
    await refusedLines(list, [{ applicationId, outcome: 'deferred' }], { '/lines/0/reason': 'required' });
  });

  it('is refused when amount and outcome contradict each other', async () => {
    const contradictions: [kind: string, grantedCents: number, fault: string][] = [
      ['refusal', 1, 'amount-does-not-fit-kind'],
      ['grant', 0, 'amount-does-not-fit-kind'],
      ['partial-grant', 0, 'amount-does-not-fit-kind'],
      ['partial-grant', 85_000, 'amount-does-not-fit-kind'],
      ['grant', 85_001, 'more-than-requested'],
    ];
    for (const [kind, grantedCents, fault] of contradictions) {
      const line = { applicationId, outcome: 'changed', kind, grantedCents, reason };
      await refusedLines(list, [line], { '/lines/0': fault });
    }
  });

  it('is refused when a line that was decided as proposed, or put off, names an amount all the same', async () => {
    const amount = { kind: 'refusal', grantedCents: 0 };
    await refusedLines(list, [{ applicationId, outcome: 'as-proposed', ...amount, reason }], {
      '/lines/0/kind': 'does-not-belong',
      '/lines/0/grantedCents': 'does-not-belong',
      '/lines/0/reason': 'does-not-belong',
    });
    await refusedLines(list, [{ applicationId, outcome: 'deferred', reason, ...amount }], {
      '/lines/0/kind': 'does-not-belong',
      '/lines/0/grantedCents': 'does-not-belong',
    });
  });

  it('is refused when the college met in the future, or before the list was made', async () => {
    for (const resolutionDate of ['2019-06-12', '2019-06-10', '1900-01-01', '2199-12-31']) {
      const answer = await withoutTrace(service, () => register(registrar, list, { resolutionDate }));
      expectRefusal(answer, 400, 'resolution-date-impossible');
    }
  });

  it('is refused without the version of the list, with an old one, and with something that is no version', async () => {
    const body = { number: 'B&W 2019-24', resolutionDate: '2019-06-11' };
    const path = `/v1/college-lists/${list.id}/resolution`;
    expectRefusal(
      await withoutTrace(service, () => registrar.post(path, { body })),
      428,
      'precondition-required',
    );
    const stale = await withoutTrace(service, () =>
      registrar.post(path, { body, version: list.version + 1 }),
    );
    expectRefusal(stale, 412, 'precondition-failed');
    const headers = { 'if-match': '*' };
    const any = await withoutTrace(service, () => registrar.post(path, { body, headers }));
    expectRefusal(any, 400, 'malformed-if-match');
  });

  it('is not registered by who made the list, or by who judged an application on it', async () => {
    const both = await townHall.person('kernregisseur', 'kernregisseur', 'registrar');
    const alsoJudge = await townHall.person('beoordelaar', 'assessor', 'registrar');
    for (const caller of [both, alsoJudge]) {
      expectRefusal(await withoutTrace(service, () => register(caller, list)), 403, 'same-person');
    }
    for (const caller of [preparer, assessor]) {
      expectRefusal(await withoutTrace(service, () => register(caller, list)), 403, 'not-allowed');
    }
  });

  it('is not seen by the kernregisseur of other kernen', async () => {
    const stranger = await townHall.personOf(['ravenswaaij'], 'elders', 'kernregisseur');
    expectRefusal(await stranger.get(`/v1/college-lists/${list.id}`), 404, 'college-list-not-found');
    expect((await stranger.get('/v1/college-lists')).body).toMatchObject({ items: [] });
  });

  it('is registered once', async () => {
    expect((await register(registrar, list)).status).toBe(200);
    const again = await withoutTrace(service, () =>
      register(registrar, { ...list, version: list.version + 1 }),
    );
    expectRefusal(again, 409, 'list-already-resolved');
    expectRefusal(await withoutTrace(service, () => register(registrar, list)), 412, 'precondition-failed');
    const nothingLeft = await withoutTrace(service, () =>
      preparer.post('/v1/college-lists', { body: { regulationCode, kernCodes: ['ingen'] } }),
    );
    expectRefusal(nothingLeft, 409, 'nothing-to-propose');
  });
});

describe('The ceiling of a kern', () => {
  it('is not passed by a resolution that gives more than was proposed', async () => {
    const [, second] = await townHall.judged('zoelen', 150_000, 85_000);
    const list = await prepareList(preparer, ['zoelen']);
    expect(list.lines.map((line) => line.proposedCents)).toEqual([150_000, 50_000]);
    const more = {
      applicationId: second!.id,
      outcome: 'changed',
      kind: 'partial-grant',
      grantedCents: 50_001,
      reason,
    };
    const answer = await withoutTrace(service, () => register(registrar, list, { lines: [more] }));
    expectRefusal(answer, 409, 'ceiling-reached');
  });

  it('keeps what an application was to get for it when the college puts that application off', async () => {
    const [first, second] = await townHall.judged('asch', 150_000, 85_000);
    const list = await prepareList(preparer, ['asch']);
    const deferred = { applicationId: first!.id, outcome: 'deferred', reason };
    const all = {
      applicationId: second!.id,
      outcome: 'changed',
      kind: 'grant',
      grantedCents: 85_000,
      reason,
    };
    const answer = await withoutTrace(service, () => register(registrar, list, { lines: [deferred, all] }));
    expectRefusal(answer, 409, 'ceiling-reached');
    expect((await register(registrar, list, { lines: [deferred] })).status).toBe(200);
    const next = await prepareList(preparer, ['asch']);
    expect(next.lines).toMatchObject([{ applicationId: first!.id, kind: 'grant', proposedCents: 150_000 }]);
  });
});

describe('A list on which something has changed since', () => {
  it('is out of date when an applicant has withdrawn', async () => {
    const [, second] = await townHall.judged('buren', 150_000, 85_000);
    const list = await prepareList(preparer, ['buren']);
    await resident.post(`/v1/applications/${second!.id}/withdrawal`, { version: second!.version });
    expectRefusal(await withoutTrace(service, () => register(registrar, list)), 409, 'list-stale');
  });

  it('is out of date when an application that goes before has been entered', async () => {
    await townHall.judged('erichem', 150_000);
    const list = await prepareList(preparer, ['erichem']);
    const paper = await preparer.post<ApplicationAnswer>('/v1/paper-applications', {
      body: paperApplication({ kernCode: 'erichem' }),
    });
    await assess(assessor, paper.body);
    expectRefusal(await withoutTrace(service, () => register(registrar, list)), 409, 'list-stale');
  });
});

describe('An application on which has been decided', () => {
  it('can no longer be withdrawn, completed, judged or asked to be completed', async () => {
    const [application] = await townHall.judged('maurik', 85_000);
    const { id } = application!;
    await register(registrar, await prepareList(preparer, ['maurik']));
    const { body } = await preparer.get<ApplicationAnswer>(`/v1/applications/${id}`);
    expect(body.status).toBe('decided');
    const { version } = body;
    const withdrawal = () => resident.post(`/v1/applications/${id}/withdrawal`, { version });
    expectRefusal(await withoutTrace(service, withdrawal), 409, 'step-not-possible');
    const supplement = () =>
      resident.post(`/v1/applications/${id}/supplements`, { version, body: { explanation: 'Nog iets.' } });
    expectRefusal(await withoutTrace(service, supplement), 409, 'step-not-possible');
    const finding = () =>
      assessor.put(`/v1/applications/${id}/findings/meeting`, {
        version,
        body: { outcome: 'not-met', reason: 'Bij nader inzien toch niet.' },
      });
    expectRefusal(await withoutTrace(service, finding), 409, 'assessment-closed');
    const question = () =>
      preparer.post(`/v1/applications/${id}/completion-requests`, {
        version,
        body: { items: [{ what: 'Een begroting', why: 'Om te kunnen rekenen.' }] },
      });
    expectRefusal(await withoutTrace(service, question), 409, 'step-not-possible');
  });
});
