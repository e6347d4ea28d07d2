import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal, faultsOf } from '../support/case-steps.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { activateWay, ownWay, recordBody } from '../support/way-documents.ts';

interface Made {
  readonly id: string;
  readonly version: number;
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService('2019-03-04T09:00:00Z');
});
afterAll(() => service.stop());

describe('A kern gets a way of working of its own', () => {
  it('publishes the schema of a way to everybody', async () => {
    const { body, status } = await (await service.as(null)).get('/v1/way-schema');
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Werkwijze', required: expect.arrayContaining(['steps']) });
  });

  it('has its bodies as data, with days', async () => {
    await recordBody(await service.as('bas'), 'ingen', 'dorpsraad');
    const bas = await service.as('bas');
    const change = { name: 'Dorpsraad Ingen', kind: 'village-body', validFromDate: '2019-01-01' };
    const path = '/v1/kernen/ingen/bodies/dorpsraad';
    expect((await bas.put(path, { version: 1, body: change })).body).toMatchObject({
      name: 'Dorpsraad Ingen',
    });
    const never = { ...change, validUntilDate: '2018-12-31' };
    expectRefusal(await bas.put(path, { version: 2, body: never }), 400, 'kern-body-days-impossible');
    const again = { ...change, code: 'dorpsraad' };
    expectRefusal(await bas.post('/v1/kernen/ingen/bodies', { body: again }), 409, 'kern-body-exists');
    const { body } = await (await service.as(null)).get<{ items: object[] }>('/v1/kernen/ingen/bodies');
    expect(body.items).toMatchObject([
      { code: 'dorpsraad', name: 'Dorpsraad Ingen', version: 2 },
      { code: 'inwoners', name: 'de inwoners van Ingen', version: 1 },
    ]);
  });

  it('tells everything that is wrong at once, with place and article', async () => {
    const kees = await service.as('kees');
    const steps = [
      {
        ...{ kind: 'advice', code: 'advies', title: 'Advies', by: 'registrar', body: 'adviesraad' },
        ...{ binding: true, termDays: 60, whenLate: { kind: 'wait' } },
      },
    ];
    const { body } = await kees.post<{ faults: { pointer: string; code: string; article: string | null }[] }>(
      '/v1/way-validations',
      { body: { document: ownWay({ steps, kernCodes: ['ingen', 'atlantis'] }) } },
    );
    expect(body).toMatchObject({ sound: false, rendering: null });
    expect(body.faults.map(({ pointer, code, article }) => [pointer, code, article])).toEqual([
      ['/kernCodes/1', 'kern-unknown', null],
      ['/steps/0', 'no-way-out', 'Awb 4:13'],
      ['/steps/0/whenLate', 'late-advice-blocks', 'Awb 3:6, tweede lid'],
      ['/steps/0/by', 'assessor-decides', 'Awb 2:4, 10:3'],
      ['/steps/0/body', 'body-unknown', null],
      ['/steps/0/binding', 'binding-not-given', 'Awb 3:5, 4:26'],
      ['/steps/0/termDays', 'outlasts-decision-term', 'Awb 4:13'],
    ]);
  });

  it('is written for the own kern and let begin by somebody else', async () => {
    const [kees, noor, roos] = await Promise.all(['kees', 'noor', 'roos'].map((id) => service.as(id)));
    const body = { code: 'ingen', document: ownWay() };
    expectRefusal(await noor!.post('/v1/way-drafts', { body }), 403, 'not-allowed');
    const draft = await kees!.post<Made>('/v1/way-drafts', { body });
    expect(draft.body).toMatchObject({ faults: [], rendering: { title: 'Ingen praat mee' } });
    const path = `/v1/way-drafts/${draft.body.id}`;
    const activeFrom = { activeFrom: '2019-03-11' };
    const own = await kees!.post(`${path}/activation`, { version: 1, body: activeFrom });
    expectRefusal(own, 409, 'way-four-eyes');
    const past = await roos!.post(`${path}/activation`, { version: 1, body: { activeFrom: '2019-03-03' } });
    expectRefusal(past, 400, 'way-starts-in-past');
    const activated = await roos!.post<Made>(`${path}/activation`, { version: 1, body: activeFrom });
    expect(activated.body).toMatchObject({ code: 'ingen', number: 1, activeFromDate: '2019-03-11' });
    const late = await kees!.put(path, { version: 2, body });
    expectRefusal(late, 409, 'way-activated');
    const twice = await roos!.post(`${path}/activation`, { version: 2, body: activeFrom });
    expectRefusal(twice, 409, 'way-activated');
  });

  it('is not let begin with faults, nor beside another', async () => {
    const [kees, roos] = await Promise.all(['kees', 'roos'].map((id) => service.as(id)));
    const draft = await kees!.post<Made>('/v1/way-drafts', {
      body: { code: 'ingen', document: ownWay({ title: 'Kort', decisionDays: 100 }) },
    });
    const path = `/v1/way-drafts/${draft.body.id}`;
    const refused = await roos!.post(`${path}/activation`, {
      version: 1,
      body: { activeFrom: '2019-04-01' },
    });
    expectRefusal(refused, 409, 'way-not-sound');
    expect(faultsOf(refused)).toEqual({ '/document/steps/1/termDays': 'outlasts-decision-term' });
    const better = { code: 'ingen', document: ownWay({ title: 'Kort' }) };
    expect((await kees!.put(path, { version: 1, body: better })).status).toBe(200);
    const same = await roos!.post(`${path}/activation`, { version: 2, body: { activeFrom: '2019-03-11' } });
    expectRefusal(same, 409, 'way-versions-overlap');
    const later = await roos!.post(`${path}/activation`, { version: 2, body: { activeFrom: '2019-04-01' } });
    expect(later.body).toMatchObject({ number: 2 });
  });

  it('never changes once it began, whoever asks the database', async () => {
    const change = service.database.asOwner("UPDATE way_version SET document = '{}'");
    await expect(change).rejects.toThrow(/never changes/);
  });

  it('can be read, drawn and printed by everybody', async () => {
    const anybody = await service.as(null);
    const { body } = await anybody.get<{ items: Made[] }>('/v1/ways?kernCode=ingen');
    expect(body.items).toMatchObject([
      { code: 'ingen', number: 1, title: 'Ingen praat mee' },
      { code: 'ingen', number: 2, title: 'Kort' },
      { code: 'stemming-ingen', number: 1 },
    ]);
    const path = `/v1/ways/${body.items[0]!.id}`;
    expect((await anybody.get(path)).body).toMatchObject({ document: ownWay() });
    const drawing = await anybody.get(`${path}/drawing`);
    expect(drawing.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(drawing.bytes.toString()).toContain('Wie: Dorpsraad Ingen, met de kernregisseur');
    const text = await anybody.get(`${path}/text`);
    expect(text.bytes.toString()).toContain('Alleen als er minstens €\u00a0500,00 is gevraagd');
    const others = await anybody.get<{ items: Made[] }>('/v1/ways?kernCode=asch');
    expect(others.body.items).toMatchObject([{ code: 'kernregisseur' }]);
    const empty = await anybody.get<{ items: Made[] }>('/v1/ways?kernCode=atlantis');
    expect(empty.body.items).toEqual([]);
  });

  it('is written as the manual says', async () => {
    const manual = await readFile('docs/ways-of-working.md', 'utf8');
    const [, json = ''] = /```json\n([^]*?)```/.exec(manual) ?? [];
    const kees = await service.as('kees');
    const { body } = await kees.post('/v1/way-validations', {
      body: { document: JSON.parse(json) as object },
    });
    expect(body).toMatchObject({ sound: true, faults: [] });
  });

  it('begins once when two are let begin at the same moment', async () => {
    const [kees, roos] = await Promise.all(['kees', 'roos'].map((id) => service.as(id)));
    const steps = (ownWay()['steps'] as object[]).slice(2);
    const document = ownWay({ steps, kernCodes: ['zoelen'] });
    const drafts = await Promise.all(
      ['een', 'ander'].map((code) => kees!.post<Made>('/v1/way-drafts', { body: { code, document } })),
    );
    const answers = await Promise.all(
      drafts.map(({ body }) =>
        roos!.post(`/v1/way-drafts/${body.id}/activation`, {
          version: 1,
          body: { activeFrom: '2019-03-20' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expectRefusal(refused, 409, 'way-versions-overlap');
  });

  it('takes one way for two kernen only when both have the body', async () => {
    const kees = await service.as('kees');
    const roos = await service.as('roos');
    const document = ownWay({ kernCodes: ['ingen', 'zoelen'] });
    const { body } = await kees.post('/v1/way-drafts', { body: { code: 'samen', document } });
    expect(body).toMatchObject({ faults: [{ pointer: '/steps/1/body', code: 'body-unknown' }] });
    await recordBody(await service.as('bas'), 'zoelen', 'dorpsraad');
    await activateWay(kees, roos, 'samen', document, '2019-05-01');
  });
});
