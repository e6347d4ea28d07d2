import { describe, expect, it } from '@jest/globals';
import { type ClaimRules, ordinaryClaims, readClaims } from './claims.ts';

const resident = { sub: 'fenna', name: 'Fenna Voorbeeld', roles: ['resident'] };

function rules(change: Partial<ClaimRules>): ClaimRules {
  return { ...ordinaryClaims, ...change };
}

function named(change: Partial<ClaimRules['claims']>): ClaimRules {
  return rules({ claims: { ...ordinaryClaims.claims, ...change } });
}

describe('An issuer that calls its claims otherwise', () => {
  it('is read along the dots of a name', () => {
    const claims = { sub: 'bram', name: 'Bram', realm_access: { roles: ['assessor'] } };
    expect(readClaims(claims, named({ roles: 'realm_access.roles' }))).toMatchObject({
      actor: { roles: ['assessor'] },
    });
  });

  it('is read by a whole name with dots in it', () => {
    const claims = { sub: 'bram', name: 'Bram', 'https://gemeente.example/rollen': ['assessor'] };
    expect(readClaims(claims, named({ roles: 'https://gemeente.example/rollen' }))).toMatchObject({
      actor: { roles: ['assessor'] },
    });
  });

  it.each(['constructor.name', '__proto__.x', 'sub.length', 'name.0'])(
    'finds nothing along %s, which is of the language and not of the token',
    (subject) => {
      expect(readClaims(resident, named({ subject }))).toEqual({ kind: 'malformed', claim: 'sub' });
    },
  );
});

describe('What an issuer may say of people', () => {
  it('are the roles that it may give, and no others', () => {
    const claims = { ...resident, roles: ['resident', 'registrar'] };
    expect(readClaims(claims, rules({ roles: ['resident', 'representative'] }))).toMatchObject({
      actor: { roles: ['resident'] },
    });
  });

  it('is what everybody is there, when it says nothing of roles', () => {
    const claims = { sub: resident.sub, name: resident.name };
    const defaultRoles = ['resident'] as const;
    expect(readClaims(claims, rules({ defaultRoles }))).toMatchObject({ actor: { roles: ['resident'] } });
    expect(readClaims({ ...claims, roles: [] }, rules({ defaultRoles }))).toMatchObject({
      actor: { roles: [] },
    });
  });

  it('is about its own people and represented parties only', () => {
    const acting = {
      ...resident,
      roles: ['representative'],
      represents: { sub: 'kvk-1', name: 'Stichting' },
    };
    expect(readClaims(acting, rules({ subjectPrefix: 'eh:' }))).toMatchObject({
      actor: { subject: 'eh:fenna', represents: { subject: 'eh:kvk-1' } },
    });
    const foreignPrefixes = ['eh:'];
    expect(readClaims({ ...resident, sub: 'eh:fenna' }, rules({ foreignPrefixes }))).toEqual({
      kind: 'malformed',
      claim: 'sub',
    });
    const disguised = { ...acting, represents: { sub: 'eh:kvk-1', name: 'Stichting' } };
    expect(readClaims(disguised, rules({ foreignPrefixes }))).toEqual({
      kind: 'malformed',
      claim: 'represents',
    });
  });
});

describe('How surely somebody was identified', () => {
  const assurance = { claim: 'acr', accepted: ['substantial', 'high'] };

  it.each(['substantial', 'high'])('is enough at %s', (acr) => {
    expect(readClaims({ ...resident, acr }, rules({ assurance })).kind).toBe('actor');
  });

  it('is enough when one of several ways is', () => {
    const many = rules({ assurance: { claim: 'amr', accepted: ['mfa'] } });
    expect(readClaims({ ...resident, amr: ['pwd', 'mfa'] }, many).kind).toBe('actor');
  });

  it.each([undefined, null, 'low', '', 'HIGH', 2, true, ['low'], { acr: 'high' }, [['high']]])(
    'is not enough at %j',
    (acr) => {
      expect(readClaims({ ...resident, acr }, rules({ assurance }))).toEqual({
        kind: 'assurance-too-low',
        accepted: ['substantial', 'high'],
      });
    },
  );
});
