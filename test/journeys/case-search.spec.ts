import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationAnswer, expectRefusal, faultsOf, submit } from '../support/case-steps.ts';
import { runOperatorCommand } from '../support/operator-command.ts';
import { type Answer, startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Found {
  readonly items: readonly {
    applicationId: string;
    number: string;
    applicantName: string;
    address: string;
  }[];
  readonly next: string | null;
}

let service: TestService;
let kees: TestCaller;
let bram: TestCaller;
let ofFenna: ApplicationAnswer;
let inZoelen: ApplicationAnswer;

const applicant = {
  ...{ kind: 'resident', name: 'Zeynep Yılmaz-Proefpersoon', street: 'Molenweg', houseNumber: '7b' },
  ...{ postcode: '4011 CD', place: 'Zoelen' },
};

beforeAll(async () => {
  service = await startTestService();
  kees = await service.as('kees');
  bram = await service.as('bram');
  ofFenna = await submit(await service.as('fenna'));
  inZoelen = await submit(await service.as('zeynep'), {
    kernCode: 'zoelen',
    applicant,
    title: 'Bank op het plein',
    description: 'Wij zetten een bank neer.',
  });
});
afterAll(() => service.stop());

function search(caller: TestCaller, text: string, query = ''): Promise<Answer<Found>> {
  return caller.post<Found>(`/v1/case-searches${query}`, { body: { text } });
}

async function numbersFor(caller: TestCaller, text: string): Promise<string[]> {
  const { status, body } = await search(caller, text);
  expect(status).toBe(200);
  return body.items.map(({ number }) => number);
}

describe('Somebody at the town hall gets a phone call and looks for the application', () => {
  it('by name, number, address or a word of the plan, whatever is remembered of it', async () => {
    for (const text of ['Fenna Voorbeeld', ofFenna.number!, 'dorpsstraat 12', '4031ab', 'tuindag kerk']) {
      expect(await numbersFor(bram, text)).toEqual([ofFenna.number]);
    }
    expect(await numbersFor(bram, 'yilmaz')).toEqual([inZoelen.number]);
    expect(await numbersFor(bram, 'ZEYNEP molenweg 7 B')).toEqual([inZoelen.number]);
    expect(await numbersFor(bram, 'bank')).toEqual([inZoelen.number, ofFenna.number]);
    expect((await search(bram, 'zeynep')).body.items[0]).toMatchObject({
      applicationId: inZoelen.id,
      applicantName: 'Zeynep Yılmaz-Proefpersoon',
      address: 'Molenweg 7b, Zoelen',
    });
  });

  it('page by page, the newest first', async () => {
    const first = await search(bram, 'bank', '?limit=1');
    expect(first.body.items.map(({ number }) => number)).toEqual([inZoelen.number]);
    const second = await bram.post<Found>(first.body.next!, { body: { text: 'bank' } });
    expect(second.body.items.map(({ number }) => number)).toEqual([ofFenna.number]);
    expect(second.body.next).toBeNull();
  });

  it('among what that person may see, and what was given to that person', async () => {
    const noor = await service.as('noor');
    expect(await numbersFor(noor, 'bank')).toEqual([]);
    const path = `/v1/applications/${inZoelen.id}`;
    const { version } = (await bram.get<{ version: number }>(path)).body;
    const assignee = { subject: 'noor', name: 'Noor Fictief' };
    expect((await bram.put(`${path}/assignment`, { version, body: { assignee } })).status).toBe(200);
    expect(await numbersFor(noor, 'bank')).toEqual([inZoelen.number]);
    expectRefusal(
      await (await service.as('fenna')).post('/v1/case-searches', { body: { text: 'bank' } }),
      403,
      'not-allowed',
    );
  });

  it('from its submission on, and not while the applicant is still writing', async () => {
    const gijs = await service.as('gijs');
    const change = { intent: 'draft', title: 'Picknicktafel', description: 'Bij het gemaal.' };
    const draft = await submit(gijs, change);
    expect(await numbersFor(kees, 'gemaal')).toEqual([]);
    const path = `/v1/applications/${draft.id}/submission`;
    const submitted = await gijs.post<ApplicationAnswer>(path, { version: draft.version });
    expect(submitted.status).toBe(200);
    expect(await numbersFor(kees, 'gemaal picknicktafel')).toEqual([submitted.body.number]);
  });

  it('by the people of a group that applies together, besides the one who sent it', async () => {
    const applicants = {
      ...applicant,
      kind: 'collective',
      name: 'Buurtmakers',
      contactPerson: 'Fenna Voorbeeld',
    };
    const fenna = await service.as('fenna');
    const together = await submit(fenna, {
      applicant: applicants,
      title: 'Moestuin',
      description: 'Groente.',
    });
    const body = {
      ...{ role: 'co-applicant', name: 'Willemijn Denkbeeldig', street: 'Kerkstraat', houseNumber: '3' },
      ...{ postcode: '4031 CD', place: 'Ingen' },
    };
    const named = await fenna.post(`/v1/applications/${together.id}/parties`, { body });
    expect(named.status).toBe(201);
    expect(await numbersFor(kees, 'willemijn kerkstraat')).toEqual([together.number]);
    expect(await numbersFor(kees, 'moestuin willemijn')).toEqual([together.number]);
  });

  it('and the log tells who found which case, never what was looked for', async () => {
    await search(bram, 'zeynep');
    const auditor = await service.as('aagje');
    const { body } = await auditor.get<{ items: { detail: string }[] }>(
      '/v1/audit-entries?limit=100&action=application:search',
    );
    const searches = body.items.map(({ detail }): unknown => JSON.parse(detail));
    expect(searches).toContainEqual({
      ...{ operation: 'searchCases', status: 200, wordCount: 1 },
      caseIds: [inZoelen.id],
    });
    expect(JSON.stringify(searches)).not.toMatch(/zeynep/i);
  });
});

describe('What cannot be looked for', () => {
  it('is told in words: nothing but signs, far too much, or what cannot be a text', async () => {
    for (const text of ['%', '***', '_ _', 'a', 'de van het']) {
      const answer = await bram.post('/v1/case-searches', { body: { text } });
      expectRefusal(answer, 400, 'search-without-words');
      expect(faultsOf(answer)).toEqual({ '/text': 'search-without-words' });
    }
    const many = await bram.post('/v1/case-searches', {
      body: { text: 'a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11' },
    });
    expectRefusal(many, 400, 'search-too-many-words');
    const long = await bram.post('/v1/case-searches', { body: { text: 'bank '.repeat(2_000) } });
    expect([long.status, faultsOf(long)]).toEqual([400, { '/text': 'too-long' }]);
    const nul = await bram.post('/v1/case-searches', { body: { text: 'bank\u0000' } });
    expect([nul.status, faultsOf(nul)]).toEqual([400, { '/text': 'forbidden-characters' }]);
  });

  it('has no meaning as a wildcard', async () => {
    expect(await numbersFor(bram, 'fen%')).toEqual([]);
    expect(await numbersFor(bram, "bank' OR '1'='1 --")).toEqual([]);
  });
});

describe('Cases from before the words were kept', () => {
  it('are found after the command that keeps them', async () => {
    await service.database.asOwner('TRUNCATE case_search_word');
    await service.database.asOwner("DELETE FROM case_secret WHERE field LIKE 'search-%'");
    expect(await numbersFor(bram, 'bank')).toEqual([]);
    const environment = { DATABASE_URL: service.database.serviceUrl, ...service.keys };
    const { code, output } = await runOperatorCommand('index-search-words', [], environment);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('4 aanvragen') });
    expect(await numbersFor(bram, 'zeynep')).toEqual([inZoelen.number]);
  });
});
