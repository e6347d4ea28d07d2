import { describe, expect, it } from '@jest/globals';
import {
  exampleAdvice,
  exampleCheck,
  exampleProposal,
  exampleVote,
} from '../../../test/support/example-ways.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import {
  adviceTexts,
  bindingFinding,
  boundBy,
  type DoneWithFindings,
  goesAgainstAdvice,
} from './given-advice.ts';

const doneOn = calendarDate('2019-06-03');
const check: DoneWithFindings = {
  step: exampleCheck,
  outcome: 'negative',
  doneOn,
  findings: { outcome: 'negative', findings: 'Er mist iets.' },
};
const advice: DoneWithFindings = {
  step: exampleAdvice,
  outcome: 'negative',
  doneOn,
  findings: { outcome: 'negative', reason: 'Te duur.', dissent: 'Een lid niet.' },
};
const proposal = (differsFromAdvice?: string): DoneWithFindings => ({
  step: exampleProposal,
  outcome: 'positive',
  doneOn,
  findings: { outcome: 'positive', reason: 'Goed plan.', ...(differsFromAdvice && { differsFromAdvice }) },
});
const nameOf = () => 'Dorpsraad Hier';

describe('What a decision says of advice', () => {
  const granted = { outcome: 'positive', changeReason: null } as const;
  const refused = { outcome: 'negative', changeReason: null } as const;
  const differing = proposal('Er is subsidie van anderen.');

  it('is who advised, when and what, with dissent, and why the decision is otherwise', () => {
    expect(adviceTexts([check, advice, differing], granted, nameOf)).toEqual([
      'Dorpsraad Hier, 3 juni 2019 (Advies van het dorp): Ongunstig advies. Te duur. Wie het er niet mee eens was: Een lid niet.',
      'Wij wijken van een advies af. Er is subsidie van anderen.',
    ]);
  });

  it('is not that the decision is otherwise, when it is what was advised after all', () => {
    expect(adviceTexts([advice, differing], refused, nameOf)).toHaveLength(1);
    expect(adviceTexts([{ ...advice, outcome: 'none' }], granted, nameOf)).toHaveLength(1);
  });

  it.each([
    [
      'the college decided otherwise than was proposed',
      [advice],
      { ...granted, changeReason: 'Het dorp groeit.' },
      'Het dorp groeit.',
    ],
    [
      'the regulation left no choice',
      [{ ...advice, outcome: 'positive' } as const],
      refused,
      'De redenen daarvoor zijn de redenen van dit besluit zelf.',
    ],
    [
      'the proposal that goes against it was not followed',
      [{ ...advice, outcome: 'positive' } as const, differing],
      refused,
      'De redenen daarvoor zijn de redenen van dit besluit zelf.',
    ],
  ])('is why it is otherwise, also when %s', (_when, done, decided, reason) => {
    expect(adviceTexts(done, decided, nameOf)[1]).toBe(`Wij wijken van een advies af. ${reason}`);
  });

  it('is nothing when no body was asked', () => {
    expect(adviceTexts([check, proposal('Toch.')], refused, nameOf)).toEqual([]);
  });

  it('leaves no choice where the regulation made an outcome against the plan binding', () => {
    const binding = { ...advice, step: { ...exampleAdvice, binding: true } };
    expect(boundBy('positive', [binding])).toEqual(binding.step);
    expect(boundBy('negative', [binding])).toBeNull();
    expect(boundBy('positive', [advice])).toBeNull();
    // Nobody is bound to give what the law does not let them give.
    expect(boundBy('negative', [{ ...binding, outcome: 'positive' }])).toBeNull();
  });

  it('is a ground to refuse where it binds and is against the plan, also without a proposal', () => {
    const binding = { ...advice, step: { ...exampleAdvice, binding: true } };
    expect(bindingFinding([check, binding])).toMatchObject({
      ...{ criterionCode: 'binding-advice', outcome: 'not-met', assessorSubject: null },
      reason: 'Ongunstig advies. Te duur. Wie het er niet mee eens was: Een lid niet.',
    });
    expect(bindingFinding([check, advice])).toBeNull();
    const inFavour: DoneWithFindings = {
      ...{ step: { ...exampleVote, binding: true }, outcome: 'positive', doneOn },
      findings: { closedOn: doneOn, voters: 10, inFavour: 8, against: 2 },
    };
    expect(bindingFinding([inFavour])).toMatchObject({ outcome: 'met' });
    expect(bindingFinding([inFavour, binding])).toMatchObject({ outcome: 'not-met' });
  });

  it('asks a reason only where a body said something else', () => {
    expect(goesAgainstAdvice('positive', [check])).toBe(false);
    expect(goesAgainstAdvice('positive', [advice])).toBe(true);
    expect(goesAgainstAdvice('negative', [advice])).toBe(false);
    expect(goesAgainstAdvice('positive', [{ ...advice, outcome: 'none' }])).toBe(false);
  });
});
