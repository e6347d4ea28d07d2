import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  expectRefusal,
  type LetterAnswer,
  lettersOf,
  prepareList,
  register,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import {
  type Answer,
  completeApplication,
  type TestCaller,
  type TestService,
} from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

let townHall: TownHall;
let service: TestService;
let resident: TestCaller;
let preparer: TestCaller;
let roos: TestCaller;
let daan: TestCaller;

beforeAll(async () => {
  townHall = await openTownHall();
  ({ service, resident, preparer } = townHall);
  roos = await townHall.person('roos', 'registrar');
  daan = await townHall.person('daan', 'registrar');
});

afterAll(() => townHall.close());

const times = <T>(count: number, each: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => each(i));
const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

async function caseNumbers(): Promise<string[]> {
  const rows = await service.database.asOwner<{ number: string }>(
    'SELECT number FROM application WHERE number IS NOT NULL ORDER BY number',
  );
  return rows.map(({ number }) => number);
}

/** What the ledger of a kern holds of commitments, and whether that agrees with balance and ceiling. */
async function commitments(kernCode: string): Promise<number[]> {
  const rows = await service.database.asOwner<{ amounts: number[]; sound: boolean }>(
    `SELECT coalesce(json_agg(e.amount_cents) FILTER (WHERE e.movement = 'commit'), '[]') AS amounts,
      coalesce(sum(e.amount_cents) FILTER (WHERE e.movement = 'commit'), 0) = b.committed_cents
        AND b.committed_cents + b.available_cents = 200000 AS sound
    FROM budget b JOIN kern k ON k.id = b.kern_id
      JOIN ledger_entry e ON e.budget_id = b.id
    WHERE k.code = $1 GROUP BY b.id`,
    [kernCode],
  );
  expect(rows[0]!.sound).toBe(true);
  return rows[0]!.amounts;
}

describe('Applying', () => {
  it('twenty times at once with one key makes one application with one case number', async () => {
    const key = randomUUID();
    const before = (await caseNumbers()).length;
    const body = completeApplication();
    const answers = await Promise.all(times(20, () => resident.post('/v1/applications', { key, body })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(statusesOf(answers)).toEqual(times(20, () => 201));
    expect((await caseNumbers()).length).toBe(before + 1);
  });

  it('again with the key of another application is refused; the key of somebody else is another key', async () => {
    const key = randomUUID();
    await resident.post('/v1/applications', { key, body: completeApplication() });
    const other = completeApplication({ title: 'Iets heel anders' });
    const answer = await withoutTrace(service, () => resident.post('/v1/applications', { key, body: other }));
    expectRefusal(answer, 409, 'idempotency-key-reused');
    const neighbour = await townHall.person('buur', 'resident');
    expect((await neighbour.post('/v1/applications', { key, body: other })).status).toBe(201);
  });

  it('at the same time, of which some fail, leaves no gap in the case numbers', async () => {
    const bodies = times(30, (index) => {
      if (index % 5 === 1) return completeApplication({ kernCode: 'elders' });
      if (index % 5 === 3) return completeApplication({ activityStartsOn: '2019-10-01' });
      return completeApplication({ title: `Plan ${index}` });
    });
    const answers = await Promise.all(bodies.map((body) => resident.post('/v1/applications', { body })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(18);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(12);
    const numbers = await caseNumbers();
    expect(numbers).toEqual(numbers.map((_, index) => `LB-2019-${String(index + 1).padStart(6, '0')}`));
  });

  it('with one draft from ten windows at once submits it once', async () => {
    const { id, version } = await submit(resident, { intent: 'draft' });
    const path = `/v1/applications/${id}/submission`;
    const answers = await Promise.all(times(10, () => resident.post(path, { version })));
    expect(statusesOf(answers)).toEqual([200, ...times(9, () => 412)]);
    expect(await lettersOf(resident, id)).toHaveLength(1);
  });
});

describe('Deciding', () => {
  it('on one list by two registrars at once is done once', async () => {
    await townHall.judged('lienden', 85_000);
    const list = await prepareList(preparer, ['lienden']);
    const answers = await Promise.all([register(roos, list), register(daan, list), register(roos, list)]);
    expect(statusesOf(answers)).toEqual([200, 412, 412]);
    expect(await commitments('lienden')).toEqual([85_000]);
  });

  it('on two lists about the same applications at once takes one of them, and never more than the ceiling', async () => {
    const [first] = await townHall.judged('zoelen', 150_000, 85_000);
    const one = await prepareList(preparer, ['zoelen']);
    const other = await prepareList(preparer, ['zoelen']);
    const changed = { applicationId: first!.id, outcome: 'deferred', reason: 'Het college wil meer weten.' };
    const answers = await Promise.all([register(roos, one), register(daan, other, { lines: [changed] })]);
    expect(statusesOf(answers)).toEqual([200, 409]);
    expectRefusal(
      answers.find(({ status }) => status === 409)!,
      409,
      'list-stale',
    );
    const committed = await commitments('zoelen');
    expect(committed.reduce((sum, amount) => sum + amount, 0)).toBeLessThanOrEqual(200_000);
  });

  it('while the applicant withdraws either decides or lets it be withdrawn, and never half of each', async () => {
    for (const kernCode of ['asch', 'buren', 'erichem', 'maurik']) {
      const [application] = await townHall.judged(kernCode, 85_000);
      const { id, version } = application!;
      const list = await prepareList(preparer, [kernCode]);
      const [withdrawal, resolution] = await Promise.all([
        resident.post(`/v1/applications/${id}/withdrawal`, { version }),
        register(roos, list),
      ]);
      const { body } = await preparer.get<ApplicationAnswer>(`/v1/applications/${id}`);
      if (resolution.status === 200) {
        expectRefusal(withdrawal, 412, 'precondition-failed');
        expect([body.status, await commitments(kernCode)]).toEqual(['decided', [85_000]]);
      } else {
        expectRefusal(resolution, 409, 'list-stale');
        expect([body.status, await commitments(kernCode)]).toEqual(['withdrawn', []]);
      }
    }
  });
});

describe('A letter', () => {
  it('that two officials announce at once is sent once', async () => {
    townHall.today('2019-03-04');
    const { id, version } = await submit(resident, { iban: undefined });
    const items = [{ what: 'Een rekeningnummer', why: 'Om te kunnen betalen.' }];
    const { body: letter } = await preparer.post<LetterAnswer>(`/v1/applications/${id}/completion-requests`, {
      version,
      body: { items },
    });
    const announce = (caller: TestCaller) =>
      caller.post(`/v1/letters/${letter.id}/announcement`, {
        version: 1,
        body: { sentOn: '2019-03-04', channel: 'post' },
      });
    const answers = await Promise.all([announce(preparer), announce(roos), announce(daan)]);
    expect(statusesOf(answers)).toEqual([200, 412, 412]);
    const { body } = await resident.get<{ items: { kind: string }[] }>(`/v1/applications/${id}/timeline`);
    expect(body.items.filter(({ kind }) => kind === 'ask-completion')).toHaveLength(1);
  });

  it('that is read for the first time by ten people at once is the same for all', async () => {
    const { id } = await submit(resident);
    const [acknowledgement] = await lettersOf(resident, id);
    const path = `/v1/letters/${acknowledgement!.id}/document`;
    const answers = await Promise.all(times(10, (index) => (index % 2 ? resident : preparer).get(path)));
    expect(statusesOf(answers)).toEqual(times(10, () => 200));
    expect(new Set(answers.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
  });
});

describe('Completing an application', () => {
  it('twice at once with what was seen before is done once', async () => {
    const { id, version } = await submit(resident, { iban: undefined });
    const supplement = (iban: string) =>
      resident.post(`/v1/applications/${id}/supplements`, {
        version,
        body: { explanation: 'Mijn IBAN.', iban },
      });
    const answers = await Promise.all([supplement('NL91ABNA0417164300'), supplement('NL20INGB0001234567')]);
    expect(statusesOf(answers)).toEqual([200, 412]);
  });
});
