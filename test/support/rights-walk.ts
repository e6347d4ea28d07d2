import { mayEver, requireRight } from '../../src/identity/domain/permission.ts';
import type { RightFacts } from '../../src/identity/domain/condition.ts';
import { type Action, isDeclaredRight } from '../../src/identity/domain/actions.ts';
import { DomainError } from '../../src/kernel/domain-error.ts';
import { newId } from '../../src/kernel/ids.ts';
import { kernen, type KernCode, type RoleHolder } from './actors.ts';
import type { WalkedRoute } from './route-walk.ts';
import type { Answer, TestCaller } from './test-service.ts';

/** Something that routes are about, with what decides who may do what with it. */
export interface Thing {
  /** The path parameters that name it or a part of it, with their values. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly facts: RightFacts & { readonly kernCode: KernCode };
  /** Who is asked about it. */
  readonly isAsked: (person: RoleHolder) => boolean;
}

/** Everybody, everything, and every route: what the rights table says of each is compared with what the service does. */
export interface RightsWalk {
  readonly people: readonly RoleHolder[];
  readonly things: readonly Thing[];
  readonly routes: readonly WalkedRoute[];
}

/** How something that one may not see is said not to be there. */
const unknownCodes = new Set([
  ...['application-not-found', 'letter-not-found', 'college-list-not-found', 'way-draft-not-found'],
  'not-found',
]);

/** Parts of things of which it does not matter whether they are there. */
const fillings: Readonly<Record<string, string>> = {
  recusalId: newId(),
  attachmentId: newId(),
  partyId: newId(),
  criterionCode: 'meeting',
  stepCode: 'controle',
};

export const rightOf = ({ conduct }: WalkedRoute): string => conduct?.right ?? '';

function actionOf(route: WalkedRoute): Action {
  const right = rightOf(route);
  if (!isDeclaredRight(right) || right === 'public') throw new Error(`${route.path} asks for no action`);
  return right;
}

/** What an answer says about the right: allowed, or how it was refused. */
function verdictOf({ status, body }: Answer): string {
  const code = (body as { code?: string } | null)?.code ?? '';
  if (status === 404 && unknownCodes.has(code)) return 'unknown';
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

function send(caller: TestCaller, route: WalkedRoute, path: string, body: unknown): Promise<Answer> {
  if (route.method === 'GET') return caller.get(path);
  // A version that nobody has: who may do it is told that (412).
  const options = { version: 987_654, ...(body !== undefined && { body }) };
  return route.method === 'PUT' ? caller.put(path, options) : caller.post(path, options);
}

function fill(route: WalkedRoute, parameters: Readonly<Record<string, string>>): string {
  const all = { ...fillings, ...parameters };
  const path = route.path.replaceAll(/:(\w+)/g, (whole, name: string) => all[name] ?? whole);
  return route.parameters.some(({ name }) => name === 'sentOn') ? `${path}?sentOn=2019-03-04` : path;
}

/** Whether a route is about a thing of this kind: it is named in the path. */
export function isAbout({ path }: WalkedRoute, { parameters }: Pick<Thing, 'parameters'>): boolean {
  return Object.keys(parameters).some((name) => new RegExp(`:${name}\\b`).test(path));
}

/** A dossier is a whole file: of those one thing in each kern tells as much. */
const givesFile = ({ conduct }: WalkedRoute) => conduct?.produces.includes('application/zip') ?? false;

function onePerKern<Thing extends { readonly facts: { readonly kernCode?: string } }>(
  things: readonly Thing[],
): Thing[] {
  return [...new Map([...things].reverse().map((thing) => [thing.facts.kernCode, thing])).values()];
}

/** Compares every route about something, for everybody who is asked about it. */
export async function differencesAboutThings({ people, things, routes }: RightsWalk): Promise<string[]> {
  // Recusing oneself changes what one may do, so that comes last.
  const inOrder = [...routes].sort(
    (one, other) => Number(rightOf(one) === 'recusal:record') - Number(rightOf(other) === 'recusal:record'),
  );
  const differences: string[] = [];
  for (const route of inOrder) {
    const about = things.filter((thing) => isAbout(route, thing));
    const asked = (givesFile(route) ? onePerKern(about) : about).flatMap((thing) =>
      people.filter(thing.isAsked).map((person) => ({ person, thing })),
    );
    const verdicts = await Promise.all(
      asked.map(({ person, thing }) =>
        send(person.caller, route, fill(route, thing.parameters), route.body).then(verdictOf),
      ),
    );
    asked.forEach(({ person, thing }, index) => {
      const facts = { ...thing.facts, interest: person.hasApplied };
      const expected = expectedVerdict(person, actionOf(route), facts);
      if (verdicts[index] === expected) return;
      const who = `${person.actor.subject} on ${facts.kernCode} of ${facts.ownerSubject ?? 'nobody'}`;
      differences.push(`${route.operationId} by ${who}: ${verdicts[index]}, by the table ${expected}`);
    });
  }
  return differences;
}

/**
 * The same body for another kern, for what names one: at the top or in a document; null for what names none. What names
 * other things too is about those.
 */
function bodyFor(body: unknown, kernCode: KernCode): object | null {
  if (typeof body !== 'object' || body === null) return null;
  if (Object.keys(body).some((name) => /Ids?$/.test(name))) return null;
  if ('kernCode' in body) return { ...body, kernCode };
  if ('kernCodes' in body) return { ...body, kernCodes: [kernCode] };
  return 'document' in body ? { ...body, document: { kernCodes: [kernCode] } } : null;
}

/** Compares every route that makes something for a kern. Who applied has an interest, which other tests are about. */
export async function differencesAboutKernen({ people, routes }: RightsWalk): Promise<string[]> {
  const differences: string[] = [];
  for (const route of routes) {
    for (const kernCode of kernen) {
      const body = bodyFor(route.body, kernCode);
      if (body === null) continue;
      for (const person of people.filter(({ hasApplied }) => !hasApplied)) {
        const { actor } = person;
        const ownerSubject = actor.represents?.subject ?? actor.subject;
        const expected = expectedVerdict(person, actionOf(route), { kernCode, ownerSubject });
        const verdict = verdictOf(await send(person.caller, route, route.path, body));
        if (verdict === expected) continue;
        differences.push(
          `${route.operationId} by ${actor.subject} for ${kernCode}: ${verdict}, by the table ${expected}`,
        );
      }
    }
  }
  return differences;
}

/** Compares every route with who may do it at all, whatever it is about. */
export async function differencesByRole({ people, routes }: RightsWalk): Promise<string[]> {
  const differences: string[] = [];
  for (const route of routes) {
    for (const { role, actor, caller } of people.filter(({ hasApplied }) => hasApplied)) {
      const may = mayEver(actor, actionOf(route));
      // Who may do it gets as far as the input, of which nothing comes.
      const body = route.takesBody ? { onbekend: 1 } : undefined;
      const answer = await send(caller, route, fill(route, {}).replace(/:\w+/g, newId()), body);
      const isRefused = verdictOf(answer) === 'not-allowed';
      if (isRefused === may) {
        differences.push(`${route.operationId} by ${role}: ${answer.status}, may: ${may}`);
      }
    }
  }
  return differences;
}
