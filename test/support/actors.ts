import { type Actor, type Role, roles } from '../../src/kernel/actor.ts';
import { submit } from './case-steps.ts';
import type { OwnIssuer } from './own-issuer.ts';
import type { TestCaller, TestService } from './test-service.ts';

/** The kern for which everybody works who works for one, and another. */
export const kernen = ['ingen', 'ravenswaaij'] as const;

export type KernCode = (typeof kernen)[number];

/** An application that somebody made, for the walk over rights. */
export interface Submitted {
  readonly id: string;
  readonly kernCode: KernCode;
  readonly ownerSubject: string;
  readonly assigneeSubject?: string;
}

/** Somebody with one role, who has applied in both kernen or in none. */
export interface RoleHolder {
  readonly role: Role;
  readonly actor: Actor;
  readonly caller: TestCaller;
  readonly hasApplied: boolean;
}

const represents = { subject: 'kvk-00000000', name: 'Stichting Het Verzonnen Dorpshuis' };

function actorOf(role: Role, hasApplied: boolean): Actor {
  return {
    subject: `${role}${hasApplied ? '-aanvrager' : ''}`,
    name: `Iemand als ${role}`,
    roles: [role],
    kernCodes: [kernen[0]],
    represents: role === 'representative' ? { ...represents, subject: `kvk-${Number(hasApplied)}` } : null,
  };
}

function claimsOf({
  subject,
  name,
  roles: held,
  kernCodes,
  represents: party,
}: Actor): Record<string, unknown> {
  return {
    ...{ sub: subject, name, roles: [...held], kernen: [...kernCodes] },
    ...(party && { represents: { sub: party.subject, name: party.name } }),
  };
}

/** Everybody: each role twice, once by somebody who never applied and once by somebody who did. */
export async function everybody(service: TestService, issuer: OwnIssuer): Promise<RoleHolder[]> {
  const pairs = roles.flatMap((role) => [false, true].map((hasApplied) => ({ role, hasApplied })));
  return Promise.all(
    pairs.map(async ({ role, hasApplied }) => {
      const actor = actorOf(role, hasApplied);
      return { role, hasApplied, actor, caller: service.withToken(await issuer.sign(claimsOf(actor))) };
    }),
  );
}

/** Lets somebody apply in both kernen; an official does so as the resident that he or she is too. */
export async function applyInBoth(
  service: TestService,
  issuer: OwnIssuer,
  actor: Actor,
): Promise<Submitted[]> {
  const asApplicant = actor.represents ? actor : { ...actor, roles: ['resident'] as const };
  const caller = service.withToken(await issuer.sign(claimsOf(asApplicant)));
  const submitted: Submitted[] = [];
  for (const kernCode of kernen) {
    const { id } = await submit(caller, { kernCode, applicant: markedApplicant, support: marks.support });
    submitted.push({ id, kernCode, ownerSubject: actor.represents?.subject ?? actor.subject });
  }
  return submitted;
}

/** Values that stand nowhere else, to look for in what somebody gets. */
export const marks = {
  name: 'Marieke Merkteken',
  street: 'Merktekenlaan',
  postcode: '4099 ZX',
  email: 'merkteken@voorbeeld.nl',
  phone: '0612340099',
  support: 'Ook buurvrouw Merkbaar doet mee.',
} as const;

const markedApplicant = {
  ...{ kind: 'resident', name: marks.name, street: marks.street, houseNumber: '12' },
  ...{ postcode: marks.postcode, place: 'Ingen', email: marks.email, phone: marks.phone },
};
