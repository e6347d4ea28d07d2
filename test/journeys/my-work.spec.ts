import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  expectRefusal,
  lettersOf,
  paperApplication,
  submit,
} from '../support/case-steps.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { activateWay, ownWay, recordBody, stepsOf } from '../support/way-documents.ts';

interface Item {
  readonly number: string;
  readonly source: string;
  readonly kind: string;
  readonly what: string;
  readonly lastDate: string | null;
  readonly urgency: string | null;
  readonly accruedCents: number;
  readonly consequence: string;
}

let service: TestService;
/** Of Ingen, where a way of its own begins on 11 March; and of Zoelen, where none does. */
let inIngen: ApplicationAnswer;
let inZoelen: ApplicationAnswer;

async function workOf(person: string): Promise<Item[]> {
  const caller = await service.as(person);
  const items: Item[] = [];
  for (let path: string | null = '/v1/my-work?limit=2'; path !== null;) {
    const answer: { status: number; body: { items: Item[]; next: string | null } } = await caller.get(path);
    expect(answer.status).toBe(200);
    items.push(...answer.body.items);
    path = answer.body.next;
  }
  return items;
}

const briefly = (items: readonly Item[]) =>
  items.map(({ number, kind, lastDate }) => `${number} ${kind} ${lastDate}`);

const on = (day: string) => service.clock.set(new Date(`${day}T09:00:00Z`));

beforeAll(async () => {
  service = await startTestService('2019-03-04T09:00:00Z');
  await recordBody(await service.as('bas'), 'ingen', 'dorpsraad');
  const [kees, roos] = [await service.as('kees'), await service.as('roos')];
  await activateWay(kees, roos, 'ingen', ownWay(), '2019-03-11');
  on('2019-03-12');
  inIngen = await submit(await service.as('fenna'));
  inZoelen = await submit(await service.as('zeynep'), { kernCode: 'zoelen' });
});
afterAll(() => service.stop());

async function doStep(person: string, step: string, findings: object): Promise<void> {
  const caller = await service.as(person);
  const { version } = await stepsOf(caller, inIngen.id);
  const path = `/v1/applications/${inIngen.id}/steps/${step}`;
  const answer = await caller.put(path, { version, body: { findings } });
  expect([answer.status, answer.body['detail']]).toEqual([200, undefined]);
}

describe('An official who comes in, in the morning', () => {
  it('sees the steps that wait for the own role and kern, until when, and what follows', async () => {
    expect(await workOf('bram')).toEqual([
      expect.objectContaining({
        ...{ number: inIngen.number, source: 'step', kind: 'controle', what: 'Eerste controle' },
        ...{ lastDate: '2019-03-19', urgency: 'this-week', accruedCents: 0, onBehalfOfName: null },
        consequence: 'Daarvoor zijn 7 dagen. Is de termijn voorbij, dan wachten wij op deze stap.',
      }),
    ]);
    expect(await workOf('kees')).toEqual([]);
    await doStep('bram', 'controle', { outcome: 'positive', findings: 'Alles is er.' });
    expect(await workOf('bram')).toEqual([]);
    expect(briefly(await workOf('kees'))).toEqual([`${inIngen.number} advies 2019-03-26`]);
  });

  it('finds what came by the passing of time alone: no advice, and a proposal that another takes over', async () => {
    on('2019-03-27');
    expect(briefly(await workOf('kees'))).toEqual([`${inIngen.number} voorstel 2019-04-03`]);
    on('2019-04-04');
    expect(briefly(await workOf('kees'))).toEqual([]);
    expect(briefly(await workOf('bram'))).toEqual([`${inIngen.number} voorstel 2019-04-03`]);
    await doStep('bram', 'voorstel', { outcome: 'positive', reason: 'Past bij het dorp.' });
    expect(await workOf('bram')).toEqual([]);
  });

  it('finds letters that lie ready, and supplements that came in, until somebody sent and saw them', async () => {
    const gijs = await service.as('gijs');
    const [kees, roos] = [await service.as('kees'), await service.as('roos')];
    const lacking = await submit(gijs, { iban: undefined });
    const path = `/v1/applications/${lacking.id}`;
    const body = { items: [{ what: 'Een rekeningnummer', why: 'Om te kunnen betalen.' }] };
    await kees.post(`${path}/completion-requests`, { version: lacking.version, body });
    const ready = [`${lacking.number} completion-request ${'2019-07-26'}`];
    expect(briefly(await workOf('roos'))).toEqual(ready);
    expect(briefly(await workOf('kees'))).toContain(ready[0]);
    const letter = (await lettersOf(kees, lacking.id)).find(({ kind }) => kind === 'completion-request')!;
    const sending = { sentOn: '2019-04-04', channel: 'post' };
    const sent = await roos.post(`/v1/letters/${letter.id}/announcement`, { version: 1, body: sending });
    expect(sent.status).toBe(200);
    expect(await workOf('roos')).toEqual([]);
    on('2019-04-08');
    const { version } = (await gijs.get<{ version: number }>(path)).body;
    const supplement = { explanation: 'Alsnog.', iban: 'NL91ABNA0417164300' };
    expect((await gijs.post(`${path}/supplements`, { version, body: supplement })).status).toBe(200);
    const waiting = (await workOf('kees')).find(({ source }) => source === 'supplement');
    expect(waiting).toMatchObject({ number: lacking.number, what: 'Bekijk de aanvulling' });
    const seen = (await kees.get<{ version: number }>(path)).body.version;
    expectRefusal(await kees.post(`${path}/supplement-review`, { version }), 412, 'precondition-failed');
    expect((await kees.post(`${path}/supplement-review`, { version: seen })).status).toBe(204);
    expectRefusal(await kees.post(`${path}/supplement-review`, { version: seen }), 409, 'nothing-to-review');
    expect((await workOf('kees')).map(({ source }) => source)).not.toContain('supplement');
    const withdrawn = await gijs.post(`${path}/withdrawal`, { version: seen });
    expect(withdrawn.status).toBe(200);
  });

  it('has what was assigned to one person, and nobody else has', async () => {
    on('2019-04-10');
    const bram = await service.as('bram');
    const path = `/v1/applications/${inIngen.id}`;
    const { version } = (await bram.get<{ version: number }>(path)).body;
    const body = { assignee: { subject: 'bram', name: 'Bram Verzonnen' }, reason: 'Kees heeft het druk.' };
    expect((await bram.put(`${path}/assignment`, { version, body })).status).toBe(200);
    const { body: history } = await bram.get<{ items: { reason: string }[] }>(`${path}/assignments`);
    expect(history.items.map(({ reason }) => reason)).toEqual(['Kees heeft het druk.']);
    expect(await workOf('bram')).toEqual([
      expect.objectContaining({ source: 'assignment', number: inIngen.number, urgency: 'later' }),
    ]);
    on('2019-07-22');
    const mine = (await workOf('bram')).filter(({ number }) => number === inIngen.number);
    expect(mine.map(({ source, kind }) => `${source} ${kind}`)).toEqual([
      'deadline decision',
      'deadline promise',
    ]);
    expect((await workOf('kees')).filter(({ number }) => number === inIngen.number)).toEqual([]);
  });

  it('has what costs money above what the law sets a day for, and that above what was promised', async () => {
    on('2019-07-22');
    const near = await workOf('kees');
    expect(near.map(({ kind, urgency }) => `${kind} ${urgency}`)).toEqual([
      ...['decision this-week', 'promise late'],
    ]);
    on('2019-07-30');
    const zeynep = await service.as('zeynep');
    const path = `/v1/applications/${inZoelen.id}`;
    const { version } = (await zeynep.get<{ version: number }>(path)).body;
    expect((await zeynep.post(`${path}/default-notice`, { version, body: {} })).status).toBe(201);
    on('2019-08-15');
    const [first, second] = await workOf('kees');
    expect(first).toMatchObject({ kind: 'default-notice', number: inZoelen.number, urgency: 'late' });
    expect(first!.accruedCents).toBeGreaterThan(0);
    expect(second).toMatchObject({ number: inZoelen.number, kind: 'decision' });
  });

  it('does not have what the own interest keeps away, nor what is somebody else’s', async () => {
    on('2019-08-16');
    const kees = await service.as('kees');
    const paper = await kees.post<ApplicationAnswer>('/v1/paper-applications', {
      body: paperApplication({ kernCode: 'zoelen', receivedOn: '2019-05-20' }),
    });
    expect(paper.status).toBe(201);
    expect((await workOf('kees')).map(({ kind }) => kind)).toContain('acknowledgement');
    const recusal = { reason: 'De aanvrager is mijn buurvrouw.' };
    await kees.post(`/v1/applications/${inZoelen.id}/recusals`, { body: recusal });
    // What competes for the same money in Zoelen goes with it.
    expect(await workOf('kees')).toEqual([]);
    expect(await workOf('noor')).toEqual([]);
    expect(await workOf('aagje')).toEqual([]);
    expectRefusal(await (await service.as('fenna')).get('/v1/my-work'), 403, 'not-allowed');
  });
});
