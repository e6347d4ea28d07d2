import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readClaims } from './claims.ts';

const resident = { sub: 'fenna', name: 'Fenna Voorbeeld', roles: ['resident'] };
const foundation = { sub: 'kvk-1', name: 'Stichting' };
const representative = { ...resident, roles: ['resident', 'representative'], represents: foundation };

describe('The claims of a verified token', () => {
  it('become a caller', () => {
    expect(
      readClaims({ ...resident, roles: ['kernregisseur'], kernen: ['noord', 'dorp-aan-zee', 'noord'] }),
    ).toEqual({
      kind: 'actor',
      stepUp: null,
      actor: {
        subject: 'fenna',
        name: 'Fenna Voorbeeld',
        roles: ['kernregisseur'],
        kernCodes: ['noord', 'dorp-aan-zee'],
        represents: null,
      },
    });
  });

  it('name the party for whom the caller acts', () => {
    expect(readClaims(representative)).toMatchObject({
      kind: 'actor',
      actor: { subject: 'fenna', represents: { subject: 'kvk-1', name: 'Stichting' } },
    });
  });

  it('may hold roles of other applications, which count for nothing here', () => {
    expect(readClaims({ ...resident, roles: ['offline_access', 'assessor'] })).toMatchObject({
      actor: { roles: ['assessor'] },
    });
  });

  it.each([
    ['no roles claim', undefined],
    ['an empty list of roles', []],
    ['only roles of other applications', ['offline_access', 'constructor', '__proto__']],
    ['only the role of representative without a represented party', ['representative']],
  ])('leave somebody without a role here: %s', (_, roles) => {
    expect(readClaims({ ...resident, roles })).toMatchObject({ kind: 'actor', actor: { roles: [] } });
  });

  it('drop the role of representative when nobody is represented', () => {
    expect(readClaims({ ...resident, roles: ['resident', 'representative'] })).toMatchObject({
      actor: { roles: ['resident'], represents: null },
    });
  });

  it('may hold a name in any script', () => {
    for (const name of ["Anne-Marie van 't Veen", 'Şule Ağaoğlu', 'محمد', '李小龍', '👩‍🌾 Boerin']) {
      expect(readClaims({ ...resident, name })).toMatchObject({ actor: { name } });
    }
  });

  const malformed: readonly [string, string, Record<string, unknown>][] = [
    ['no sub', 'sub', { sub: undefined }],
    ['an empty sub', 'sub', { sub: ' ' }],
    ['a number as sub', 'sub', { sub: 12 }],
    ['a list as sub', 'sub', { sub: ['fenna'] }],
    ['an object as sub', 'sub', { sub: { toString: 'fenna' } }],
    ['a very long sub', 'sub', { sub: 'x'.repeat(256) }],
    ['a zero byte in sub', 'sub', { sub: 'fen\u0000na' }],
    ['a line break in sub', 'sub', { sub: 'fenna\nadmin' }],
    ['half a character in sub', 'sub', { sub: 'fenna\ud800' }],
    ['no name', 'name', { name: undefined }],
    ['null as name', 'name', { name: null }],
    ['a name of 100 kB', 'name', { name: 'x'.repeat(100_000) }],
    ['a mark that turns the reading direction in the name', 'name', { name: 'Fenna \u202Eneesiw' }],
    ['a text as roles', 'roles', { roles: 'auditor' }],
    ['an object as roles', 'roles', { roles: { 0: 'auditor', length: 1 } }],
    ['null as roles', 'roles', { roles: null }],
    ['a nested list in roles', 'roles', { roles: [['auditor']] }],
    [
      'a hundred and one roles',
      'roles',
      { roles: Array.from({ length: 101 }, (_, index) => `role-${index}`) },
    ],
    ['a text as kernen', 'kernen', { kernen: 'noord' }],
    ['a number in kernen', 'kernen', { kernen: [1] }],
    ['a quote in a kern', 'kernen', { kernen: ["noord' OR 1=1"] }],
    ['capitals in a kern', 'kernen', { kernen: ['Noord'] }],
    ['a text as represents', 'represents', { ...representative, represents: 'kvk-1' }],
    ['a list as represents', 'represents', { ...representative, represents: [foundation] }],
    ['null as represents', 'represents', { ...representative, represents: null }],
    ['an empty object as represents', 'represents', { ...representative, represents: {} }],
    ['a represented party without a name', 'represents', { ...representative, represents: { sub: 'kvk-1' } }],
    [
      'a number as represented sub',
      'represents',
      { ...representative, represents: { ...foundation, sub: 1 } },
    ],
    ['acting for oneself', 'represents', { ...representative, represents: { ...foundation, sub: 'fenna' } }],
    [
      'acting for who acts for another',
      'represents',
      { ...representative, represents: { ...foundation, represents: { sub: 'x', name: 'X' } } },
    ],
    ['acting for a party without that role', 'represents', { represents: foundation }],
  ];

  it.each(malformed)('are refused with %s', (_, claim, change) => {
    expect(readClaims({ ...resident, ...change })).toEqual({ kind: 'malformed', claim });
  });

  it('never make the reader fail, whatever JSON they are', () => {
    const value = fc.jsonValue();
    const claims = fc.record({ sub: value, name: value, roles: value, kernen: value, represents: value });
    fc.assert(
      fc.property(claims, (hostile) => {
        expect(['actor', 'malformed']).toContain(readClaims(hostile).kind);
      }),
      { numRuns: 500 },
    );
  });
});
