import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationAnswer, submit } from '../support/case-steps.ts';
import { deadlinesOf, publishAlwaysOpen } from '../support/clock-steps.ts';
import { runOperatorCommand } from '../support/operator-command.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface DueItem {
  readonly applicationId: string;
  readonly number: string;
  readonly kernCode: string;
  readonly kind: string;
  readonly lastDate: string;
  readonly urgency: string;
  readonly costsMoney: boolean;
  readonly accruedCents: number;
}

interface DuePage {
  readonly items: readonly DueItem[];
  readonly next: string | null;
}

let service: TestService;
let applicant: TestCaller;
let assessor: TestCaller;
let first: ApplicationAnswer;

const today = (day: string) => service.clock.set(new Date(`${day}T08:00:00Z`));
const list = async (reader: TestCaller, query = ''): Promise<readonly DueItem[]> => {
  const { status, body } = await reader.get<DuePage>(`/v1/due-dates${query}`);
  expect(status).toBe(200);
  return body.items;
};
const lines = (items: readonly DueItem[]) =>
  items.map(({ number, kind, lastDate, urgency }) => `${number.slice(-1)} ${kind} ${lastDate} ${urgency}`);

beforeAll(async () => {
  service = await startTestService('2019-01-02T08:00:00Z');
  applicant = await service.as('fenna');
  assessor = await service.as('bram');
  await publishAlwaysOpen(service, 'doorlopend', { answerTargetWorkingDays: 10 });
  today('2019-03-04');
  const regulationCode = 'doorlopend';
  first = await submit(applicant, { regulationCode, kernCode: 'ingen' });
  today('2019-03-11');
  await submit(applicant, { regulationCode, kernCode: 'maurik' });
  await submit(applicant, { regulationCode, kernCode: 'ingen' });
});
afterAll(() => service.stop());

describe('The list of what is due', () => {
  it('has what comes first first, and tells how much haste there is', async () => {
    today('2019-03-12');
    expect(lines(await list(assessor))).toEqual([
      '1 answer-target 2019-03-18 this-week',
      ...expectedTargets(),
      '1 decision 2019-04-29 later',
      ...expectedDecisions(),
    ]);
  });

  it('is read page by page, and can be narrowed to a kern, a kind and a day', async () => {
    const seen: DueItem[] = [];
    let path: string | null = '/v1/due-dates?limit=2';
    while (path !== null) {
      const { body }: { body: DuePage } = await assessor.get<DuePage>(path);
      seen.push(...body.items);
      path = body.next;
    }
    expect(seen).toEqual(await list(assessor));
    expect(seen.length).toBe(6);
    expect((await list(assessor, '?kernCode=maurik')).map(({ kernCode }) => kernCode)).toEqual([
      'maurik',
      'maurik',
    ]);
    expect((await list(assessor, '?kind=decision')).length).toBe(3);
    expect((await list(assessor, '?kind=decision&untilDate=2019-04-29')).length).toBe(1);
    expect(await list(assessor, '?kind=payment')).toEqual([]);
  });

  it('shows a kernregisseur the own kernen, finance what costs money, and residents nothing', async () => {
    const kees = await list(await service.as('kees'));
    expect(new Set(kees.map(({ kernCode }) => kernCode))).toEqual(new Set(['ingen']));
    expect(await list(await service.as('farid'))).toEqual([]);
    expect((await applicant.get('/v1/due-dates')).status).toBe(403);
  });

  it('keeps what is late until it is done, and tells what lateness costs', async () => {
    today('2019-04-30');
    const { version } = await deadlinesOf(applicant, first.id);
    const notice = `/v1/applications/${first.id}/default-notice`;
    expect((await applicant.post(notice, { version, body: {} })).status).toBe(201);
    today('2019-05-20');
    const late = (await list(assessor)).filter(({ number }) => number === first.number);
    expect(lines(late)).toEqual([
      '1 answer-target 2019-03-18 late',
      '1 decision 2019-04-29 late',
      '1 default-notice 2019-05-14 late',
      '1 penalty 2019-06-25 later',
      '1 penalty-decision 2019-07-09 later',
    ]);
    expect(late[2]).toMatchObject({ costsMoney: true, accruedCents: 11_500 });
    const farid = await list(await service.as('farid'));
    expect(farid.map(({ kind }) => kind)).toEqual(['default-notice', 'penalty', 'penalty-decision']);
  });

  it('is where the work list finds what is due next', async () => {
    const { body } = await assessor.get<{ items: { number: string; nextDue: DueItem | null }[] }>(
      '/v1/work-list',
    );
    expect(body.items[0]?.nextDue).toMatchObject({ kind: 'answer-target', urgency: 'late' });
  });

  it('loses what belongs to an application that was withdrawn', async () => {
    const { version } = await deadlinesOf(applicant, first.id);
    await applicant.post(`/v1/applications/${first.id}/withdrawal`, { version });
    expect((await list(assessor)).filter(({ number }) => number === first.number)).toEqual([]);
  });
});

describe('The due dates that are stored', () => {
  const verify = (...parameters: string[]) =>
    runOperatorCommand('verify-deadlines', parameters, {
      ...service.keys,
      DATABASE_URL: service.database.serviceUrl,
    });

  it('are the ones that are computed again, and a difference is found and repaired', async () => {
    expect(await verify()).toMatchObject({ code: 0, output: expect.stringContaining('3 zaken nagerekend') });
    await service.database.asOwner("UPDATE due_date SET due_on = '2019-01-01' WHERE kind = 'decision'");
    const faults = await verify();
    expect(faults.code).not.toBe(0);
    expect(faults.output).toContain('De termijnen van 2 zaken kloppen niet');
    expect((await verify('--repair')).output).toContain('2 van 3 zaken opnieuw berekend');
    expect((await verify()).code).toBe(0);
  }, 60_000);
});

function expectedTargets(): string[] {
  return ['2 answer-target 2019-03-25 later', '3 answer-target 2019-03-25 later'];
}

function expectedDecisions(): string[] {
  return ['2 decision 2019-05-06 later', '3 decision 2019-05-06 later'];
}
