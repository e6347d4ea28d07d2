import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { objectionTerm } from './after-announcement.ts';
import {
  type DecisionPeriod,
  decisionTerm,
  type DecisionTermFacts,
  type Suspension,
} from './decision-term.ts';
import { endOnWorkingDay } from './general-terms-act.ts';
import { reasonForDayOff } from './holidays.ts';
import { isObjectionInTime, lastDayBefore, lastRecoveryDay, objectionDecisionTerm } from './later-terms.ts';
import { penaltyFor } from './penalty.ts';

const day = calendarDate;
const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2018-01-01'), days));

const weeks = (change: Partial<Extract<DecisionPeriod, { kind: 'weeks' }>> = {}): DecisionPeriod => ({
  kind: 'weeks',
  weeks: 8,
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
        period: weeks({ startsAfter: day('2019-05-31'), startReason: 'window-close' }),
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
    const term = decisionTerm(facts({ period: weeks({ weeks: 13, startsAfter: day('2022-05-01') }) }));
    expect(reasonForDayOff(term.lastDay)).toBe('zondag');
  });

  it('never ends on a day off where the Act applies', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 12 }), (startsAfter, count) => {
        const period = weeks({ startsAfter, weeks: count });
        expect(reasonForDayOff(decisionTerm(facts({ period })).lastDay)).toBeNull();
      }),
    );
  });

  it('never ends earlier when the applicant takes longer to complete', () => {
    const endWith = (startsAfter: CalendarDate, days: number) =>
      decisionTerm(
        facts({
          period: weeks({ startsAfter }),
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

describe('The penalty for a late decision', () => {
  const late = { dueOn: day('2026-03-02'), noticeReceivedOn: day('2026-03-03') };

  it('runs after two weeks, in three steps, to at most EUR 1,442', () => {
    expect(penaltyFor({ ...late, decidedOn: day('2026-03-18') })).toMatchObject({
      kind: 'runs',
      firstDay: '2026-03-18',
      days: 0,
      amountCents: 0,
      amountDueOn: null,
    });
    expect(penaltyFor({ ...late, decidedOn: day('2026-03-28') })).toMatchObject({
      days: 10,
      amountCents: 23_000,
    });
    expect(penaltyFor({ ...late, decidedOn: day('2026-04-11') })).toMatchObject({
      days: 24,
      amountCents: 67_200,
    });
    expect(penaltyFor({ ...late, decidedOn: day('2027-01-01') })).toMatchObject({
      days: 42,
      amountCents: 144_200,
      amountDueOn: '2026-05-12',
    });
  });

  it('does not run on a notice that came before the term had passed', () => {
    expect(
      penaltyFor({ ...late, noticeReceivedOn: day('2026-03-02'), decidedOn: day('2026-04-01') }),
    ).toEqual({
      kind: 'notice-too-early',
    });
  });

  it('never falls when the decision comes later', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (days, longer) => {
        const amountAfter = (count: number) => {
          const penalty = penaltyFor({ ...late, decidedOn: addDays(late.noticeReceivedOn, count) });
          return penalty.kind === 'runs' ? penalty.amountCents : -1;
        };
        expect(amountAfter(days + longer)).toBeGreaterThanOrEqual(amountAfter(days));
      }),
    );
  });
});

describe('Terms after the decision', () => {
  const sentOn = day('2019-06-25');

  it('the term to decide on an objection starts when the six weeks have ended', () => {
    const own = objectionDecisionTerm(sentOn, { withCommittee: false, extended: false });
    const committee = objectionDecisionTerm(sentOn, { withCommittee: true, extended: false });
    expect([own.lastDay, committee.lastDay]).toEqual(['2019-09-17', '2019-10-29']);
  });

  it.each([
    ['2019-08-06', null, true],
    ['2019-08-07', null, false],
    ['2019-08-13', '2019-08-06', true],
    ['2019-08-14', '2019-08-06', false],
    ['2019-08-08', '2019-08-07', false],
  ])('an objection received on %s with postmark %s is in time: %s', (receivedOn, postmarkOn, inTime) => {
    expect(isObjectionInTime(sentOn, day(receivedOn), postmarkOn === null ? null : day(postmarkOn))).toBe(
      inTime,
    );
  });

  it('two weeks before the activity is counted back and never moved', () => {
    expect(lastDayBefore(day('2020-06-14'), 2)).toBe('2020-05-31');
  });

  it('money can be recovered for five years', () => {
    expect(lastRecoveryDay(day('2020-02-29'))).toBe('2025-02-28');
  });
});

describe('The term to object', () => {
  it('is six weeks from the day after sending', () => {
    expect(objectionTerm(day('2019-06-25')).lastDay).toBe('2019-08-06');
  });
});
