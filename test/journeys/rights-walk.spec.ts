import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { viewOf } from '../../src/identity/domain/case-view.ts';
import type { RightFacts } from '../../src/identity/domain/condition.ts';
import { mayEver, permits, requireRight } from '../../src/identity/domain/permission.ts';
import { type Action, isDeclaredRight } from '../../src/identity/domain/rights.ts';
import { DomainError } from '../../src/kernel/domain-error.ts';
import { newId } from '../../src/kernel/ids.ts';
import { applyInBoth, everybody, marks, type RoleHolder, type Submitted } from '../support/actors.ts';
import { lettersOf } from '../support/case-steps.ts';
import type { ApiDocument } from '../support/hostile-requests.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { acceptableBodies } from '../support/plain-requests.ts';
import { type WalkedRoute, walkedRoute } from '../support/route-walk.ts';
import { type Answer, startTestService, type TestService } from '../support/test-service.ts';

let issuer: OwnIssuer;
let service: TestService;
let people: RoleHolder[];
/** Applications by their applicant, and those of somebody who is nobody else here. */
const submitted: Submitted[] = [];
let routes: WalkedRoute[];
const letterOf = new Map<string, string>();

beforeAll(async () => {
  issuer = await startOwnIssuer();
  service = await startTestService('2019-03-04T09:00:00Z', issuer.environment);
  people = await everybody(service, issuer);
  const stranger = {
    subject: 'vreemde',
    name: 'Vreemde',
    roles: ['resident'],
    kernCodes: [],
    represents: null,
  } as const;
  for (const actor of [
    stranger,
    ...people.filter(({ hasApplied }) => hasApplied).map((each) => each.actor),
  ]) {
    submitted.push(...(await applyInBoth(service, issuer, actor)));
  }
  const [inIngen, elsewhere] = await applyInBoth(service, issuer, stranger);
  submitted.push(inIngen!);
  await assignTo('kernregisseur', elsewhere!);
  const auditor = people.find(({ role }) => role === 'auditor')!.caller;
  for (const { id } of submitted) letterOf.set(id, (await lettersOf(auditor, id))[0]!.id);
  const document = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as ApiDocument;
  const walk = {
    url: service.url,
    routes: service.routes,
    document,
    tokens: [],
    examples: {},
    bodies: acceptableBodies,
  };
  routes = walk.routes.flatMap((route) => walkedRoute(route, walk) ?? []);
});

afterAll(async () => {
  await service.stop();
  await issuer.close();
});

/** Gives an application of a kern where this person does not work to them all the same. */
async function assignTo(subject: string, application: Submitted): Promise<void> {
  const assessor = people.find(({ role, hasApplied }) => role === 'assessor' && !hasApplied)!.caller;
  const path = `/v1/applications/${application.id}`;
  const { version } = (await assessor.get<{ version: number }>(path)).body;
  const body = { assignee: { subject, name: 'Iemand van elders' } };
  expect((await assessor.put(`${path}/assignment`, { version, body })).status).toBe(200);
  submitted.push({ ...application, assigneeSubject: subject });
}

const rightOf = ({ conduct }: WalkedRoute): string => conduct?.right ?? '';

function actionOf(route: WalkedRoute): Action {
  const right = rightOf(route);
  if (!isDeclaredRight(right) || right === 'public') throw new Error(`${route.path} asks for no action`);
  return right;
}

/** Asks a route about one application, with a version that nobody has: who may do it is told that (412). */
function ask({ caller }: RoleHolder, route: WalkedRoute, { id }: Submitted): Promise<Answer> {
  const path = route.path
    .replace(':applicationId', id)
    .replace(':letterId', letterOf.get(id) ?? '')
    .replace(':recusalId', newId())
    .replace(':criterionCode', 'meeting')
    .replace(':stepCode', 'controle');
  if (route.method === 'GET') {
    return caller.get(route.operationId === 'previewLetter' ? `${path}?sentOn=2019-03-04` : path);
  }
  const options = { version: 987_654, body: route.body };
  return route.method === 'PUT' ? caller.put(path, options) : caller.post(path, options);
}

const unknownCodes = ['application-not-found', 'letter-not-found', 'not-found'];

/** What an answer says about the right: allowed, or how it was refused. */
function verdictOf({ status, body }: Answer): string {
  const code = (body as { code?: string } | null)?.code ?? '';
  if (status === 404 && unknownCodes.includes(code)) return 'unknown';
  return status === 403 ? code : 'allowed';
}

/** What the rights table says. */
function expectedVerdict({ actor }: RoleHolder, action: Action, facts: RightFacts): string {
  if (!mayEver(actor, action)) return 'not-allowed';
  try {
    requireRight(actor, action, facts);
    return 'allowed';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.kind === 'not-found' ? 'unknown' : error.code;
  }
}

function factsFor({ hasApplied }: RoleHolder, facts: Submitted): RightFacts {
  return { ...facts, interest: hasApplied };
}

/** The applications that somebody is asked about: those of a stranger, and what they applied for themselves. */
function casesFor({ actor }: RoleHolder): Submitted[] {
  const own = actor.represents?.subject ?? actor.subject;
  return submitted.filter(({ ownerSubject }) => ownerSubject === 'vreemde' || ownerSubject === own);
}

describe('What the service allows, route by route', () => {
  it('is what the rights table says, for every role, kern and applicant', async () => {
    const about = routes.filter(({ path }) => /:(applicationId|letterId)\b/.test(path));
    expect(about.length).toBeGreaterThan(15);
    // Recusing oneself changes what one may do, so that comes last.
    about.sort(
      (one, other) => Number(rightOf(one) === 'recusal:record') - Number(rightOf(other) === 'recusal:record'),
    );
    const differences: string[] = [];
    for (const route of about) {
      const asked = people.flatMap((person) => casesFor(person).map((each) => ({ person, each })));
      const verdicts = await Promise.all(
        asked.map(({ person, each }) => ask(person, route, each).then(verdictOf)),
      );
      asked.forEach(({ person, each }, index) => {
        const expected = expectedVerdict(person, actionOf(route), factsFor(person, each));
        if (verdicts[index] === expected) return;
        const who = `${person.actor.subject} on ${each.kernCode} of ${each.ownerSubject}`;
        differences.push(`${route.operationId} by ${who}: ${verdicts[index]}, by the table ${expected}`);
      });
    }
    expect(differences).toEqual([]);
  }, 120_000);

  it('is refused to every role that the table does not name, on the routes about nothing in particular', async () => {
    const others = routes.filter(
      (route) => rightOf(route) !== 'public' && !/:(applicationId|letterId)\b/.test(route.path),
    );
    const differences: string[] = [];
    for (const route of others) {
      const path = route.nowhere;
      for (const { role, actor, caller } of people.filter(({ hasApplied }) => hasApplied)) {
        const may = mayEver(actor, actionOf(route));
        // Whoever may do it would do it; that is for other tests.
        if (may && route.method !== 'GET') continue;
        const options = { version: 987_654, body: route.body };
        const answer =
          route.method === 'GET'
            ? await caller.get(path)
            : await (route.method === 'PUT' ? caller.put(path, options) : caller.post(path, options));
        const isRefused = verdictOf(answer) === 'not-allowed';
        if (isRefused === may)
          differences.push(`${route.operationId} by ${role}: ${answer.status}, may: ${may}`);
      }
    }
    expect(differences).toEqual([]);
  }, 120_000);
});

describe('What the lists show', () => {
  const idsOf = async (person: RoleHolder, path: string): Promise<string[] | null> => {
    const answer = await person.caller.get<{ items: { id: string }[] }>(`${path}?limit=100`);
    return answer.status === 403 ? null : answer.body.items.map(({ id }) => id).sort();
  };

  it.each([
    ['/v1/work-list', 'application:work-list'],
    ['/v1/applications', 'application:list-own'],
  ] as const)('%s: exactly what one may see one by one', async (path, action) => {
    for (const person of people) {
      const { actor } = person;
      const visible = submitted.filter((facts) => permits(actor, action, facts));
      const expected = mayEver(actor, action) ? visible.map(({ id }) => id).sort() : null;
      expect([actor.subject, await idsOf(person, path)]).toEqual([actor.subject, expected]);
    }
  });
});

const fieldsOfPart = {
  plan: ['description', 'activityStartsOn', 'activityEndsOn', 'costs'],
  people: ['channel', 'support', 'electronicMessages'],
  payment: ['ibanLastFour'],
  motivation: ['missing'],
} as const;

describe('What somebody sees of an application', () => {
  it('is the parts that their work asks, and no field of another part', async () => {
    for (const person of people) {
      for (const each of casesFor(person)) {
        const view = viewOf(person.actor, 'application:read', each);
        const answer = await person.caller.get(`/v1/applications/${each.id}`);
        if (!permits(person.actor, 'application:read', each)) {
          expect([403, 404]).toContain(answer.status);
          continue;
        }
        const seen = Object.entries(fieldsOfPart).flatMap(([part, fields]) =>
          fields.map((field) => [part, field, field in answer.body]),
        );
        const expected = Object.entries(fieldsOfPart).flatMap(([part, fields]) =>
          fields.map((field) => [part, field, view.has(part as keyof typeof fieldsOfPart)]),
        );
        expect([person.actor.subject, ...seen]).toEqual([person.actor.subject, ...expected]);
      }
    }
  });

  it('is for a village body no person, address, telephone or account, on any route', async () => {
    const texts = await textsFor('village-adviser');
    for (const mark of Object.values(marks)) expect(texts).not.toContain(mark);
    expect(texts).not.toContain('4300');
    expect(texts).not.toMatch(/reason|explanation|letterId/);
    expect(texts).toContain('Een bank en een tuindag');
    expect(texts).toContain('Wij plaatsen een bank');
  });

  it('is for finance who is to be paid and where, and not what they are going to do or why', async () => {
    const texts = await textsFor('finance');
    for (const mark of [marks.street, marks.postcode, marks.email, marks.phone, marks.support]) {
      expect(texts).not.toContain(mark);
    }
    expect(texts).toContain(marks.name);
    expect(texts).toContain('"ibanLastFour":"4300"');
    expect(texts).not.toContain('Wij plaatsen een bank');
  });

  /** Everything that a role gets to read about the applications of somebody else in its kern. */
  async function textsFor(role: RoleHolder['role']): Promise<string> {
    const { caller } = people.find((person) => person.role === role && !person.hasApplied)!;
    const { id } = submitted.find(
      ({ ownerSubject, kernCode }) => ownerSubject === 'vreemde' && kernCode === 'ingen',
    )!;
    const readings = routes.filter(
      ({ method, path }) => method === 'GET' && /:applicationId\b|work-list|college-lists$/.test(path),
    );
    const answers = await Promise.all(
      readings.map(({ path }) => caller.get(path.replace(':applicationId', id))),
    );
    const shown = answers.filter(({ status }) => status === 200);
    expect(shown.length).toBeGreaterThanOrEqual(4);
    return shown.map(({ bytes }) => bytes.toString('utf8')).join('\n');
  }
});
