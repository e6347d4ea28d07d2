import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationAnswer, expectRefusal, faultsOf, submit } from '../support/case-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Handover extends Record<string, unknown> {
  readonly fingerprint: string;
  readonly handedOverCount: number;
  readonly leftCount: number;
  readonly lines: readonly { number: string; receiverSubject: string | null }[];
}

let service: TestService;
let kees: TestCaller;
let bram: TestCaller;
let desk: ApplicationAnswer[];

const reason = 'Kees gaat met pensioen.';

async function assign(subject: string, { id }: ApplicationAnswer): Promise<void> {
  const path = `/v1/applications/${id}`;
  const { version } = (await bram.get<{ version: number }>(path)).body;
  const body = { assignee: { subject, name: subject } };
  expect((await bram.put(`${path}/assignment`, { version, body })).status).toBe(200);
}

async function assigneeOf({ id }: ApplicationAnswer): Promise<string> {
  const { body } = await bram.get<{ items: { assigneeSubject: string }[] }>(
    `/v1/applications/${id}/assignments`,
  );
  return body.items.at(-1)!.assigneeSubject;
}

beforeAll(async () => {
  service = await startTestService();
  [kees, bram] = [await service.as('kees'), await service.as('bram')];
  for (const person of ['kees', 'bram', 'noor', 'farid', 'mees']) {
    await (await service.as(person)).get('/v1/substitutions');
  }
  desk = [
    await submit(await service.as('fenna')),
    await submit(await service.as('gijs')),
    await submit(await service.as('zeynep'), { kernCode: 'zoelen' }),
  ];
  for (const application of desk) await assign('kees', application);
  const recusal = { reason: 'De aanvrager is mijn zus.' };
  await (await service.as('mees')).post(`/v1/applications/${desk[2]!.id}/recusals`, { body: recusal });
});
afterAll(() => service.stop());

const preview = (caller: TestCaller, body: object) =>
  caller.post<Handover>('/v1/desk-handovers/preview', { body });
const handOver = (caller: TestCaller, body: object) => caller.post<Handover>('/v1/desk-handovers', { body });

describe('Kees retires, and hands over his desk', () => {
  it('after he has seen who gets what: nobody what an interest keeps away', async () => {
    const { body } = await preview(kees, { receivers: [{ subject: 'mees' }, { subject: 'noor' }] });
    expect(body.lines.map(({ receiverSubject }) => receiverSubject)).toEqual(['mees', 'noor', 'noor']);
    expect(body).toMatchObject({ handedOverCount: 3, leftCount: 0 });
    const { body: barred } = await preview(kees, { receivers: [{ subject: 'mees' }] });
    expect(barred.lines.map(({ receiverSubject }) => receiverSubject)).toEqual(['mees', 'mees', null]);
    expect(await assigneeOf(desk[0]!)).toBe('kees');
  });

  it('and not when somebody cannot have it, the desk has changed, or it is not his', async () => {
    const receivers = [{ subject: 'farid' }, { subject: 'niemand' }, { subject: 'kees' }];
    const refused = await preview(kees, { receivers });
    expectRefusal(refused, 400, 'receiver-not-possible');
    expect(Object.keys(faultsOf(refused))).toEqual([0, 1, 2].map((place) => `/receivers/${place}/subject`));
    expectRefusal(
      await preview(kees, { receivers: [{ subject: 'bram', kernCodes: ['nergens'] }] }),
      400,
      'kern-unknown',
    );
    const another = { fromSubject: 'kees', receivers: [{ subject: 'bram' }] };
    expectRefusal(await preview(bram, another), 403, 'not-allowed');
    expectRefusal(await preview(await service.as('fenna'), another), 403, 'not-allowed');
    const only = { receivers: [{ subject: 'mees' }] };
    const { fingerprint } = (await preview(kees, only)).body;
    expectRefusal(await handOver(kees, { ...only, reason, fingerprint }), 409, 'desk-not-whole');
    const stale = 'f'.repeat(64);
    expectRefusal(
      await handOver(kees, { ...only, reason, fingerprint: stale, leaveOthers: true }),
      409,
      'desk-changed',
    );
    const short = await handOver(kees, { ...only, reason: 'Zo.', fingerprint });
    expect(faultsOf(short)).toEqual({ '/reason': 'too-short' });
    for (const application of desk) expect(await assigneeOf(application)).toBe('kees');
  });

  it('at once, with the reason at each case, and with the work that waits', async () => {
    const receivers = [{ subject: 'mees', kernCodes: ['ingen'] }];
    const { fingerprint } = (await preview(kees, { receivers })).body;
    const done = await handOver(kees, { receivers, reason, fingerprint, leaveOthers: true });
    expect(done.body).toMatchObject({ handedOverCount: 2, leftCount: 1 });
    expect(await Promise.all(desk.map(assigneeOf))).toEqual(['mees', 'mees', 'kees']);
    const history = await bram.get<{ items: object[] }>(`/v1/applications/${desk[0]!.id}/assignments`);
    expect(history.body.items.at(-1)).toMatchObject({ assigneeSubject: 'mees', assignedBy: 'kees', reason });
    const work = await (await service.as('mees')).get<{ items: { number: string }[] }>('/v1/my-work');
    expect([...new Set(work.body.items.map(({ number }) => number))]).toEqual([
      desk[0]!.number,
      desk[1]!.number,
    ]);
    // An administrator does the rest, who sees numbers and no names.
    const bas = await service.as('bas');
    const rest = { fromSubject: 'kees', receivers: [{ subject: 'bram' }] };
    const seen = (await preview(bas, rest)).body;
    expect((await handOver(bas, { ...rest, reason, fingerprint: seen.fingerprint })).status).toBe(200);
    expectRefusal(await handOver(bas, { ...rest, reason, fingerprint: seen.fingerprint }), 409, 'desk-empty');
    const log = await (
      await service.as('aagje')
    ).get<{ items: object[] }>('/v1/audit-entries?action=desk:hand-over&limit=100');
    expect(log.body.items).toContainEqual(expect.objectContaining({ actorSubject: 'bas', outcome: 'done' }));
  });
});
