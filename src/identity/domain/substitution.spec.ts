import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../../kernel/actor.ts';
import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import { inOwnName, onBehalfOf } from './standing-in.ts';
import { permits } from './permission.ts';
import { requirePossibleSubstitution, requireSubstitute, type SubstitutionDays } from './substitution.ts';

const today = calendarDate('2019-03-04');
const week = (absentSubject: string, substituteSubject: string, start = 0): SubstitutionDays => ({
  ...{ absentSubject, substituteSubject },
  ...{ fromOn: addDays(today, start), untilOn: addDays(today, start + 6) },
});

describe('Standing in for somebody', () => {
  it.each([
    ['of oneself', week('kees', 'kees'), [], /substitution-of-oneself/],
    ['in the past', week('kees', 'noor', -1), [], /substitution-in-past/],
    [
      'that ends before it begins',
      { ...week('kees', 'noor'), untilOn: addDays(today, -1) },
      [],
      /substitution-days-impossible/,
    ],
    [
      'far from now, for ever',
      { ...week('kees', 'noor'), untilOn: calendarDate('2199-12-31') },
      [],
      /substitution-days-impossible/,
    ],
    [
      'of a year',
      { ...week('kees', 'noor'), untilOn: addDays(today, 366) },
      [],
      /substitution-days-impossible/,
    ],
    ['twice on one day', week('kees', 'noor', 6), [week('kees', 'bram')], /substitution-overlaps/],
    ['of each other', week('kees', 'noor'), [week('noor', 'kees', 3)], /substitution-circular/],
    ['by who is away too', week('kees', 'noor'), [week('noor', 'bram')], /substitution-circular/],
    ['of who stands in', week('kees', 'noor'), [week('bram', 'kees')], /substitution-circular/],
  ])('is not possible %s', (_what, asked, others, code) => {
    expect(() => requirePossibleSubstitution(asked, others, today)).toThrow(code);
  });

  it('is possible for one person after another, and for several people at once', () => {
    const others = [week('kees', 'bram'), week('maud', 'noor', 7)];
    expect(() => requirePossibleSubstitution(week('kees', 'noor', 7), others, today)).not.toThrow();
  });

  it('never lets work go round or get lost, whatever is asked one after another', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const asked = fc.array(fc.tuple(person, person, fc.integer({ min: 0, max: 20 })), { maxLength: 12 });
    fc.assert(
      fc.property(asked, (all) => {
        const kept: SubstitutionDays[] = [];
        for (const [absent, substitute, start] of all) {
          const days = week(absent, substitute, start);
          try {
            requirePossibleSubstitution(days, kept, today);
            kept.push(days);
          } catch {
            // Refused: nothing of it is kept.
          }
        }
        for (let day = 0; day < 30; day += 1) {
          const on = addDays(today, day);
          const inForce = kept.filter(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn);
          const away = inForce.map(({ absentSubject }) => absentSubject);
          expect(new Set(away).size).toBe(away.length);
          for (const { substituteSubject } of inForce) expect(away).not.toContain(substituteSubject);
        }
      }),
    );
  });

  it('is for who works here and has a role with the same work', () => {
    const official = (roles: Actor['roles']) => ({ subject: 's', name: 'S', roles, kernCodes: [] });
    expect(() => requireSubstitute(official(['assessor']), null)).toThrow(/substitute-unknown/);
    expect(() => requireSubstitute(official(['assessor']), official(['auditor']))).toThrow(
      /substitute-without-role/,
    );
    expect(() => requireSubstitute(official(['assessor', 'auditor']), official(['assessor']))).not.toThrow();
  });
});

describe('In whose place something is done', () => {
  const noor: Actor = {
    ...{ subject: 'noor', name: 'Noor', roles: ['kernregisseur'], kernCodes: ['elders'], represents: null },
    standsInFor: [{ subject: 'kees', name: 'Kees', kernCodes: ['dorp'] }],
  };

  it('follows from whose work it is', () => {
    const who = (facts: object) => onBehalfOf(noor, 'note:record', facts)?.subject ?? null;
    expect(who({ kernCode: 'dorp' })).toBe('kees');
    expect(who({ kernCode: 'elders' })).toBeNull();
    expect(who({ kernCode: 'elders', assigneeSubject: 'kees' })).toBe('kees');
    expect(who({ kernCode: 'ver', assigneeSubject: 'kees' })).toBe('kees');
    expect(who({ kernCode: 'dorp', assigneeSubject: 'noor' })).toBeNull();
  });

  it('gives no role that somebody does not have, and no village body', () => {
    const facts = { kernCode: 'dorp' };
    expect(permits(noor, 'finding:record', facts)).toBe(false);
    const adviser: Actor = { ...noor, roles: ['village-adviser'] };
    expect(permits(adviser, 'score:record', facts)).toBe(false);
    expect(permits(inOwnName(noor), 'note:record', facts)).toBe(false);
  });
});
