import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  lettersOf,
  prepareList,
  register,
  submit,
} from '../support/case-steps.ts';
import { readLetter } from '../support/letter-guards.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

let service: TestService;
let fenna: TestCaller;
let roos: TestCaller;
let kees: TestCaller;
let application: ApplicationAnswer;
let letterId: string;

const today = (day: string) => service.clock.set(new Date(`${day}T08:00:00Z`));
const sending = (sentOn: string, channel = 'post') => ({ sentOn, channel });

beforeAll(async () => {
  service = await startTestService();
  fenna = await service.as('fenna');
  roos = await service.as('roos');
  kees = await service.as('kees');
  const bram = await service.as('bram');
  application = await submit(fenna, { electronicMessages: false });
  await assess(bram, application);
  today('2019-06-11');
  expect((await register(roos, await prepareList(kees, ['ingen']))).status).toBe(200);
  letterId = (await lettersOf(roos, application.id)).find(({ kind }) => kind === 'grant')!.id;
});
afterAll(() => service.stop());

interface DecisionAnswer {
  readonly verificationCode: string;
  readonly letterSha256: string | null;
}

const decisionOf = async (caller: TestCaller) =>
  (await caller.get<DecisionAnswer>(`/v1/applications/${application.id}/decision`)).body;

describe('How somebody gets messages', () => {
  const path = () => `/v1/applications/${application.id}/message-choice`;
  const choose = async (caller: TestCaller, messageKind: string, channel: string) => {
    const { body } = await caller.get<{ version: number }>(path());
    return caller.put(path(), { version: body.version, body: { messageKind, channel } });
  };

  it('is chosen per kind of message, and can be chosen again until the letter leaves', async () => {
    expect((await fenna.get(path())).body).toMatchObject({ handling: 'post', decision: 'post' });
    expect((await choose(fenna, 'handling', 'electronic')).status).toBe(200);
    const announce = () =>
      roos.post(`/v1/letters/${letterId}/announcement`, {
        version: 1,
        body: sending('2019-06-11', 'electronic'),
      });
    expectRefusal(await announce(), 409, 'not-electronically');
    expect((await choose(kees, 'decision', 'electronic')).body).toMatchObject({
      ...{ handling: 'electronic', decision: 'electronic' },
    });
    expect((await choose(fenna, 'decision', 'post')).body).toMatchObject({ decision: 'post' });
    expectRefusal(await announce(), 409, 'not-electronically');
  });

  it('is not chosen by who has nothing to do with it, or about what does not exist', async () => {
    expectRefusal(await choose(roos, 'decision', 'electronic'), 403, 'not-allowed');
    expectRefusal(await choose(fenna, 'newsletter', 'fax'), 400, 'invalid-input');
  });
});

describe('A letter that lies ready', () => {
  it('takes what an official adds, in a place of its own, and loses nothing of what the law wants', async () => {
    const path = `/v1/letters/${letterId}/explanation`;
    const own = ['De dorpsraad was enthousiast.', 'Veel plezier!'];
    const explained = await roos.put(path, { version: 1, body: { paragraphs: own } });
    expect(explained.body).toMatchObject({ version: 2 });
    const seen = await roos.get(`/v1/letters/${letterId}/preview?sentOn=2019-06-11`);
    const { spoken } = await readLetter(seen.bytes);
    expect(spoken).toContain('Toelichting De dorpsraad was enthousiast. Veel plezier!');
    for (const part of ['Waarom krijgt u subsidie?', 'Dit volgt uit', 'tot en met 23 juli 2019', 'CONCEPT']) {
      expect(spoken).toContain(part);
    }
    expectRefusal(await roos.put(path, { version: 1, body: { paragraphs: [] } }), 412, 'precondition-failed');
    expectRefusal(await fenna.put(path, { version: 2, body: { paragraphs: [] } }), 403, 'not-allowed');
    expect((await roos.put(path, { version: 2, body: { paragraphs: [] } })).body).toMatchObject({
      version: 3,
    });
    const correction = { version: 3, body: { because: 'Een fout.' } };
    const early = await roos.post(`/v1/letters/${letterId}/corrections`, correction);
    expectRefusal(early, 409, 'letter-not-sent');
  });
});

describe('A letter that leaves', () => {
  it('cannot be verified, resent or printed before it is announced', async () => {
    const { verificationCode } = await decisionOf(roos);
    const nobody = await service.as(null);
    const verification = await nobody.get(`/v1/letters/${verificationCode}/verification`);
    expectRefusal(verification, 404, 'letter-code-unknown');
    const again = await roos.post(`/v1/letters/${letterId}/dispatches`, { body: sending('2019-06-11') });
    expectRefusal(again, 409, 'letter-not-sent');
    const file = await roos.get('/v1/posted-letters/print-file?sentOn=2019-06-11');
    expectRefusal(file, 404, 'no-letters-by-post');
  });

  it('can be verified by anyone who holds it, with the hash that its decision tells', async () => {
    const path = `/v1/letters/${letterId}/announcement`;
    const announced = await roos.post(path, { version: 3, body: sending('2019-06-11') });
    expect(announced.status).toBe(200);
    const { bytes } = await fenna.get(`/v1/letters/${letterId}/document`);
    const { verificationCode, letterSha256 } = await decisionOf(fenna);
    expect(letterSha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const nobody = await service.as(null);
    const verify = (query: string) =>
      nobody.get(`/v1/letters/${verificationCode.toLowerCase()}/verification${query}`);
    expect((await verify('')).body).toEqual({ sent: true, sameContent: null });
    expect((await verify(`?sha256=${letterSha256}`)).body).toEqual({ sent: true, sameContent: true });
    expect((await verify(`?sha256=${'0'.repeat(64)}`)).body).toEqual({ sent: true, sameContent: false });
    expectRefusal(await nobody.get('/v1/letters/2222-2222-2222/verification'), 404, 'letter-code-unknown');
  });

  it('lies in the print file of its day, on a list with who it goes to', async () => {
    const { body } = await roos.get<{ items: { reference: string; addressee: string }[] }>(
      '/v1/posted-letters?sentOn=2019-06-11',
    );
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ reference: application.number, kind: 'grant' });
    expect(body.items[0]!.addressee).toContain('Fenna');
    const file = await roos.get('/v1/posted-letters/print-file?sentOn=2019-06-11');
    expect([file.status, file.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expectRefusal(await kees.get('/v1/posted-letters?sentOn=2019-06-11'), 403, 'not-allowed');
  });

  it('can be sent again without any change, and never earlier than it was announced', async () => {
    const path = `/v1/letters/${letterId}/dispatches`;
    const before = (await roos.get(`/v1/letters/${letterId}/document`)).bytes;
    today('2019-07-02');
    const early = await roos.post(path, { body: sending('2019-06-10') });
    expectRefusal(early, 400, 'before-it-was-made');
    expectRefusal(await roos.post(path, { body: sending('2019-07-03') }), 400, 'in-the-future');
    const electronically = await roos.post(path, { body: sending('2019-07-02', 'electronic') });
    expectRefusal(electronically, 409, 'not-electronically');
    expect((await roos.post(path, { body: sending('2019-07-02') })).status).toBe(201);
    expect((await roos.get(`/v1/letters/${letterId}/document`)).bytes.equals(before)).toBe(true);
    const { body } = await fenna.get<{ items: { sentOn: string }[] }>(path);
    expect(body.items.map(({ sentOn }) => sentOn)).toEqual(['2019-06-11', '2019-07-02']);
    expect((await fenna.get(`/v1/letters/${letterId}`)).body).toMatchObject({
      sentOn: '2019-06-11',
      lastObjectionDate: '2019-07-23',
    });
  });
});

describe('A letter with a mistake', () => {
  interface Due {
    readonly items: readonly { readonly kind: string; readonly dueOn: string }[];
  }

  it('is put right by a new one, that names the old and its own last day, and the old one stays', async () => {
    const before = (await roos.get(`/v1/letters/${letterId}/document`)).bytes;
    const because = 'Het adres voor uw bezwaar klopte niet.';
    const path = `/v1/letters/${letterId}/corrections`;
    expectRefusal(await fenna.post(path, { version: 4, body: { because } }), 403, 'not-allowed');
    const made = await roos.post<{ id: string; version: number }>(path, { version: 4, body: { because } });
    expect(made.body).toMatchObject({ correctsLetterId: letterId, kind: 'grant', sentOn: null, version: 1 });
    const { id } = made.body;
    const announcement = { version: 1, body: sending('2019-07-02') };
    expect((await roos.post(`/v1/letters/${id}/announcement`, announcement)).status).toBe(200);
    const { spoken } = await readLetter((await fenna.get(`/v1/letters/${id}/document`)).bytes);
    expect(spoken).toContain(
      'Op 11 juni 2019 stuurden wij u een brief over hetzelfde. Daarin stond een fout: Het adres voor uw bezwaar klopte niet.',
    );
    expect(spoken).toContain('tot en met 13 augustus 2019');
    expect((await roos.get(`/v1/letters/${letterId}/document`)).bytes.equals(before)).toBe(true);
    for (const change of ["model_sealed = '\\x00'", 'revision = 9', 'sent_on = NULL']) {
      const rewriting = service.database.asOwner(`UPDATE letter SET ${change} WHERE id = $1`, [letterId]);
      await expect(rewriting).rejects.toThrow('A sent letter never changes');
    }
    const bytes = service.database.dataSource.query('UPDATE letter_document SET sha256 = upper(sha256)');
    await expect(bytes).rejects.toThrow('permission');
    const { body } = await fenna.get<ApplicationAnswer>(`/v1/applications/${application.id}`);
    expect(body.status).toBe('announced');
    const deadlines = await fenna.get<Due>(`/v1/applications/${application.id}/deadlines`);
    const objection = JSON.stringify(deadlines.body);
    expect(objection).toContain('2019-08-13');
  });
});
