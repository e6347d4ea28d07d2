import { describe, expect, it } from '@jest/globals';
import { sampleDelayNotice, samplePenaltyDecision } from '../../../test/support/letter-facts-on-time.ts';
import { textOf } from '../../../test/support/letter-text.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import { composeLetter } from './compose-letter.ts';
import type { DelayGround, PenaltyDecisionFacts } from './facts-on-time.ts';

describe('a notice that a decision takes longer', () => {
  const delayed = (ground: DelayGround) => composeLetter('delay-notice', { ...sampleDelayNotice, ground });

  it('tells the new date first, then why', () => {
    const model = delayed({ kind: 'reasonable-term' });
    expect(textOf(model, 'message')).toContain('uiterlijk op 25 juli 2019');
    expect(textOf(model, 'delay')).toContain('De dorpsraad adviseert');
  });

  it('sets a new term where the law names none', () => {
    const text = textOf(delayed({ kind: 'reasonable-term' }), 'term');
    expect(text).toContain('Door deze brief wordt dat 25 juli 2019');
    expect(text).toContain('artikel 4:14, derde lid');
  });

  it('leaves a term of the law as it was, and tells what the applicant can do', () => {
    const text = textOf(delayed({ kind: 'statutory-term' }), 'term');
    expect(text).toContain('27 juni 2019 beslissen. Die datum blijft gelden');
    expect(text).toContain('ingebrekestelling');
  });

  it('names the article that allows an extension', () => {
    expect(textOf(delayed({ kind: 'extension', article: 'artikel 7 van de regeling' }), 'term')).toContain(
      'Dat staat in artikel 7 van de regeling.',
    );
  });

  it('cannot end before the term does', () => {
    const newDueOn = calendarDate('2019-06-27');
    expect(() => composeLetter('delay-notice', { ...sampleDelayNotice, newDueOn })).toThrow('later');
  });
});

describe('a decision on a penalty', () => {
  const decided = (outcome: PenaltyDecisionFacts['outcome']) =>
    composeLetter('penalty-decision', { ...samplePenaltyDecision, outcome });

  it('gives the days at each rate in a table that adds up', () => {
    const model = composeLetter('penalty-decision', samplePenaltyDecision);
    expect(textOf(model, 'message')).toContain('U krijgt € 532,00, omdat wij te laat waren');
    expect(textOf(model, 'computation')).toBe(
      ['14 dagen van € 23,00 | € 322,00', '6 dagen van € 35,00 | € 210,00', 'U krijgt | € 532,00'].join('\n'),
    );
    expect(textOf(model, 'payment')).toContain('rekeningnummer •••• •••• •••• 4300.');
  });

  it('says why nothing is due, and then promises no payment', () => {
    const article = 'artikel 4:17, zesde lid, van de Algemene wet bestuursrecht';
    const model = decided({ kind: 'nothing-due', because: 'Uw brief kwam te vroeg', article });
    expect(textOf(model, 'reasons')).toContain(`Uw brief kwam te vroeg. Dit staat in ${article}.`);
    expect(textOf(model, 'payment')).toBe('');
    expect(textOf(model, 'objection')).not.toBe('');
  });

  it('is refused when its days do not add up', () => {
    const { outcome } = samplePenaltyDecision;
    if (outcome.kind !== 'due') throw new Error('the sample is due');
    expect(() => decided({ ...outcome, amountCents: cents(53_100) })).toThrow('adds up');
  });
});
