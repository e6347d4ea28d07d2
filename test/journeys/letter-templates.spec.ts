import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal, faultsOf, lettersOf, submit } from '../support/case-steps.ts';
import { acceptableBodies } from '../support/acceptable-bodies.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface TemplateAnswer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly faults: readonly { pointer: string; code: string }[];
}

let service: TestService;
let bas: TestCaller;
let roos: TestCaller;
let fenna: TestCaller;

beforeAll(async () => {
  service = await startTestService();
  bas = await service.as('bas');
  roos = await service.as('roos');
  fenna = await service.as('fenna');
});
afterAll(() => service.stop());

const standard = { kind: 'standard' };
const welcoming = {
  kind: 'acknowledgement',
  subject: 'Dank u wel voor uw plan {planTitle}',
  sections: [
    { name: 'message', heading: null, blocks: [{ kind: 'text', text: 'Wat fijn dat u meedoet!' }, standard] },
    {
      name: 'own-text',
      heading: 'Kom langs op het spreekuur',
      blocks: [{ kind: 'list', items: ['elke dinsdag in {kernName};', 'u hoeft geen afspraak te maken.'] }],
    },
  ],
};

describe('The words of a municipality', () => {
  it('are refused while they drop what the law wants, with every fault at once', async () => {
    const sections = [
      { name: 'objection', heading: 'Bezwaar', blocks: [standard] },
      { name: 'term', heading: 'Wanneer?', blocks: [{ kind: 'text', text: 'Snel, {naam}.' }] },
    ];
    const body = { kind: 'acknowledgement', subject: null, sections };
    const drafted = await bas.post<TemplateAnswer>('/v1/letter-templates', { body });
    expect(drafted.status).toBe(201);
    const { id, faults } = drafted.body;
    expect(faults.map(({ code }) => code)).toEqual([
      'objection-not-allowed',
      'placeholder-unknown',
      'clause-missing',
    ]);
    const checked = await bas.post(`/v1/letter-templates/${id}/check`, { version: 1 });
    expectRefusal(checked, 409, 'template-not-sound');
    expect(faultsOf(checked)).toEqual({
      '/sections/0': 'objection-not-allowed',
      '/sections/1/blocks': 'clause-missing',
      '/sections/1/blocks/0/text': 'placeholder-unknown',
    });
  });

  it('are written by one, activated by another, and stand in the letters from that day on', async () => {
    const { body: draft } = await bas.post<TemplateAnswer>('/v1/letter-templates', { body: welcoming });
    const path = `/v1/letter-templates/${draft.id}`;
    const activation = { validFrom: '2019-03-05' };
    const early = await roos.post(`${path}/activation`, { version: 1, body: activation });
    expectRefusal(early, 409, 'template-not-checked');
    expect((await bas.post<TemplateAnswer>(`${path}/check`, { version: 1 })).body.status).toBe('checked');
    const own = await bas.post(`${path}/activation`, { version: 2, body: activation });
    expectRefusal(own, 409, 'template-four-eyes');
    const past = await roos.post(`${path}/activation`, { version: 2, body: { validFrom: '2019-03-01' } });
    expectRefusal(past, 400, 'template-day-passed');
    const activated = await roos.post<TemplateAnswer>(`${path}/activation`, { version: 2, body: activation });
    expect(activated.body).toMatchObject({ status: 'activated', validFrom: '2019-03-05', version: 3 });
    const again = await bas.put(path, { version: 3, body: welcoming });
    expectRefusal(again, 409, 'template-activated');

    const subjects = async () => {
      const { id } = await submit(fenna, { title: 'Zaaien {caseNumber} & oogsten' });
      return ((await lettersOf(fenna, id)) as unknown as { subject: string }[]).map(({ subject }) => subject);
    };
    expect(await subjects()).toEqual(['Wij hebben uw aanvraag ontvangen']);
    service.clock.set(new Date('2019-03-05T08:00:00Z'));
    expect(await subjects()).toEqual(['Dank u wel voor uw plan Zaaien {caseNumber} & oogsten']);
  });

  it('are nobody else’s business', async () => {
    expectRefusal(await fenna.get('/v1/letter-templates'), 403, 'not-allowed');
    const drafted = await roos.post('/v1/letter-templates', { body: welcoming });
    expectRefusal(drafted, 403, 'not-allowed');
  });
});

describe('The sender of letters', () => {
  const sender = acceptableBodies['recordLetterSender'] as { facts: object };
  const record = (change: object) =>
    bas.post('/v1/letter-senders', { body: { ...sender, validFrom: '2019-03-05', ...change } });

  it('is laid down from a day on, with a mark and a colour that can be read', async () => {
    const pale = { ...sender.facts, accentColor: '#ffee00' };
    const refused = await record({ facts: pale });
    expectRefusal(refused, 400, 'sender-not-printable');
    expect(faultsOf(refused)).toEqual({ '/facts/accentColor': 'too-little-contrast' });
    expectRefusal(await record({ validFrom: '2019-03-01' }), 400, 'sender-day-passed');
    const atOnce = await Promise.all([record({}), record({}), record({})]);
    expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expectRefusal(await record({}), 409, 'sender-day-taken');
    const { body } = await roos.get<{ items: { validFrom: string }[] }>('/v1/letter-senders?limit=1');
    expect(body.items).toMatchObject([
      { validFrom: '2019-03-05', digitalAddress: 'www.lindenrade.example/aanvraag' },
    ]);
  });
});
