import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../kernel/actor.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { nextDeadline, type DeadlineFacts } from './next-deadline.ts';
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

describe('The next deadline', () => {
  const due = {
    lastDay: calendarDate('2019-07-26'),
    steps: [{ on: calendarDate('2019-07-26'), sentence: 'Zin.' }],
  };
  const known: DeadlineFacts = {
    status: 'complete',
    today: calendarDate('2019-06-01'),
    decisionDue: due,
    completionLastDay: null,
    objectionLastDay: null,
  };

  it.each([
    ['a complete application has to be decided', {}, 'decision', '2019-07-26'],
    [
      'an incomplete one is with the applicant',
      { status: 'incomplete', completionLastDay: calendarDate('2019-06-12') },
      'completion',
      '2019-06-12',
    ],
    [
      'when the applicant let the term pass, four weeks remain to leave the application untreated',
      { status: 'incomplete', completionLastDay: calendarDate('2019-05-22') },
      'leaving-untreated',
      '2019-06-19',
    ],
    [
      'after those four weeks it has to be decided on its content',
      { status: 'incomplete', completionLastDay: calendarDate('2019-04-22') },
      'decision',
      '2019-07-26',
    ],
    ['a decision has to be sent', { status: 'decided' }, 'announcement', '2019-07-26'],
    [
      'after sending the term to object runs',
      { status: 'announced', objectionLastDay: calendarDate('2019-08-06') },
      'objection',
      '2019-08-06',
    ],
  ] as [string, Partial<DeadlineFacts>, string, string][])('%s', (_, change, kind, lastDay) => {
    expect(nextDeadline({ ...known, ...change })).toMatchObject({ kind, lastDay });
  });

  it('nothing is due for a draft, a withdrawn one, or after the term to object', () => {
    expect(nextDeadline({ ...known, status: 'draft', decisionDue: null })).toBeNull();
    expect(nextDeadline({ ...known, status: 'withdrawn' })).toBeNull();
    expect(
      nextDeadline({ ...known, status: 'announced', objectionLastDay: calendarDate('2019-05-31') }),
    ).toBeNull();
  });
});
