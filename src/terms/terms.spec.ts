import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { objectionTerm } from './after-announcement.ts';
import { decisionTerm, type DecisionTermFacts } from './decision-term.ts';
import { endOnWorkingDay } from './general-terms-act.ts';
import { reasonForDayOff } from './holidays.ts';

const day = calendarDate;
const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2018-01-01'), days));

const facts = (change: Partial<DecisionTermFacts>): DecisionTermFacts => ({
  startsAfter: day('2022-05-02'),
  startReason: 'receipt',
  termWeeks: 8,
  actApplies: true,
  suspensions: [],
  ...change,
});

describe('The days off of the Algemene termijnenwet', () => {
  it.each([
    ['2019-04-19', 'Goede Vrijdag'],
    ['2019-05-05', 'zondag'],
    ['2021-05-05', 'Bevrijdingsdag'],
    ['2025-04-26', 'zaterdag'],
    ['2023-04-27', 'Koningsdag'],
    ['2019-05-30', 'Hemelvaartsdag'],
    ['2019-06-10', 'tweede pinksterdag'],
    ['2023-05-19', 'gelijkgesteld met een feestdag'],
    ['2019-06-03', null],
    ['2025-04-28', null],
  ])('on %s the reason is %s', (date, reason) => {
    expect(reasonForDayOff(day(date))).toBe(reason);
  });

  it('a term that ends on Whit Sunday 31 May 2020 runs until Tuesday 2 June', () => {
    expect(endOnWorkingDay(day('2020-05-31')).lastDay).toBe('2020-06-02');
  });
});

describe('The term to decide', () => {
  it('stands still while the applicant completes: asked 10 May, complete 24 May is 13 days, and Sunday moves to Monday', () => {
    const term = decisionTerm(
      facts({ suspensions: [{ askedOn: day('2022-05-10'), until: day('2022-05-24') }] }),
    );
    expect(term.lastDay).toBe('2022-07-11');
    expect(term.steps.map((step) => step.sentence)).toEqual([
      'De aanvraag is ontvangen op 2 mei 2022.',
      'Wij beslissen binnen 8 weken: uiterlijk op 27 juni 2022 (Awb 4:13).',
      'De termijn stond 13 dagen stil, van 11 mei 2022 tot en met 23 mei 2022 (Awb 4:15).',
      '10 juli 2022 is geen werkdag (zondag), dus de termijn loopt tot en met 11 juli 2022 (Algemene termijnenwet, artikel 1).',
    ]);
  });

  it('counts days of two requests that overlap only once', () => {
    const once = decisionTerm(
      facts({ actApplies: false, suspensions: [{ askedOn: day('2022-05-10'), until: day('2022-05-24') }] }),
    );
    const twice = decisionTerm(
      facts({
        actApplies: false,
        suspensions: [
          { askedOn: day('2022-05-10'), until: day('2022-05-24') },
          { askedOn: day('2022-05-12'), until: day('2022-05-20') },
        ],
      }),
    );
    expect(twice.lastDay).toBe(once.lastDay);
  });

  it('does not count a standstill before the term has started', () => {
    const term = decisionTerm(
      facts({
        startsAfter: day('2019-05-31'),
        startReason: 'window-close',
        suspensions: [{ askedOn: day('2019-04-01'), until: day('2019-04-15') }],
      }),
    );
    expect(term.lastDay).toBe('2019-07-26');
  });

  it('never ends on a day off where the Act applies', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 12 }), (startsAfter, termWeeks) => {
        expect(reasonForDayOff(decisionTerm(facts({ startsAfter, termWeeks })).lastDay)).toBeNull();
      }),
    );
  });

  it('never ends earlier when the applicant takes longer to complete', () => {
    const endWith = (askedOn: CalendarDate, days: number) =>
      decisionTerm(facts({ startsAfter: askedOn, suspensions: [{ askedOn, until: addDays(askedOn, days) }] }))
        .lastDay;
    fc.assert(
      fc.property(someDay, fc.nat(60), fc.nat(60), (askedOn, days, longer) => {
        expect(endWith(askedOn, days + longer) >= endWith(askedOn, days)).toBe(true);
      }),
    );
  });
});

describe('The term to object', () => {
  it('is six weeks from the day after sending', () => {
    expect(objectionTerm(day('2019-06-25')).lastDay).toBe('2019-08-06');
  });
});
