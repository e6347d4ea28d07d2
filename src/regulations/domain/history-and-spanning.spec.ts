import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents, sumCents } from '../../kernel/money.ts';
import type { ApplicationFacts, EarlierRequest } from './finding.ts';
import type { Frequency } from './groups/frequency.ts';
import { findInScope, type Scope } from './groups/scope.ts';
import { findFrequency, historyWarnings } from './history.ts';
import { divideOverKernen, findDivisible, needsConfirmation, partsByKey, type ToldKern } from './spanning.ts';

const onceAYear: Frequency = {
  kind: 'limited',
  rules: [{ per: 'activity', times: 1, years: 1 }],
  again: { kind: 'smaller', percentage: 50 },
};
const earlier = (receivedOn: string, same: EarlierRequest['same'], granted = true): EarlierRequest => ({
  reference: `LB-${receivedOn}`,
  receivedOn: calendarDate(receivedOn),
  granted,
  grantedCents: cents(granted ? 50_000 : 0),
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

  it('the same activity from the same address within two months may be the same application', () => {
    const duplicates = (same: EarlierRequest['same'], on = '2021-05-10') =>
      historyWarnings({ kind: 'unlimited' }, [earlier(on, same, false)], today).map(({ kind }) => kind);
    expect(duplicates(['address', 'activity'])).toEqual(['likely-duplicate']);
    expect(duplicates(['address', 'activity'], '2021-03-10')).toEqual([]);
    expect(duplicates(['area', 'activity'])).toEqual([]);
    expect(duplicates(['address', 'account'])).toEqual(['likely-duplicate']);
    expect(duplicates(['applicant', 'address', 'account'])).toEqual([]);
  });
});

describe('How often, in calendar years and in money', () => {
  const twiceAYear: Frequency = {
    kind: 'limited',
    rules: [
      { per: 'applicant', times: 2, years: 1, counting: 'calendar-years', maximumCents: cents(80_000) },
    ],
    again: { kind: 'not' },
  };

  it('last December does not count for this calendar year, and January does', () => {
    const january = earlier('2021-01-02', ['applicant']);
    expect(historyWarnings(twiceAYear, [earlier('2020-12-30', ['applicant'])], today)).toEqual([]);
    const [warning] = historyWarnings(twiceAYear, [january], today);
    expect(warning?.sentence).toMatch(/samen €\s500,00; het maximum is €\s800,00/);
    expect(warning?.sentence).not.toContain('geen bijdrage meer');
    const [second] = historyWarnings(twiceAYear, [january, earlier('2021-03-02', ['applicant'])], today);
    expect(second?.sentence).toContain('geen bijdrage meer');
  });

  it('is something to judge where history or the applicant gives a reason, and never a refusal', () => {
    const facts: ApplicationFacts = {
      receivedOn: today,
      applicantKind: 'resident',
      requestedCents: cents(10_000),
      activityStartsOn: null,
      activityEndsOn: null,
    };
    expect(findFrequency(twiceAYear, facts)).toEqual([]);
    for (const reason of [{ repeated: true }, { earlier: [earlier('2021-01-02', ['applicant'])] }]) {
      expect(findFrequency(twiceAYear, { ...facts, ...reason })).toMatchObject([
        { criterionCode: 'frequency', outcome: 'needs-judgement' },
      ]);
    }
  });
});

describe('A plan for several kernen, by the key of the regulation', () => {
  const told = new Map<string, ToldKern>([
    ['a', { weight: 30, inhabitants: 30, availableCents: null }],
    ['b', { weight: 10, inhabitants: 10, availableCents: cents(500) }],
  ]);
  const amounts = (key: 'equal' | 'participants', kernCodes: string[]) =>
    partsByKey(
      { kind: 'municipality', spanning: { kind: 'divided', key } },
      cents(4_000),
      kernCodes,
      told,
    ).map(({ amountCents, grantableCents }) => [amountCents, grantableCents]);

  it('is divided equally or by participants, each within what its kern has', () => {
    expect(amounts('equal', ['a', 'b'])).toEqual([
      [2_000, 2_000],
      [2_000, 500],
    ]);
    expect(amounts('participants', ['a', 'b'])).toEqual([
      [3_000, 3_000],
      [1_000, 500],
    ]);
  });

  it('has no parts for one kern, without a key, or when it is not known what to divide by', () => {
    expect(amounts('equal', ['a'])).toEqual([]);
    expect(amounts('participants', ['a', 'c'])).toEqual([]);
    expect(partsByKey({ kind: 'municipality' }, cents(100), ['a', 'b'], told)).toEqual([]);
  });

  it('says of which kernen it must still be told what to divide by', () => {
    const said = (
      key: 'equal' | 'inhabitants' | 'participants' | 'stated',
      kernCodes: string[],
      known = told,
    ) =>
      findDivisible({ kind: 'municipality', spanning: { kind: 'divided', key } }, kernCodes, known).map(
        ({ criterionCode, outcome, sentence }) => `${criterionCode}, ${outcome}: ${sentence}`,
      );
    const dividedBy = 'Daarmee verdeelt de regeling het bedrag over de kernen.';
    expect(said('participants', ['a', 'c', 'd'])).toEqual([
      `kern-parts, needs-judgement: Nog niet bekend: het aantal deelnemers van c en d. ${dividedBy}`,
    ]);
    expect(said('inhabitants', ['a', 'c'])).toEqual([
      `kern-parts, needs-judgement: Nog niet bekend: het aantal inwoners van c. ${dividedBy}`,
    ]);
    const dozen = Array.from({ length: 12 }, (_, index) => `kern-${index}`);
    expect(said('participants', dozen).join()).toContain('kern-9 en 2 andere kernen.');
    const none = { weight: 0, inhabitants: null, availableCents: null };
    expect(said('stated', ['a', 'b'], new Map(['a', 'b'].map((code) => [code, none])))).toEqual([
      'kern-parts, needs-judgement: Voor alle kernen is het deel 0. Zo is het bedrag niet te verdelen.',
    ]);
    expect(said('participants', ['a', 'b'])).toEqual([]);
    expect(said('equal', ['a', 'c'])).toEqual([]);
    expect(said('participants', ['c'])).toEqual([]);
    expect(findDivisible({ kind: 'municipality' }, ['a', 'c'], told)).toEqual([]);
  });
});

describe('A plan for several kernen under a regulation that does not divide', () => {
  it('cannot be, also where the regulation says nothing of it, as at submission', () => {
    const outcomes = (scope: Scope, kernCodes: string[]) =>
      findInScope(scope, {
        ...{ receivedOn: today, applicantKind: 'resident', requestedCents: cents(10_000), kernCodes },
        ...{ activityStartsOn: null, activityEndsOn: null },
      }).map(({ outcome }) => outcome);
    expect(outcomes({ kind: 'municipality' }, ['a', 'b'])).toEqual(['not-met']);
    expect(outcomes({ kind: 'kernen', kernCodes: ['a', 'b'] }, ['a', 'b'])).toEqual(['not-met']);
    expect(outcomes({ kind: 'municipality' }, ['a'])).toEqual([]);
    const divided: Scope = { kind: 'municipality', spanning: { kind: 'divided', key: 'equal' } };
    expect(outcomes(divided, ['a', 'b'])).toEqual([]);
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
