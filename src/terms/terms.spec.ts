import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { objectionTerm } from './after-announcement.ts';
import { addEquatedDays } from './equated-days.ts';
import { endOnWorkingDay } from './general-terms-act.ts';
import { reasonForDayOff } from './holidays.ts';
import { isObjectionInTime, recoveryTerm, objectionDecisionTerm } from './later-terms.ts';
import { penaltyFor, penaltyStages } from './penalty.ts';

const day = calendarDate;
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

describe('What a penalty costs by day', () => {
  it('rises in three stages to EUR 1,442, with the days of each', () => {
    expect(penaltyStages(day('2026-03-18'))).toEqual([
      { from: '2026-03-18', through: '2026-03-31', perDayCents: 2_300, totalCents: 32_200 },
      { from: '2026-04-01', through: '2026-04-14', perDayCents: 3_500, totalCents: 81_200 },
      { from: '2026-04-15', through: '2026-04-28', perDayCents: 4_500, totalCents: 144_200 },
    ]);
  });
});

describe('A term of weeks', () => {
  it('always holds two working days, so that article 2 of the Act adds nothing to it', () => {
    for (let start = day('2019-01-01'); start < day('2060-01-01'); start = addDays(start, 1)) {
      const days = Array.from({ length: 7 }, (_day, index) => addDays(start, index + 1));
      expect(days.filter((each) => reasonForDayOff(each) === null).length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('Days of later decrees', () => {
  it('are days off from the moment that they are added', () => {
    const added = day('2029-05-11');
    expect(reasonForDayOff(added)).toBeNull();
    addEquatedDays([{ day: added, source: 'Stcrt. 2028, 1' }]);
    expect(reasonForDayOff(added)).toBe('gelijkgesteld met een feestdag');
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

  it('money can be recovered for five years', () => {
    expect(recoveryTerm(day('2020-02-29')).lastDay).toBe('2025-02-28');
  });
});

describe('The term to object', () => {
  it('is six weeks from the day after sending', () => {
    expect(objectionTerm(day('2019-06-25')).lastDay).toBe('2019-08-06');
  });
});
