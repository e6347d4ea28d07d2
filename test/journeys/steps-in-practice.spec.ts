import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  faultsOf,
  lettersOf,
  prepareList,
  register,
  regulationCode,
  submit,
} from '../support/case-steps.ts';
import { attach } from '../support/attachment-steps.ts';
import { readLetter } from '../support/letter-guards.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';
import {
  activateWay,
  ownWay,
  recordBody,
  type StepsAnswer,
  stepsOf as stepsOfCase,
} from '../support/way-documents.ts';

let service: TestService;
let people: Record<'fenna' | 'zeynep' | 'kees' | 'bram' | 'roos' | 'dieuwke' | 'mees' | 'aagje', TestCaller>;
let application: ApplicationAnswer;
let other: ApplicationAnswer;
let firstVersion: string;

const stepsOf = (caller: TestCaller, id = application.id) => stepsOfCase(caller, id);

const states = ({ steps }: StepsAnswer) => Object.fromEntries(steps.map(({ code, state }) => [code, state]));

async function doStep(caller: TestCaller, step: string, body: object, id = application.id) {
  const { version } = await stepsOf(people.aagje, id);
  return caller.put(`/v1/applications/${id}/steps/${step}`, { version, body });
}

beforeAll(async () => {
  service = await startTestService('2019-03-04T09:00:00Z');
  const names = ['fenna', 'zeynep', 'kees', 'bram', 'roos', 'dieuwke', 'mees', 'aagje'] as const;
  const callers = await Promise.all(names.map(async (name) => [name, await service.as(name)] as const));
  people = Object.fromEntries(callers) as typeof people;
  await recordBody(await service.as('bas'), 'ingen', 'dorpsraad');
  const { kees, roos } = people;
  firstVersion = await activateWay(kees, roos, 'ingen', ownWay(), '2019-03-11');
  service.clock.set(new Date('2019-03-12T09:00:00Z'));
  application = await submit(people.fenna);
});
afterAll(() => service.stop());

describe('The steps of a kern in practice', () => {
  it('tell who is asked what, until when, with a form', async () => {
    const seen = await stepsOf(people.bram);
    expect(states(seen)).toEqual({ controle: 'open', advies: 'to-come', voorstel: 'to-come' });
    expect(seen.steps[0]).toMatchObject({ who: 'beoordelaar', dueOn: '2019-03-19' });
    expect(seen.steps[0]?.form).toMatchObject({ required: ['outcome', 'findings'] });
    other = await submit(people.zeynep, { kernCode: 'zoelen' });
    const notBegun = { controle: 'to-come', advies: 'to-come', voorstel: 'to-come' };
    expect(states(await stepsOf(people.bram, other.id))).toEqual(notBegun);
  });

  it('are those of the kern to which a case moves while nothing was done, also after somebody looked', async () => {
    const { bram, zeynep } = people;
    const { id } = await submit(zeynep, { kernCode: 'zoelen', title: 'In de verkeerde kern' });
    const ofZoelen = (await stepsOf(bram, id)).wayVersionId;
    expect(ofZoelen).toEqual(expect.any(String));
    for (const [kernCode, way] of Object.entries({ ingen: firstVersion, zoelen: ofZoelen })) {
      const body = { origin: 'clerical', reason: 'De kern was verkeerd.', kernCode };
      const { version } = await stepsOf(bram, id);
      expect((await bram.post(`/v1/applications/${id}/corrections`, { version, body })).status).toBe(201);
      expect((await stepsOf(bram, id)).wayVersionId).toBe(way);
    }
    const { version } = await stepsOf(bram, id);
    expect((await zeynep.post(`/v1/applications/${id}/withdrawal`, { version })).status).toBe(200);
  });

  it('are done in their order, once, by who is asked, with a form that is filled in', async () => {
    const { bram, kees, roos } = people;
    const done = { findings: { outcome: 'positive', findings: 'Alles is er.' } };
    expectRefusal(await doStep(kees, 'controle', done), 403, 'step-of-another');
    expectRefusal(await doStep(roos, 'controle', done), 403, 'not-allowed');
    expectRefusal(await doStep(kees, 'voorstel', done), 409, 'step-not-open');
    expectRefusal(await doStep(bram, 'onbekend', done), 404, 'step-unknown');
    const faulty = await doStep(bram, 'controle', { findings: { outcome: 'misschien', extra: 1 } });
    expectRefusal(faulty, 400, 'findings-invalid');
    expect(faultsOf(faulty)).toEqual({
      '/findings/outcome': 'not-a-choice',
      '/findings/findings': 'required',
      '/findings/extra': 'unknown-field',
    });
    const future = await doStep(bram, 'controle', { ...done, doneOn: '2019-03-13' });
    expectRefusal(future, 400, 'step-day-impossible');
    const early = await doStep(bram, 'controle', { ...done, doneOn: '2019-03-11' });
    expectRefusal(early, 400, 'step-day-impossible');
    const { id: quote } = await attach(people.fenna, application.id, { kind: 'quote' });
    const { id: ofAnother } = await attach(people.zeynep, other.id);
    const strange = await doStep(bram, 'controle', { ...done, attachmentIds: [quote, ofAnother] });
    expectRefusal(strange, 400, 'attachment-unknown');
    expect(faultsOf(strange)).toEqual({ '/attachmentIds/1': 'attachment-unknown' });
    const first = await doStep(bram, 'controle', { ...done, attachmentIds: [quote, quote] });
    expect(first.body).toMatchObject({ steps: [{ attachmentIds: [quote] }, {}, {}] });
    expect(states(first.body as unknown as StepsAnswer)).toMatchObject({ controle: 'done', advies: 'open' });
    expectRefusal(await doStep(bram, 'controle', done), 409, 'step-already-done');
  });

  it('are not done by who has an interest in the application', async () => {
    const { mees, zeynep } = people;
    const { id } = await submit(zeynep, { kernCode: 'lienden', title: 'Stoelen' });
    const recusal = { reason: 'De aanvrager is mijn nicht.' };
    expect((await mees.post(`/v1/applications/${id}/recusals`, { body: recusal })).status).toBe(201);
    const done = { findings: { outcome: 'positive', findings: 'Alles is er.' } };
    expectRefusal(await doStep(mees, 'controle', done, id), 403, 'has-interest');
  });

  it('keep their version when the kern gets another way', async () => {
    const { kees, roos } = people;
    const steps = (ownWay()['steps'] as object[]).slice(2);
    await activateWay(kees, roos, 'ingen', ownWay({ steps }), '2019-03-13');
    service.clock.set(new Date('2019-03-14T09:00:00Z'));
    expect(await stepsOf(people.bram)).toMatchObject({ wayVersionId: firstVersion });
    const later = await submit(people.fenna, { title: 'Later plan' });
    expect(states(await stepsOf(people.bram, later.id))).toEqual({ voorstel: 'open' });
    await service.database.asOwner(
      "UPDATE application SET kern_id = (SELECT id FROM kern WHERE code = 'maurik') WHERE id = $1",
      [application.id],
    );
    const moved = await stepsOf(people.bram);
    expect(moved).toMatchObject({ wayVersionId: firstVersion });
    expect(moved.steps[1]?.who).toBe('dorpsraad van ingen, met de kernregisseur');
    await service.database.asOwner(
      "UPDATE application SET kern_id = (SELECT id FROM kern WHERE code = 'ingen') WHERE id = $1",
      [application.id],
    );
  });

  it('let a village body advise itself, without seeing what officials found', async () => {
    const { dieuwke, bram } = people;
    const seen = await stepsOf(dieuwke);
    expect(seen.steps[1]).toMatchObject({ state: 'open', who: 'dorpsraad van ingen, met de kernregisseur' });
    expect(seen.steps[0]).not.toHaveProperty('report');
    const advice = {
      outcome: 'negative',
      reason: 'Er staan al drie banken.',
      dissent: 'Twee leden vinden het een mooi plan.',
    };
    expect((await doStep(dieuwke, 'advies', { findings: advice })).status).toBe(200);
    const { steps } = await stepsOf(bram);
    expect(steps[1]?.report).toBe(
      'Ongunstig advies. Er staan al drie banken. Wie het er niet mee eens was: Twee leden vinden het een mooi plan.',
    );
  });

  it('ask a reason of who proposes against advice', async () => {
    const { kees } = people;
    const findings = { outcome: 'positive', reason: 'Het plan voldoet.' };
    const silent = await doStep(kees, 'voorstel', { findings });
    expectRefusal(silent, 400, 'advice-needs-reason');
    expect(faultsOf(silent)).toEqual({ '/findings/differsFromAdvice': 'advice-needs-reason' });
    const reasoned = { ...findings, differsFromAdvice: 'De banken staan aan de andere kant van het dorp.' };
    const answer = await doStep(kees, 'voorstel', { findings: reasoned });
    expect(answer.body).toMatchObject({ isFinished: true });
  });

  it('hold up the list only as long as they are in their term', async () => {
    const { kees, roos, bram, zeynep, mees } = people;
    await recordBody(await service.as('bas'), 'zoelen', 'dorpsraad');
    const [, advice, proposal] = ownWay()['steps'] as object[];
    const steps = [advice, proposal];
    const way = ownWay({ steps, kernCodes: ['zoelen'], startsAt: 'window-close' });
    await activateWay(kees, roos, 'zoelen', way, '2019-03-14');
    const other = await submit(zeynep, { kernCode: 'zoelen', title: 'Tafels' });
    await assess(bram, other);
    service.clock.set(new Date('2019-06-05T09:00:00Z'));
    const wanted = { regulationCode, kernCodes: ['zoelen'] };
    const busy = await mees.post('/v1/college-lists', { body: wanted });
    const reason = 'De stap "Advies van de dorpsraad" loopt nog tot en met 15 juni 2019.';
    expect(busy.status).toBe(409);
    expect(JSON.stringify(busy.body)).toContain(reason.replaceAll('"', '\\"'));
    service.clock.set(new Date('2019-06-17T09:00:00Z'));
    expect(states(await stepsOf(bram, other.id))).toEqual({ advies: 'lapsed', voorstel: 'open' });
    const late = { findings: { outcome: 'positive', reason: 'Een goed plan, zij het laat.' } };
    expect((await doStep(kees, 'advies', late, other.id)).status).toBe(200);
    expect(states(await stepsOf(bram, other.id))).toEqual({ advies: 'lapsed', voorstel: 'open' });
    service.clock.set(new Date('2019-06-24T09:00:00Z'));
    const ready = await prepareList(mees, ['zoelen']);
    expect(ready.lines.map(({ applicationId }) => applicationId)).toContain(other.id);
  });

  it('are named in the decision, with the reason to differ', async () => {
    const { bram, roos, mees, fenna, kees } = people;
    await assess(bram, { id: application.id, version: (await stepsOf(bram)).version });
    service.clock.set(new Date('2019-06-25T09:00:00Z'));
    const list = await prepareList(mees, ['ingen']);
    expect(list.lines.map(({ applicationId }) => applicationId)).toEqual([application.id]);
    expectRefusal(
      await register(await service.as('mees'), list, { resolutionDate: '2019-06-25' }),
      403,
      'same-person',
    );
    const registered = await register(roos, list, { resolutionDate: '2019-06-25' });
    expect(registered.status).toBe(200);
    const letters = await lettersOf(bram, application.id);
    const decision = letters.find(({ kind }) => kind === 'grant')!;
    const preview = await kees.get(`/v1/letters/${decision.id}/preview?sentOn=2019-06-25`);
    expect(preview.status).toBe(200);
    const { spoken } = await readLetter(preview.bytes);
    expect(spoken).toContain(
      'dorpsraad van ingen, 14 maart 2019 (Advies van de dorpsraad): Ongunstig advies. Er staan al drie banken.',
    );
    expect(spoken).toContain('Wie het er niet mee eens was: Twee leden vinden het een mooi plan.');
    expect(spoken).toContain(
      'Wij wijken van een advies af. De banken staan aan de andere kant van het dorp.',
    );
    const late = await doStep(kees, 'advies', { findings: { outcome: 'none', reason: 'Te laat.' } });
    expectRefusal(late, 409, 'assessment-closed');
    expectRefusal(await fenna.get(`/v1/applications/${application.id}/steps`), 403, 'not-allowed');
  });
});
