import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { attach } from '../support/attachment-steps.ts';
import { assess, lettersOf, paperApplication, prepareList, submit } from '../support/case-steps.ts';
import type { ApiDocument } from '../support/hostile-requests.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { photo } from '../support/sample-files.ts';
import { acceptableBodies } from '../support/acceptable-bodies.ts';
import { walkRoutes, type Walk } from '../support/route-walk.ts';
import { stopWatching } from '../support/watched-answers.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';
import { activateWay, ownWay, recordBody } from '../support/way-documents.ts';

let issuer: OwnIssuer;

beforeAll(async () => {
  issuer = await startOwnIssuer();
});
afterAll(() => issuer.close());

function start(mount?: (instance: FastifyInstance) => void): Promise<TestService> {
  return startTestService('2019-05-06T08:00:00Z', issuer.environment, mount);
}

const roles = [
  'kernregisseur',
  'assessor',
  'registrar',
  'finance',
  'village-adviser',
  'auditor',
  'administrator',
];

/** An official with every role, and a resident: nobody who applies also handles. */
async function tokensOf(): Promise<string[]> {
  const kernen = ['ingen', 'zoelen'];
  return Promise.all([
    issuer.sign({ sub: 'alles', name: 'Alle Rollen', roles, kernen }),
    issuer.sign({ sub: 'bewoner', name: 'Een Bewoner', roles: ['resident'] }),
  ]);
}

async function walkOf(service: TestService): Promise<Walk> {
  const [official = '', resident = ''] = await tokensOf();
  const [handler, applicant] = [service.withToken(official), service.withToken(resident)];
  const assessor = service.withToken(await issuer.sign({ sub: 'ander', name: 'Ander', roles: ['assessor'] }));
  const registrar = service.withToken(await issuer.sign({ sub: 'roos', name: 'Roos', roles: ['registrar'] }));
  const application = await submit(applicant, { kernCode: 'ingen' });
  const paper = await handler.post<{ id: string; version: number }>('/v1/paper-applications', {
    body: paperApplication({ kernCode: 'zoelen' }),
  });
  await assess(assessor, paper.body, 'not-met');
  const list = await prepareList(assessor, ['zoelen']);
  const attachment = await attach(applicant, application.id, { kind: 'photo', content: await photo() });
  const mandate = await handler.post<{ id: string }>('/v1/mandates', {
    body: {
      ...{ holderSubject: 'kees', holderName: 'Kees Fictief', action: 'grant', reference: 'B&W 2019-1' },
      validFromDate: '2019-01-01',
    },
  });
  const recusal = await handler.post<{ id: string }>(`/v1/applications/${application.id}/recusals`, {
    body: { subject: 'iemand-anders', reason: 'De aanvrager is familie.' },
  });
  const resolution = await handler.post<{ id: string }>('/v1/ledger-resolutions', {
    body: {
      ...{ body: 'council', number: 'RB 2019-1', decidedOn: '2019-05-01', title: 'Begroting' },
      documentReference: 'raad/2019/1',
    },
  });
  const run = await handler.post<{ id: string }>('/v1/ledger-runs', {
    body: {
      ...{ kind: 'allocation', countsOn: '2019-05-06', resolutionId: resolution.body.id },
      ...{ regulationCode: 'leefbaarheidsbudget-2019', lines: [{ kernCode: 'ingen', amountCents: 100 }] },
    },
  });
  const draft = await handler.post<{ id: string }>('/v1/regulation-drafts', {
    body: { code: 'proef-2019', document: {} },
  });
  const ending = await handler.post<{ id: string }>('/v1/regulation-endings', {
    body: { regulationCode: 'leefbaarheidsbudget-2019', lastDate: '2019-12-30', reason: 'Proef.' },
  });
  const wayDraft = await handler.post<{ id: string }>('/v1/way-drafts', {
    body: { code: 'proef', document: {} },
  });
  await recordBody(handler, 'ingen', 'dorpsraad');
  const wayVersionId = await activateWay(handler, registrar, 'walk', ownWay(), '2019-05-06');
  const laboratoryRun = await handler.post<{ id: string }>('/v1/laboratory-runs', {
    body: { wayVersionIds: [wayVersionId] },
  });
  const substitution = await handler.post<{ id: string }>('/v1/substitutions', {
    body: { substituteSubject: 'ander', fromDate: '2019-06-03', untilDate: '2019-06-07' },
  });
  const feed = await handler.post<{ id: string; address: string }>('/v1/calendar-feeds');
  const letterTemplate = await handler.post<{ id: string }>('/v1/letter-templates', {
    body: acceptableBodies['createLetterTemplate'],
  });
  const otherApplication = await addSeconds(handler, applicant, application.id);
  const budgets = await handler.get<{ items: { id: string }[] }>('/v1/budgets');
  const letters = await lettersOf(applicant, application.id);
  return {
    url: service.url,
    routes: service.routes,
    document: (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as ApiDocument,
    tokens: [official, resident],
    others: { applicationId: otherApplication },
    examples: {
      applicationId: [application.id],
      criterionCode: ['meeting'],
      listId: [list.id],
      mandateId: [mandate.body.id],
      feedId: [feed.body.id],
      calendarAddress: [feed.body.address.replace('/v1/calendars/', '')],
      recusalId: [recusal.body.id],
      attachmentId: [attachment.id],
      partyId: [application.id],
      substitutionId: [substitution.body.id],
      runId: [run.body.id],
      draftId: [draft.body.id],
      endingId: [ending.body.id],
      stepCode: ['controle'],
      wayDraftId: [wayDraft.body.id],
      wayVersionId: [wayVersionId],
      laboratoryRunId: [laboratoryRun.body.id],
      bodyCode: ['dorpsraad'],
      budgetId: [budgets.body.items[0]!.id],
      letterId: [letters[0]!.id],
      letterTemplateId: [letterTemplate.body.id],
      kernCode: ['ingen'],
      regulationCode: ['leefbaarheidsbudget-2019'],
    },
    bodies: acceptableBodies,
  };
}

/** One more of what there is one of, so that lists have pages. */
async function addSeconds(
  handler: TestCaller,
  applicant: TestCaller,
  applicationId: string,
): Promise<string> {
  const mandate = { ...{ holderSubject: 'roos', holderName: 'Roos Fictief' }, action: 'grant' };
  await handler.post('/v1/mandates', {
    body: { ...mandate, reference: 'B&W 2019-2', validFromDate: '2019-01-01' },
  });
  await handler.post(`/v1/applications/${applicationId}/recusals`, {
    body: { subject: 'nog-iemand', reason: 'De aanvrager is een buur.' },
  });
  const resolution = await handler.post<{ id: string }>('/v1/ledger-resolutions', {
    body: {
      ...{ body: 'council', number: 'RB 2019-2', decidedOn: '2019-05-02', title: 'Begroting' },
      documentReference: 'raad/2019/2',
    },
  });
  for (const kernCode of ['ingen', 'zoelen']) {
    await handler.post('/v1/ledger-runs', {
      body: {
        ...{ kind: 'allocation', countsOn: '2019-05-06', resolutionId: resolution.body.id },
        ...{ regulationCode: 'leefbaarheidsbudget-2019', lines: [{ kernCode, amountCents: 100 }] },
      },
    });
  }
  await handler.post('/v1/regulation-drafts', { body: { code: 'proef-2020', document: {} } });
  await handler.post('/v1/letter-templates', { body: acceptableBodies['createLetterTemplate'] });
  await handler.post('/v1/calendar-feeds');
  await recordBody(handler, 'ingen', 'dorpsbelang');
  return (await submit(applicant, { kernCode: 'ingen' })).id;
}

describe('Every route of the service', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await start();
  });
  afterAll(() => service.stop());

  it('answers every way of going wrong as agreed, and describes what it answers', async () => {
    const pagedLists = new Set<string>();
    const { complaints, probes } = await walkRoutes({ ...(await walkOf(service)), pagedLists });
    expect(complaints).toEqual([]);
    expect(probes).toBeGreaterThan(20 * 30);
    expect(pagedLists.size).toBeGreaterThanOrEqual(17);
  }, 120_000);
});

/** A route that keeps to nothing: whoever asks whatever, it answers that all is well. */
function mountSpoiledRoute(instance: FastifyInstance): void {
  const produces = ['application/x-niets'];
  const conduct = {
    produces,
    takesQuery: true,
    versionProperty: null,
    csv: null,
    operationId: 'spoiled',
    isList: true,
    right: 'letter:announce',
  };
  void instance.register((spoiled, _options, done) => {
    spoiled.removeAllContentTypeParsers();
    spoiled.addContentTypeParser('*', (_request, payload, parsed) => {
      payload.resume().on('end', () => parsed(null));
    });
    spoiled.post('/v1/spoiled/:mandateId', { config: { conduct } }, () => ({ fine: true }));
    spoiled.get('/v1/undescribed', () => ({ fine: true }));
    let looks = 0;
    spoiled.get('/v1/unordered', { config: { conduct: { ...conduct, right: 'mandate:read' } } }, () => ({
      items: [{ look: (looks += 1) }, { look: (looks += 1) }],
      next: null,
    }));
    done();
  });
}

describe('The walk over all routes', () => {
  let service: TestService;
  let walk: Walk;

  beforeAll(async () => {
    service = await start(mountSpoiledRoute);
    walk = await walkOf(service);
    // Here the walk itself is looked at, not what the API says of itself.
    stopWatching(service.url);
  });
  afterAll(() => service.stop());

  it('complains of a route that keeps to nothing, for every way in which it goes wrong', async () => {
    const { paths } = walk.document;
    const document = {
      ...walk.document,
      paths: { '/spoiled/{mandateId}': { post: paths['/mandates/{mandateId}/end']!['post']! } },
    };
    const routes = walk.routes.filter(({ path }) => path.includes('spoiled'));
    const { complaints } = await walkRoutes({ ...walk, routes, document });
    const ways = complaints.map((complaint) => /, ([^(]+) \(/.exec(complaint)?.[1]);
    expect(new Set(ways)).toEqual(
      new Set([
        ...['an Accept that cannot be met', 'a query key that it does not know', 'a page key that is none'],
        ...['a page of 0', 'a page of 101', 'a page of -1', 'a page of 1e2', 'a page of veel'],
        ...['no content type', 'text for JSON', 'a form', 'half a JSON', 'an empty body', 'a body too large'],
        ...['a prototype in the body', 'a field that it does not know', 'a list for an object'],
        ...[
          'no Idempotency-Key',
          'a key with a space',
          'no precondition',
          'a weak precondition',
          'any version',
        ],
        ...['a stale precondition', 'something that is not there', 'an identifier that is none'],
        ...['no login', 'a made up token', 'another kind of login'],
      ]),
    );
  });

  it('complains of a list that is another on every page', async () => {
    const document = { ...walk.document, paths: { '/unordered': walk.document.paths['/mandates']! } };
    const routes = walk.routes.filter(({ path, method }) => path === '/v1/unordered' && method === 'GET');
    const { complaints } = await walkRoutes({ ...walk, routes, document });
    expect(complaints).toContain(
      '/v1/unordered, pages: other items in pages of one than in pages of a hundred',
    );
  });

  it('complains of a route that is not described, and of a description without a route', async () => {
    const routes = walk.routes.filter(({ path }) => path === '/v1/undescribed');
    const { complaints } = await walkRoutes({ ...walk, routes });
    expect(complaints).toContain('GET /v1/undescribed is not described');
    expect(complaints).toContain('listKernen is described, and is no route');
  });
});
