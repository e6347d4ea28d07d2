import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents, sumCents } from '../../kernel/money.ts';
import type { EarlierRequest } from './finding.ts';
import type { Frequency } from './groups/frequency.ts';
import { historyWarnings } from './history.ts';
import { divideOverKernen, needsConfirmation } from './spanning.ts';

const onceAYear: Frequency = {
  kind: 'limited',
  rules: [{ per: 'activity', times: 1, years: 1 }],
  again: { kind: 'smaller', percentage: 50 },
};
const earlier = (receivedOn: string, same: EarlierRequest['same'], granted = true): EarlierRequest => ({
  reference: `LB-${receivedOn}`,
  receivedOn: calendarDate(receivedOn),
  granted,
  same,
});
const today = calendarDate('2021-06-01');

describe('What earlier grants suggest', () => {
  it('a second grant for the same activity within a year is a warning with its reason, no refusal', () => {
    const [warning] = historyWarnings(onceAYear, [earlier('2020-09-01', ['activity'])], today);
    expect(warning).toMatchObject({ kind: 'frequency', references: ['LB-2020-09-01'] });
    expect(warning?.sentence).toContain('50 % van de berekening');
    expect(warning?.sentence).toContain('Een medewerker beoordeelt');
  });

  it('a grant of more than a year ago, or an application that was refused, is none', () => {
    expect(historyWarnings(onceAYear, [earlier('2020-06-01', ['activity'])], today)).toEqual([]);
    expect(historyWarnings(onceAYear, [earlier('2021-01-01', ['activity'], false)], today)).toEqual([]);
  });

  it('an application that is alike in two ways within two months may be the same', () => {
    const alike = earlier('2021-05-10', ['address', 'account'], false);
    expect(historyWarnings({ kind: 'unlimited' }, [alike], today)).toMatchObject([
      { kind: 'likely-duplicate' },
    ]);
    expect(historyWarnings({ kind: 'unlimited' }, [earlier('2021-05-10', ['address'])], today)).toEqual([]);
  });
});

describe('A plan for several kernen', () => {
  it('is divided to the cent, and a kern that has less asks the applicant', () => {
    const parts = divideOverKernen(cents(10_000), [
      { kernCode: 'c', weight: 1, availableCents: cents(50_000) },
      { kernCode: 'a', weight: 1, availableCents: cents(50_000) },
      { kernCode: 'b', weight: 1, availableCents: cents(1_000) },
    ]);
    expect(parts.map(({ amountCents }) => amountCents)).toEqual([3_334, 3_333, 3_333]);
    expect(parts.map(({ grantableCents }) => grantableCents)).toEqual([3_334, 1_000, 3_333]);
    expect(needsConfirmation(parts)).toBe(true);
  });

  it('the parts always add up, and no kern gives more than it has', () => {
    const kernen = fc.uniqueArray(
      fc.record({
        kernCode: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        weight: fc.integer({ min: 1, max: 5_000 }),
        availableCents: fc.nat(1_000_000).map(cents),
      }),
      { minLength: 1, selector: ({ kernCode }) => kernCode },
    );
    fc.assert(
      fc.property(fc.nat(10_000_000).map(cents), kernen, (amount, over) => {
        const parts = divideOverKernen(amount, over);
        expect(sumCents(parts.map(({ amountCents }) => amountCents))).toBe(amount);
        const available = new Map<string, number>(over.map((kern) => [kern.kernCode, kern.availableCents]));
        for (const { kernCode, grantableCents } of parts) {
          expect(grantableCents).toBeLessThanOrEqual(available.get(kernCode) ?? 0);
        }
      }),
    );
  });
});
