import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Actor, type Role, roles } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { applicantName, applicantSubject } from './condition.ts';
import { provisosOf } from './restrictions.ts';
import { permits, reachOf, requireRight } from './permission.ts';
import { type Action, actions } from './actions.ts';
import { conditions } from './grants.ts';
import { conditionsOf, grantsOf } from './rights.ts';

function somebody(as: Partial<Actor> & { roles: readonly Role[] }): Actor {
  return { subject: 'caller', name: 'Iemand', kernCodes: [], represents: null, ...as };
}

function problemOf(attempt: () => void): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError) return `${error.kind} ${error.code}`;
    throw error;
  }
  return 'allowed';
}

const resident = somebody({ roles: ['resident'] });
const kernregisseur = somebody({ roles: ['kernregisseur'], kernCodes: ['noord'] });
const mine = { ownerSubject: 'caller', kernCode: 'noord' };
const theirs = { ownerSubject: 'neighbour', kernCode: 'zuid' };

describe('The rights table', () => {
  const cells = actions.flatMap((action) =>
    roles.map((role) => ({ action, role, granted: conditionsOf(action, role) })),
  );

  it.each(cells)('lets $role do $action under: $granted', ({ action, role, granted }) => {
    const actor = somebody({ roles: [role], kernCodes: ['noord'] });
    const applied = [mine, { ...mine, kernCode: 'zuid' }];
    const assigned = { ...theirs, assigneeSubject: 'caller' };
    const facts = [...applied, { ...theirs, kernCode: 'noord' }, theirs, {}, assigned];
    const reached = {
      any: [true, true, true, true, true, true],
      own: [true, true, false, false, false, false],
      'own-kern': [true, false, true, false, false, false],
      'own-body': [true, false, true, false, false, false],
      assigned: [false, false, false, false, false, true],
    };
    const expected = facts.map((_, index) => granted.some((condition) => reached[condition][index]));
    // Nobody handles what they applied for themselves.
    const isHandling = provisosOf(action).includes('no-interest') && !granted.includes('own');
    const allowed = expected.map((each, index) => each && (!isHandling || index >= applied.length));
    expect(facts.map((fact) => permits(actor, action, fact))).toEqual(allowed);
    expect(permits(actor, action, { ...theirs, kernCode: 'noord', interest: true })).toBe(
      allowed[2] && !isHandling,
    );
  });

  it('keeps assessing and deciding in different roles', () => {
    const both = roles.filter(
      (role) => grantsOf('finding:record')[role] && grantsOf('resolution:register')[role],
    );
    expect(both).toEqual([]);
  });

  it('shows findings and letters to neither finance nor a village body, and no application to administrators', () => {
    for (const role of ['finance', 'administrator', 'village-adviser'] as const) {
      for (const action of ['letter:read', 'letter:preview', 'finding:read'] as const) {
        expect(grantsOf(action)[role]).toBeUndefined();
      }
    }
    for (const action of ['application:read', 'application:work-list'] as const) {
      expect(grantsOf(action).administrator).toBeUndefined();
    }
  });

  it('keeps an interest away from everything that leads to a decision', () => {
    const handling = actions.filter((action) => provisosOf(action).includes('no-interest'));
    expect(handling).toEqual([
      'application:supplement',
      'application:withdraw',
      'application:request-completion',
      'application:correct',
      'application:reduce',
      'application:merge',
      'application:forward',
      'attachment:record',
      'publication-consent:record',
      'party:record',
      'party:record-paper',
      'assignment:record',
      'supplement:review',
      'note:record',
      'finding:record',
      'score:record',
      'ranking:record',
      'vote:record',
      'remainder:choose',
      'college-list:prepare',
      'resolution:register',
      'decision:take',
      'grant:change',
      'letter:announce',
      'message-choice:record',
      'term:record',
      'default-notice:record',
      'penalty:decide',
      'step:record',
    ]);
  });

  it('lets the auditor read everything and change nothing', () => {
    const may = actions.filter((action) => grantsOf(action).auditor !== undefined);
    expect(may).toEqual(
      actions.filter((action) =>
        /:(read|read-draft|read-cases|read-changes|work-list|search|preview|verify)$|^dossier:/.test(action),
      ),
    );
  });

  it('uses every condition that it knows', () => {
    const used = new Set(actions.flatMap((action) => Object.values(grantsOf(action)).flat()));
    expect([...used].sort()).toEqual([...conditions].sort());
  });
});

describe('Rights over one application', () => {
  it('hide the application of another resident as if it did not exist', () => {
    expect(problemOf(() => requireRight(resident, 'application:read', mine))).toBe('allowed');
    expect(problemOf(() => requireRight(resident, 'application:read', theirs))).toBe('not-found not-found');
    expect(problemOf(() => requireRight(resident, 'application:withdraw', theirs))).toBe(
      'not-found not-found',
    );
  });

  it('give the very error of an unknown application', () => {
    const unknown = DomainError.of(
      { gone: { kind: 'not-found', title: 'Weg' } },
      'gone',
      'Deze aanvraag is er niet.',
    );
    expect(() => requireRight(resident, 'application:read', theirs, () => unknown)).toThrow(unknown);
  });

  it('tell somebody who may see the application that this action is not theirs', () => {
    expect(problemOf(() => requireRight(kernregisseur, 'finding:record', mine))).toBe(
      'forbidden not-allowed',
    );
    expect(problemOf(() => requireRight(kernregisseur, 'finding:record', theirs))).toBe(
      'not-found not-found',
    );
  });

  it('end where the caller has an interest, which the caller may be told', () => {
    const registrar = somebody({ roles: ['registrar'] });
    const facts = { ...theirs, interest: true };
    expect(problemOf(() => requireRight(registrar, 'letter:announce', facts))).toBe('forbidden has-interest');
    expect(problemOf(() => requireRight(registrar, 'letter:read', facts))).toBe('allowed');
    const assessor = somebody({ roles: ['assessor', 'resident'] });
    expect(problemOf(() => requireRight(assessor, 'finding:record', mine))).toBe('forbidden has-interest');
  });

  it('end, where the municipality chose so, at what was assigned to somebody else', () => {
    const assessor = somebody({ roles: ['assessor'] });
    const attempt = (assigneeSubject: string | null, onlyAssigned: boolean) =>
      problemOf(() => requireRight(assessor, 'finding:record', { ...theirs, assigneeSubject, onlyAssigned }));
    expect([attempt(null, false), attempt('neighbour', false), attempt('caller', true)]).toEqual([
      'allowed',
      'allowed',
      'allowed',
    ]);
    expect([attempt(null, true), attempt('neighbour', true)]).toEqual([
      'forbidden not-assigned',
      'forbidden not-assigned',
    ]);
  });

  it('make no secret of a kern for which the caller does not work', () => {
    const attempt = () => requireRight(kernregisseur, 'application:intake', { kernCode: 'zuid' });
    expect(problemOf(attempt)).toBe('forbidden not-allowed');
  });

  it('belong to the represented party, not to the person who acts', () => {
    const represents = { subject: 'foundation', name: 'Stichting' };
    const acting = somebody({ roles: ['resident', 'representative'], represents });
    expect([applicantSubject(acting), applicantName(acting)]).toEqual(['foundation', 'Stichting']);
    expect(permits(acting, 'application:read', { ownerSubject: 'foundation' })).toBe(true);
    expect(permits(acting, 'application:read', { ownerSubject: 'caller' })).toBe(false);
    expect([applicantSubject(resident), applicantName(resident)]).toEqual(['caller', 'Iemand']);
  });
});

describe('Rights over lists', () => {
  it('reach to the own applications, the own kernen, all, or nothing', () => {
    const reach = (actor: Actor, action: Action) => reachOf(actor, action);
    expect(reach(resident, 'application:read')).toEqual({
      all: false,
      ownerSubject: 'caller',
      kernCodes: [],
      assigneeSubjects: [],
    });
    expect(reach(resident, 'ledger:read')).toEqual({
      all: false,
      ownerSubject: null,
      kernCodes: [],
      assigneeSubjects: [],
    });
    expect(reach(kernregisseur, 'application:work-list')).toEqual({
      all: false,
      ownerSubject: null,
      kernCodes: ['noord'],
      assigneeSubjects: ['caller'],
    });
    expect(reach(somebody({ roles: ['assessor'] }), 'application:work-list').all).toBe(true);
  });

  it('give exactly what asking one by one would allow, for every caller and every action without provisos', () => {
    const readings = actions.filter((action) => provisosOf(action).length === 0);
    const subjects = fc.constantFrom('caller', 'neighbour', 'foundation');
    const kernen = fc.constantFrom('noord', 'zuid', 'oost');
    const callers = fc.record({
      subject: subjects,
      name: fc.constant('Iemand'),
      roles: fc.uniqueArray(fc.constantFrom(...roles)),
      kernCodes: fc.uniqueArray(kernen),
      represents: fc.option(fc.constant({ subject: 'foundation', name: 'Stichting' })),
      standsInFor: fc.array(
        fc.record({ subject: subjects, name: fc.constant('Weg'), kernCodes: fc.uniqueArray(kernen) }),
        { maxLength: 2 },
      ),
    });
    const facts = fc.record({
      ownerSubject: subjects,
      kernCode: kernen,
      assigneeSubject: fc.option(subjects),
    });
    fc.assert(
      fc.property(callers, fc.constantFrom(...readings), facts, (actor, action, fact) => {
        const { all, ownerSubject, kernCodes, assigneeSubjects } = reachOf(actor, action);
        const isTheirs = fact.assigneeSubject !== null && assigneeSubjects.includes(fact.assigneeSubject);
        const listed =
          all || ownerSubject === fact.ownerSubject || kernCodes.includes(fact.kernCode) || isTheirs;
        expect(listed).toBe(permits(actor, action, fact));
      }),
    );
  });
});
