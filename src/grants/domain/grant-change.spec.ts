import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { articleOf, type AskedReduction, reductionFault, type StandingGrant } from './grant-change.ts';

const costs = {
  amount: { ...exampleRegulation.amount, kind: 'actual-costs' },
  settlement: { fixed: 'on-account', accountWeeks: 13, evidence: ['een rekening'] },
} as const;
const direct = {
  amount: { ...exampleRegulation.amount, kind: 'fixed' },
  settlement: { fixed: 'directly', keepProofYears: 1 },
} as const;
const grant: StandingGrant = {
  ...{ announcedOn: calendarDate('2019-06-26'), grantedCents: cents(90_000), changedBy: null },
};
const withdrawal: AskedReduction = {
  ...{ kind: 'withdrawn', newAmountCents: null, requestedOn: calendarDate('2019-07-01') },
  reason: 'Het plan gaat niet door.',
};
const lowered = (euros: number): AskedReduction => ({
  ...withdrawal,
  ...{ kind: 'lowered', newAmountCents: cents(euros * 100) },
});
const fixed = (euros: number): AskedReduction => ({ ...lowered(euros), kind: 'fixed' });
const fault = (
  asked: AskedReduction,
  standing: StandingGrant | null = grant,
  rules: Parameters<typeof reductionFault>[0] = costs,
) => reductionFault(rules, standing, asked, calendarDate('2019-07-02'));

describe('A grant that gets smaller', () => {
  it('can be withdrawn, lowered or fixed lower when its holder asks for it or gives account', () => {
    expect([withdrawal, lowered(400), fixed(0), fixed(850)].map((asked) => fault(asked))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('must be there, and not be final', () => {
    expect(fault(withdrawal, null)).toBe('no-grant');
    expect(fault(withdrawal, { ...grant, grantedCents: cents(0), changedBy: 'withdrawn' })).toBe('no-grant');
    expect(fault(lowered(100), { ...grant, changedBy: 'fixed' })).toBe('grant-already-fixed');
    expect(fault(fixed(100), grant, direct)).toBe('grant-already-fixed');
  });

  it('is not fixed lower for lower costs when the amount does not follow the costs (Awb 4:46)', () => {
    expect(fault(fixed(100), grant, { ...costs, amount: direct.amount })).toBe('amount-follows-no-costs');
  });

  it('gets an amount that fits, on a day that can be', () => {
    expect(fault({ ...withdrawal, newAmountCents: cents(100) })).toBe('amount-does-not-fit-change');
    expect(fault({ ...lowered(1), newAmountCents: null })).toBe('amount-does-not-fit-change');
    expect(fault(lowered(0))).toBe('amount-does-not-fit-change');
    expect(fault(lowered(900))).toBe('amount-not-lower');
    for (const day of ['2019-06-25', '2019-07-03']) {
      expect(fault({ ...withdrawal, requestedOn: calendarDate(day) })).toBe('request-date-impossible');
    }
  });

  it('rests on the article for what was fixed already, or not yet', () => {
    expect([articleOf('withdrawn', false), articleOf('lowered', true), articleOf('fixed', false)]).toEqual([
      expect.stringContaining('4:48'),
      expect.stringContaining('4:49'),
      expect.stringContaining('4:46'),
    ]);
  });
});
