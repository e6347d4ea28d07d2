import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { viewOf } from '../../src/identity/domain/case-view.ts';
import { conditionsFor, mayEver, permits } from '../../src/identity/domain/permission.ts';
import { isDeclaredRight } from '../../src/identity/domain/actions.ts';
import { kernen, marks, type RoleHolder } from '../support/actors.ts';
import { openRightsTown, type RightsTown } from '../support/rights-town.ts';
import {
  differencesAboutKernen,
  differencesAboutThings,
  differencesByRole,
  isAbout,
  rightOf,
} from '../support/rights-walk.ts';
import type { WalkedRoute } from '../support/route-walk.ts';

let town: RightsTown;

beforeAll(async () => {
  town = await openRightsTown();
});
afterAll(() => town.close());

const routesThat = (wanted: (route: WalkedRoute) => boolean) =>
  town.routes.filter((route) => rightOf(route) !== 'public' && wanted(route));
const isAboutThings = (route: WalkedRoute) => town.things.some((thing) => isAbout(route, thing));

describe('What the service allows, route by route', () => {
  it('is what the rights table says, for every role, kern and applicant', async () => {
    const routes = routesThat(isAboutThings);
    expect(routes.length).toBeGreaterThan(30);
    expect(await differencesAboutThings({ ...town, routes })).toEqual([]);
  }, 120_000);

  it('is refused to every role that the table does not name, and to no other, whatever it is about', async () => {
    const routes = routesThat((route) => !isAboutThings(route));
    expect(routes.length).toBeGreaterThan(40);
    expect(await differencesByRole({ ...town, routes })).toEqual([]);
  }, 120_000);

  it('is seen to be otherwise when a route lets in who may not, or shuts out who may', async () => {
    const only = (...names: string[]) => ({
      ...town,
      routes: town.routes.filter(({ operationId }) => names.includes(operationId)),
    });
    town.spoil(true);
    const differences = [
      ...(await differencesAboutThings(only('listLetters', 'listFindings', 'getCollegeList'))),
      ...(await differencesByRole(only('listMandates'))),
      ...(await differencesAboutKernen(only('createPaperApplication'))),
    ];
    town.spoil(false);
    expect(differences).toEqual(
      expect.arrayContaining([
        'listLetters by village-adviser on ingen of vreemde: allowed, by the table not-allowed',
        'listFindings by assessor on ingen of vreemde: unknown, by the table allowed',
        'getCollegeList by kernregisseur on ravenswaaij of nobody: allowed, by the table unknown',
        'listMandates by resident: 200, may: false',
        'createPaperApplication by kernregisseur for ravenswaaij: allowed, by the table not-allowed',
      ]),
    );
  }, 120_000);
});

interface ListedItem {
  readonly id: string;
  readonly applicationId?: string;
  readonly kernCode?: string;
  readonly kernCodes?: readonly string[];
}

/** The first page of a list; null when the caller may not see it. */
async function itemsOf({ caller }: RoleHolder, path: string): Promise<ListedItem[] | null> {
  const { status, body } = await caller.get<{ items: ListedItem[] }>(`${path}?limit=100`);
  return status === 403 ? null : body.items;
}

const kernenOf = ({ kernCode, kernCodes = [] }: ListedItem) => [
  ...(kernCode ? [kernCode] : []),
  ...kernCodes,
];

describe('What the lists show', () => {
  it.each([
    ['/v1/work-list', 'application:work-list'],
    ['/v1/applications', 'application:list-own'],
  ] as const)('%s: exactly what one may see one by one', async (path, action) => {
    for (const person of town.people) {
      const { actor } = person;
      const visible = town.submitted.filter((facts) => permits(actor, action, facts));
      const expected = mayEver(actor, action) ? visible.map(({ id }) => id).sort() : null;
      const shown = await itemsOf(person, path);
      expect([actor.subject, shown?.map(({ id }) => id).sort() ?? null]).toEqual([actor.subject, expected]);
    }
  });

  it('/v1/college-lists and /v1/due-dates: exactly those of kernen for which one may see them', async () => {
    const lists = town.things.filter(({ parameters }) => parameters['listId'] !== undefined);
    for (const person of town.people.filter(({ hasApplied }) => !hasApplied)) {
      const { actor, role } = person;
      const visible = lists.filter(({ facts }) => permits(actor, 'college-list:read', facts));
      const shown = (await itemsOf(person, '/v1/college-lists')) ?? [];
      const expected = visible.map(({ parameters }) => parameters['listId']).sort();
      expect([role, shown.map(({ id }) => id).sort()]).toEqual([role, expected]);
      // Of due dates finance sees those that cost or bring money, of which there is none yet.
      const mayKnow = (kernCode: string) =>
        role !== 'finance' && permits(actor, 'deadline:work-list', { kernCode });
      const due = (await itemsOf(person, '/v1/due-dates')) ?? [];
      expect([role, [...new Set(due.flatMap(kernenOf))].sort()]).toEqual([role, kernen.filter(mayKnow)]);
    }
  });

  it('nothing of another kern, on any list, to who works for one kern or advises in its name', async () => {
    const lists = routesThat(({ conduct, path }) => conduct?.isList === true && !path.includes(':'));
    expect(lists.length).toBeGreaterThan(10);
    const strange: string[] = [];
    for (const route of lists) {
      const right = rightOf(route);
      for (const person of town.people.filter(({ hasApplied }) => !hasApplied)) {
        const { actor } = person;
        if (!isDeclaredRight(right) || right === 'public') continue;
        if (conditionsFor(actor, right).has('any') || !mayEver(actor, right)) continue;
        for (const item of (await itemsOf(person, route.path)) ?? []) {
          const facts = town.submitted.find(({ id }) => id === (item.applicationId ?? item.id));
          const isReadable = facts !== undefined && permits(actor, 'application:read', facts);
          const elsewhere = kernenOf(item).filter((code) => !actor.kernCodes.includes(code));
          if (elsewhere.length > 0 && !isReadable)
            strange.push(`${route.path} to ${actor.subject}: ${elsewhere.join()}`);
        }
      }
    }
    expect(strange).toEqual([]);
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
    const cases = town.things.filter(({ parameters }) => parameters['applicationId'] !== undefined);
    for (const person of town.people) {
      for (const { parameters, facts } of cases.filter(({ isAsked }) => isAsked(person))) {
        const view = viewOf(person.actor, 'application:read', facts);
        const answer = await person.caller.get(`/v1/applications/${parameters['applicationId']}`);
        if (!permits(person.actor, 'application:read', facts)) {
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
    const { caller } = town.people.find((person) => person.role === role && !person.hasApplied)!;
    const { id } = town.submitted.find(
      ({ ownerSubject, kernCode }) => ownerSubject === 'vreemde' && kernCode === 'ingen',
    )!;
    const readings = town.routes.filter(
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

describe('What is made for a kern', () => {
  it('is made by who may do so there, as the rights table says', async () => {
    const makes = ({ parameters }: WalkedRoute) => parameters.some(({ name }) => name === 'Idempotency-Key');
    const routes = routesThat((route) => !route.path.includes(':') && makes(route));
    expect(routes.length).toBeGreaterThan(10);
    expect(await differencesAboutKernen({ ...town, routes })).toEqual([]);
  }, 120_000);
});
