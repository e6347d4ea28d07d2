import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../kernel/actor.ts';
import { possibleActions } from './possible-actions.ts';

const actor = (role: Role, kernCodes: string[] = []): Actor => ({
  subject: 'somebody',
  name: 'Iemand Voorbeeld',
  roles: [role],
  kernCodes,
  represents: null,
});
const facts = { kernCode: 'dorp', ownerSubject: 'somebody' };

describe('What somebody can do next', () => {
  it('an applicant can complete or withdraw until the decision, and nothing after', () => {
    expect(possibleActions(actor('resident'), 'incomplete', facts)).toEqual([
      'application:supplement',
      'application:withdraw',
    ]);
    expect(possibleActions(actor('resident'), 'decided', facts)).toEqual([]);
    expect(possibleActions(actor('resident'), 'incomplete', { ...facts, ownerSubject: 'another' })).toEqual(
      [],
    );
  });

  it('a kernregisseur works only in the own kern', () => {
    const theirs = { ...facts, ownerSubject: 'another' };
    expect(possibleActions(actor('kernregisseur', ['dorp']), 'decided', theirs)).toContain('letter:announce');
    expect(possibleActions(actor('kernregisseur', ['elders']), 'decided', theirs)).toEqual([]);
  });

  it('nobody announces the decision on an application of their own', () => {
    expect(possibleActions(actor('kernregisseur', ['dorp']), 'decided', facts)).not.toContain(
      'letter:announce',
    );
  });
});
