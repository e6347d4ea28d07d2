import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { reasonForDayOff } from '../../../terms/holidays.ts';
import { exampleRegulation } from '../../../../test/support/example-regulation.ts';
import { budgetYearOf, lastDayBefore, type YearRules } from './window.ts';

describe('A term that is counted backwards', () => {
  it('two weeks before the activity is never moved, not even from Whit Sunday', () => {
    const lastDay = lastDayBefore(calendarDate('2020-06-14'), { count: 2, unit: 'weeks' });
    expect(lastDay).toBe('2020-05-31');
    expect(reasonForDayOff(lastDay)).toBe('zondag');
  });
});

describe('The year for which an application counts', () => {
  const day = calendarDate;
  const rules = (change: Pick<YearRules, 'window' | 'ceiling'>): YearRules => ({
    terms: exampleRegulation.terms,
    year: 2026,
    ...change,
  });
  const threeYears = { period: { lastYear: 2028, amountsAre: 'per-year' } } as const;
  const rolling = { kind: 'rolling', opensOn: day('2025-12-01'), closesOn: day('2028-12-31') } as const;
  const cutOver = { from: day('2026-11-01'), countsForYear: 2027 };

  it.each([
    ['one year', { window: rolling, ceiling: {} }, '2027-03-01', 2026],
    [
      'a sum for all years',
      { window: rolling, ceiling: { period: { lastYear: 2028, amountsAre: 'for-all-years' } } as const },
      '2028-03-01',
      2026,
    ],
    ['before the first year', { window: rolling, ceiling: threeYears }, '2025-12-15', 2026],
    ['every year anew, in the second', { window: rolling, ceiling: threeYears }, '2027-03-01', 2027],
    ['every year anew, on the last day', { window: rolling, ceiling: threeYears }, '2028-12-31', 2028],
    [
      'the day before the cut-over',
      { window: { ...rolling, cutOver }, ceiling: threeYears },
      '2026-10-31',
      2026,
    ],
    ['the cut-over', { window: { ...rolling, cutOver }, ceiling: threeYears }, '2026-11-01', 2027],
    ['the summer after it', { window: { ...rolling, cutOver }, ceiling: threeYears }, '2027-07-01', 2027],
    [
      'the same day a year later',
      { window: { ...rolling, cutOver }, ceiling: threeYears },
      '2027-11-01',
      2028,
    ],
    [
      'a round in autumn for the year after',
      {
        window: {
          kind: 'rounds',
          rounds: [
            { opensOn: day('2026-01-01'), closesOn: day('2026-03-31') },
            { opensOn: day('2026-10-01'), closesOn: day('2026-12-15'), countsForYear: 2027 },
          ],
        } as const,
        ceiling: threeYears,
      },
      '2026-10-20',
      2027,
    ],
  ])('%s', (_name, change, on, year) => {
    expect(budgetYearOf(rules(change), day(on))).toBe(year);
  });
});
