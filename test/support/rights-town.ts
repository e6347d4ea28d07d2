import type { FastifyInstance } from 'fastify';
import { applyInBoth, everybody, type KernCode, kernen, type RoleHolder, type Submitted } from './actors.ts';
import { assess, lettersOf, prepareList } from './case-steps.ts';
import type { ApiDocument } from './hostile-requests.ts';
import { type OwnIssuer, startOwnIssuer } from './own-issuer.ts';
import { acceptableBodies } from './acceptable-bodies.ts';
import type { Thing } from './rights-walk.ts';
import { type WalkedRoute, walkedRoute } from './route-walk.ts';
import { startTestService, type TestService } from './test-service.ts';
import { ownWay } from './way-documents.ts';
import { stopWatching, watchAnswers } from './watched-answers.ts';

/** A municipality with everybody in it who may do different things, and something of each for them to do it with. */
export interface RightsTown {
  readonly people: readonly RoleHolder[];
  /** Applications by their applicant, and those of somebody who is nobody else here. */
  readonly submitted: readonly Submitted[];
  /** Applications with their letters, lists for the college, and drafts of ways, of two kernen each. */
  readonly things: readonly Thing[];
  readonly routes: readonly WalkedRoute[];
  /** From now on some routes forget to ask for the right, and one asks for too much; until it is told otherwise. */
  spoil(spoiled: boolean): void;
  close(): Promise<void>;
}

const stranger = {
  ...{ subject: 'vreemde', name: 'Vreemde', roles: ['resident'] as const },
  ...{ kernCodes: [], represents: null },
};

/** Answers some routes before anybody asks for the right. */
function spoilWhen(isSpoiled: () => boolean): (instance: FastifyInstance) => void {
  return (instance) => {
    instance.addHook('onRequest', async ({ url, method }, reply) => {
      if (!isSpoiled()) return;
      const path = url.split('?', 1)[0] ?? '';
      if (path.endsWith('/letters')) await reply.send({ items: [], next: null });
      if (path.endsWith('/findings')) await reply.code(404).send({ code: 'application-not-found' });
      if (path === '/v1/mandates' || path.startsWith('/v1/college-lists/')) await reply.send({});
      if (method === 'POST' && path === '/v1/paper-applications') await reply.code(201).send({});
    });
  };
}

async function routesOf(service: TestService): Promise<WalkedRoute[]> {
  const document = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as ApiDocument;
  const { url, routes } = service;
  const walk = { url, routes, document, tokens: [], examples: {}, bodies: acceptableBodies };
  return routes.flatMap((route) => walkedRoute(route, walk) ?? []);
}

/** Everybody's applications, one of them assigned to the kernregisseur of another kern. */
async function applyAll(
  service: TestService,
  issuer: OwnIssuer,
  people: readonly RoleHolder[],
): Promise<Submitted[]> {
  const submitted: Submitted[] = [];
  const applicants = people.filter(({ hasApplied }) => hasApplied).map(({ actor }) => actor);
  for (const actor of [stranger, ...applicants])
    submitted.push(...(await applyInBoth(service, issuer, actor)));
  const [inIngen, elsewhere] = await applyInBoth(service, issuer, stranger);
  const assessor = people.find(({ role, hasApplied }) => role === 'assessor' && !hasApplied)!.caller;
  const path = `/v1/applications/${elsewhere!.id}`;
  const { version } = (await assessor.get<{ version: number }>(path)).body;
  const body = { assignee: { subject: 'kernregisseur', name: 'Iemand van elders' } };
  const { status } = await assessor.put(`${path}/assignment`, { version, body });
  if (status !== 200) throw new Error(`Assigning gave ${status}`);
  return [...submitted, inIngen!, { ...elsewhere!, assigneeSubject: 'kernregisseur' }];
}

/** Who is asked about an application: everybody about those of a stranger, else whoever applied. */
function isAskedAbout({ ownerSubject }: Submitted): Thing['isAsked'] {
  return ({ actor }) =>
    ownerSubject === stranger.subject || ownerSubject === (actor.represents?.subject ?? actor.subject);
}

async function thingsOf(
  service: TestService,
  issuer: OwnIssuer,
  people: readonly RoleHolder[],
  submitted: readonly Submitted[],
): Promise<Thing[]> {
  const auditor = people.find(({ role }) => role === 'auditor')!.caller;
  const someoneElse = async (role: string) =>
    service.withToken(await issuer.sign({ sub: `andere-${role}`, name: 'Een ander', roles: [role] }));
  const [assessor, administrator] = [await someoneElse('assessor'), await someoneElse('administrator')];
  const things: Thing[] = [];
  for (const facts of submitted) {
    const [letter] = await lettersOf(auditor, facts.id);
    const parameters = { applicationId: facts.id, letterId: letter!.id };
    things.push({ parameters, facts, isAsked: isAskedAbout(facts) });
  }
  // Whoever applied has an interest in what stands on a list too, which has journeys of its own.
  const isAsked: Thing['isAsked'] = ({ hasApplied }) => !hasApplied;
  const about = (kernCode: KernCode, parameters: Thing['parameters']) =>
    things.push({ parameters, facts: { kernCode }, isAsked });
  // Without the step for which a kern must have a body.
  const steps = (ownWay()['steps'] as { kind: string }[]).filter(({ kind }) => kind !== 'advice');
  for (const kernCode of kernen) {
    // Before applications are decided upon together, only what is refused anyway can be on a list.
    const refusable = submitted.find((each) => each.kernCode === kernCode)!;
    const { body: seen } = await assessor.get<{ version: number }>(`/v1/applications/${refusable.id}`);
    await assess(assessor, { ...refusable, ...seen }, 'not-met');
    about(kernCode, { listId: (await prepareList(assessor, [kernCode])).id });
    const draft = await administrator.post<{ id: string }>('/v1/way-drafts', {
      body: { code: `weg-${kernCode}`, document: ownWay({ kernCodes: [kernCode], steps }) },
    });
    about(kernCode, { wayDraftId: draft.body.id });
  }
  return things;
}

export async function openRightsTown(): Promise<RightsTown> {
  let spoiled = false;
  const issuer = await startOwnIssuer();
  const mount = spoilWhen(() => spoiled);
  const service = await startTestService('2019-03-04T09:00:00Z', issuer.environment, mount);
  const people = await everybody(service, issuer);
  const submitted = await applyAll(service, issuer, people);
  return {
    people,
    submitted,
    things: await thingsOf(service, issuer, people, submitted),
    routes: await routesOf(service),
    spoil(now) {
      spoiled = now;
      // What is spoiled is not as it is described either.
      if (now) stopWatching(service.url);
      else watchAnswers(service.url);
    },
    async close() {
      await service.stop();
      await issuer.close();
    },
  };
}
