import { describe, expect, it } from '@jest/globals';
import { type Actor, type Role, roles } from '../../kernel/actor.ts';
import { type CasePart, caseParts, viewOf } from './case-view.ts';

function somebody(...held: Role[]): Actor {
  return { subject: 'caller', name: 'Iemand', roles: held, kernCodes: ['noord'], represents: null };
}

const here = { ownerSubject: 'neighbour', kernCode: 'noord' };
const elsewhere = { ownerSubject: 'neighbour', kernCode: 'zuid' };

function seen(actor: Actor, facts: typeof here): CasePart[] {
  const view = viewOf(actor, 'application:read', facts);
  return caseParts.filter((part) => view.has(part));
}

const expectedHere: Record<Role, readonly CasePart[]> = {
  resident: [],
  representative: [],
  kernregisseur: caseParts,
  assessor: caseParts,
  registrar: caseParts,
  finance: ['payment'],
  'village-adviser': ['plan'],
  auditor: caseParts,
  administrator: [],
};

describe('What somebody sees of the application of another', () => {
  it.each(roles)('is what the work of a %s asks, in a kern of their own', (role) => {
    expect(seen(somebody(role), here)).toEqual(expectedHere[role]);
  });

  it('is nothing of another kern for who works for one', () => {
    expect(seen(somebody('kernregisseur', 'village-adviser'), elsewhere)).toEqual([]);
  });

  it('is everything of what they applied for themselves', () => {
    expect(seen(somebody('resident'), { ...elsewhere, ownerSubject: 'caller' })).toEqual([...caseParts]);
  });

  it('adds up for who has two roles, each as far as it reaches', () => {
    expect(seen(somebody('finance', 'village-adviser'), here)).toEqual(['plan', 'payment']);
    expect(seen(somebody('finance', 'village-adviser'), elsewhere)).toEqual(['payment']);
  });

  it('is the names of people for neither finance nor a village body, however these roles are joined', () => {
    expect(seen(somebody('finance', 'village-adviser', 'administrator', 'resident'), here)).not.toContain(
      'people',
    );
  });
});
