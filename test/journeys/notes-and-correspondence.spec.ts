import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  expectRefusal,
  faultsOf,
  paperApplication,
  submit,
} from '../support/case-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Note {
  readonly id: string;
  readonly content: string;
  readonly correctsId: string | null;
}

interface Line {
  readonly onDate: string;
  readonly direction: string;
  readonly channel: string;
  readonly what: string;
  readonly who: string;
}

let service: TestService;
let kees: TestCaller;
let application: ApplicationAnswer;

const call = {
  ...{ kind: 'call', direction: 'received', withWhom: 'Fenna Voorbeeld' },
  content: 'Vraagt wanneer zij iets hoort. Ik heb gezegd: voor de zomer.',
};

beforeAll(async () => {
  service = await startTestService();
  kees = await service.as('kees');
  application = await submit(await service.as('fenna'));
});
afterAll(() => service.stop());

const notesPath = (id = application.id) => `/v1/applications/${id}/notes`;

async function note(body: object, caller = kees): Promise<Note> {
  const answer = await caller.post<Note>(notesPath(), { body });
  expect(answer.status).toBe(201);
  return answer.body;
}

async function correspondence(id = application.id): Promise<string[]> {
  const { body } = await kees.get<{ items: Line[] }>(`/v1/applications/${id}/correspondence`);
  return body.items.map(
    ({ onDate, direction, channel, what, who }) => `${onDate} ${direction} ${channel}: ${what}, ${who}`,
  );
}

describe('The kernregisseur answers the phone and visits the place', () => {
  it('writes it down for colleagues, and the applicant does not see it by itself', async () => {
    await note(call);
    const bram = await service.as('bram');
    const { body } = await bram.get<{ items: object[] }>(notesPath());
    expect(body.items).toEqual([
      expect.objectContaining({
        ...{ kindName: 'Telefoongesprek', heldOn: '2019-03-04', withWhom: 'Fenna Voorbeeld' },
        ...{ content: call.content, isDisclosable: true, recordedByName: 'Kees Fictief' },
      }),
    ]);
    for (const person of ['fenna', 'farid', 'dieuwke', 'bas']) {
      const caller = await service.as(person);
      expectRefusal(await caller.get(notesPath()), 403, 'not-allowed');
      expectRefusal(
        await caller.get(`/v1/applications/${application.id}/correspondence`),
        403,
        'not-allowed',
      );
    }
  });

  it('corrects a mistake with a following note: once, and nothing is lost', async () => {
    const visit = {
      ...call,
      kind: 'visit',
      direction: 'mutual',
      heldOn: '2019-03-02',
      content: 'De bank komt links.',
    };
    const mistaken = await note(visit);
    const right = { ...visit, content: 'De bank komt rechts.', correctsId: mistaken.id };
    const [first, second] = await Promise.all([1, 2].map(() => kees.post(notesPath(), { body: right })));
    expect([first!.status, second!.status].sort()).toEqual([201, 409]);
    expectRefusal(first!.status === 409 ? first! : second!, 409, 'note-already-corrected');
    const { body } = await kees.get<{ items: Note[] }>(`${notesPath()}?limit=2`);
    expect(body.items.map(({ content }) => content)).toEqual([call.content, 'De bank komt links.']);
  });

  it('sees in one list what came in and went out, by which way, and what was said', async () => {
    await note({
      ...{ kind: 'email', direction: 'received', heldOn: '2019-03-03', withWhom: 'De buren van nummer 14' },
      content: 'Zij vragen of de bank niet voor hun raam komt.',
    });
    expect(await correspondence()).toEqual([
      '2019-03-02 mutual visit: Bezoek, Fenna Voorbeeld',
      '2019-03-02 mutual visit: Bezoek (verbetering), Fenna Voorbeeld',
      '2019-03-03 received email: E-mail, De buren van nummer 14',
      '2019-03-04 received digital: Aanvraag, Fenna Voorbeeld',
      expect.stringMatching(/^2019-03-04 sent digital: .*ontvang.*, Fenna Voorbeeld$/i),
      '2019-03-04 received telephone: Telefoongesprek, Fenna Voorbeeld',
    ]);
    const paper = await kees.post<ApplicationAnswer>('/v1/paper-applications', { body: paperApplication() });
    expect(await correspondence(paper.body.id)).toEqual([
      '2019-03-01 received post: Aanvraag, Fenna Voorbeeld',
    ]);
  });

  it('reads it page by page', async () => {
    const path = `/v1/applications/${application.id}/correspondence?limit=4`;
    const first = await kees.get<{ items: Line[]; next: string }>(path);
    const second = await kees.get<{ items: Line[]; next: null }>(first.body.next);
    expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([4, 2, null]);
  });
});

describe('What cannot be a note', () => {
  it('is refused with all that is wrong at once, and nothing of it is kept', async () => {
    const before = (await kees.get<{ items: Note[] }>(notesPath())).body.items.length;
    const wrong = await kees.post(notesPath(), {
      body: { kind: 'fax', direction: 'received', withWhom: '', content: 'x'.repeat(5_000) },
    });
    expect([wrong.status, faultsOf(wrong)]).toEqual([
      400,
      { '/kind': 'not-a-choice', '/withWhom': 'too-short', '/content': 'too-long' },
    ]);
    const empty = await kees.post(notesPath(), { body: { ...call, content: '   ' } });
    expect(faultsOf(empty)).toEqual({ '/content': 'too-short' });
    const future = await kees.post(notesPath(), { body: { ...call, heldOn: '2019-03-05' } });
    expectRefusal(future, 400, 'note-in-future');
    const unknown = { ...call, correctsId: application.id };
    expectRefusal(await kees.post(notesPath(), { body: unknown }), 404, 'note-not-found');
    expect((await kees.get<{ items: Note[] }>(notesPath())).body.items).toHaveLength(before);
  });

  it('is one about a case of another kern, of an own application, or with a correction in another case', async () => {
    const noor = await service.as('noor');
    expectRefusal(await noor.post(notesPath(), { body: call }), 404, 'application-not-found');
    const other = await submit(await service.as('gijs'));
    const { id } = await note(call);
    const body = { ...call, correctsId: id };
    expectRefusal(await kees.post(notesPath(other.id), { body }), 404, 'note-not-found');
    await kees.post(`/v1/applications/${other.id}/recusals`, { body: { reason: 'Gijs is mijn broer.' } });
    expectRefusal(await kees.post(notesPath(other.id), { body: call }), 403, 'has-interest');
  });
});
