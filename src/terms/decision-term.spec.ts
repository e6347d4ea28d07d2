import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import {
  type DecisionPeriod,
  decisionTerm,
  type DecisionTermFacts,
  type Suspension,
} from './decision-term.ts';
import { reasonForDayOff } from './holidays.ts';

const day = calendarDate;
const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2018-01-01'), days));

const weeks = (
  count = 8,
  change: Partial<Extract<DecisionPeriod, { kind: 'length' }>> = {},
): DecisionPeriod => ({
  kind: 'length',
  length: { unit: 'weeks', count },
  startsAfter: day('2022-05-02'),
  startReason: 'receipt',
  ...change,
});
const facts = (change: Partial<DecisionTermFacts>): DecisionTermFacts => ({
  period: weeks(),
  actApplies: true,
  suspensions: [],
  extensions: [],
  ...change,
});
const completion = (startsAfter: string, until: string): Suspension => ({
  ground: 'completion',
  startsAfter: day(startsAfter),
  until: day(until),
});

describe('The term to decide', () => {
  it('stands still while the applicant completes: asked 10 May, complete 24 May is 13 days, and Sunday moves to Monday', () => {
    const term = decisionTerm(facts({ suspensions: [completion('2022-05-10', '2022-05-24')] }));
    expect(term.lastDay).toBe('2022-07-11');
    expect(term.steps.map((step) => step.sentence)).toEqual([
      'De aanvraag is ontvangen op 2 mei 2022.',
      'Wij beslissen binnen 8 weken: uiterlijk op 27 juni 2022 (Awb 4:13).',
      'De termijn stond 13 dagen stil, van 11 mei 2022 tot en met 23 mei 2022, omdat wij om aanvulling vroegen (Awb 4:15, eerste lid).',
      '10 juli 2022 is geen werkdag (zondag), dus de termijn loopt tot en met 11 juli 2022 (Algemene termijnenwet, artikel 1).',
    ]);
  });

  it('counts days of two requests that overlap only once', () => {
    const once = facts({ actApplies: false, suspensions: [completion('2022-05-10', '2022-05-24')] });
    const twice = { ...once, suspensions: [...once.suspensions, completion('2022-05-12', '2022-05-20')] };
    expect(decisionTerm(twice).lastDay).toBe(decisionTerm(once).lastDay);
  });

  it('does not count a standstill before the term has started', () => {
    const term = decisionTerm(
      facts({
        period: weeks(8, { startsAfter: day('2019-05-31'), startReason: 'window-close' }),
        suspensions: [completion('2019-04-01', '2019-04-15')],
      }),
    );
    expect(term.lastDay).toBe('2019-07-26');
  });

  it('is longer when the regulation allows one extension, and says when that was told', () => {
    const extensions = [{ basis: 'scheme', announcedOn: day('2022-06-20'), weeks: 6 } as const];
    const term = decisionTerm(facts({ extensions }));
    expect(term.lastDay).toBe('2022-08-08');
    expect(term.steps.at(-1)?.sentence).toContain('6 weken, gemeld op 20 juni 2022');
  });

  it('can be a date that the regulation names, which a standstill moves too', () => {
    const period = { kind: 'date', lastDay: day('2022-07-01'), receivedOn: day('2022-05-02') } as const;
    expect(decisionTerm(facts({ period })).lastDay).toBe('2022-07-01');
    const suspensions = [completion('2022-05-10', '2022-05-14')];
    expect(decisionTerm(facts({ period, suspensions })).lastDay).toBe('2022-07-04');
  });

  it('of more than twelve weeks is not extended by the Act', () => {
    const term = decisionTerm(facts({ period: weeks(13, { startsAfter: day('2022-05-01') }) }));
    expect(reasonForDayOff(term.lastDay)).toBe('zondag');
  });

  it('is not made longer by what began when it was over', () => {
    const late = facts({ suspensions: [completion('2022-06-27', '2022-07-11')] });
    expect(decisionTerm(late).lastDay).toBe('2022-06-27');
    expect(decisionTerm(late).steps.at(-1)?.sentence).toBe(
      'De opschorting van 27 juni 2022 telt niet mee: de termijn was toen al voorbij.',
    );
    const extensions = [{ basis: 'scheme', announcedOn: day('2022-06-28'), weeks: 6 } as const];
    expect(decisionTerm(facts({ extensions })).lastDay).toBe('2022-06-27');
  });

  it('takes what happened in its order: an extension told during a standstill is in time', () => {
    const suspensions = [completion('2022-06-20', '2022-07-04')];
    const extensions = [{ basis: 'scheme', announcedOn: day('2022-07-01'), weeks: 2 } as const];
    expect(decisionTerm(facts({ suspensions, extensions })).lastDay).toBe('2022-07-25');
  });

  it('stands still without an end as long as the delay of the applicant lasts', () => {
    const open = { ground: 'applicant-delay', startsAfter: day('2022-05-09'), until: null } as const;
    const term = decisionTerm(facts({ suspensions: [open] }));
    expect(term).toMatchObject({ lastDay: '2022-06-27', standsStillSince: '2022-05-10' });
    const ended = { ...open, until: day('2022-05-11') };
    expect(decisionTerm(facts({ suspensions: [ended] }))).toMatchObject({
      lastDay: '2022-06-28',
      standsStillSince: null,
    });
  });

  it('becomes the reasonable term that a notice names when no regulation sets one', () => {
    const named = {
      basis: 'reasonable',
      announcedOn: day('2022-06-20'),
      newLastDay: day('2022-07-17'),
    } as const;
    const term = decisionTerm(facts({ extensions: [named] }));
    expect(term.lastDay).toBe('2022-07-18');
    expect(term.steps.map(({ sentence }) => sentence)).toContain(
      'Er is een nieuwe redelijke termijn genoemd (Awb 4:14, derde lid), gemeld op 20 juni 2022: uiterlijk op 17 juli 2022.',
    );
  });

  it('never gets shorter by any standstill or extension, whatever happened besides', () => {
    const offset = fc.integer({ min: 0, max: 150 });
    const grounds = fc.constantFrom('completion', 'consent', 'applicant-delay', 'force-majeure' as const);
    const suspension = fc.record({ ground: grounds, start: offset, days: fc.integer({ min: 1, max: 60 }) });
    const scenario = fc.record({
      received: someDay,
      weeks: fc.integer({ min: 1, max: 12 }),
      suspensions: fc.array(suspension, { maxLength: 4 }),
      extendedAfter: fc.option(offset),
    });
    fc.assert(
      fc.property(scenario, fc.nat(3), fc.integer({ min: 0, max: 40 }), (given, which, longer) => {
        const { received, suspensions, extendedAfter } = given;
        const lastDayWith = (added: number) =>
          decisionTerm({
            period: weeks(given.weeks, { startsAfter: received }),
            actApplies: true,
            suspensions: suspensions.map(({ ground, start, days }, index) => ({
              ground,
              startsAfter: addDays(received, start),
              until: addDays(received, start + days + (index === which ? added : 0)),
            })),
            extensions:
              extendedAfter === null
                ? []
                : [{ basis: 'scheme', announcedOn: addDays(received, extendedAfter), weeks: 6 }],
          }).lastDay;
        expect(lastDayWith(longer) >= lastDayWith(0)).toBe(true);
        expect(lastDayWith(0) >= addDays(received, given.weeks * 7)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never ends on a day off where the Act applies', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 12 }), fc.nat(70), (startsAfter, count, days) => {
        const period = weeks(count, { startsAfter });
        const asked = addDays(startsAfter, 3);
        const suspensions = [{ ground: 'consent', startsAfter: asked, until: addDays(asked, days) } as const];
        expect(reasonForDayOff(decisionTerm(facts({ period, suspensions })).lastDay)).toBeNull();
      }),
    );
  });

  it('never ends earlier when the applicant takes longer to complete', () => {
    const endWith = (startsAfter: CalendarDate, days: number) =>
      decisionTerm(
        facts({
          period: weeks(8, { startsAfter }),
          suspensions: [{ ground: 'completion', startsAfter, until: addDays(startsAfter, days) }],
        }),
      ).lastDay;
    fc.assert(
      fc.property(someDay, fc.nat(60), fc.nat(60), (askedOn, days, longer) => {
        expect(endWith(askedOn, days + longer) >= endWith(askedOn, days)).toBe(true);
      }),
    );
  });
});
