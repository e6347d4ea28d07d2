import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import { reasonForDayOff } from '../../terms/holidays.ts';
import { answerTerm, questionFaults, type TermQuestion } from './term-calculation.ts';

const day = calendarDate;
const ask = (kind: TermQuestion['kind'], startsAfter: string, change: Partial<TermQuestion> = {}) =>
  answerTerm({ kind, startsAfter: day(startsAfter), ...change });
const length = (startsAfter: string, count: number, unit: TermQuestion['unit'], actApplies = true) =>
  ask('length', startsAfter, { count, unit, actApplies }).lastDay;

describe('A term that anybody has computed', () => {
  it.each([
    ['eight weeks', '2022-05-02', 8, 'weeks', '2022-06-27'],
    ['two weeks that end on Whit Sunday run until Tuesday', '2020-05-17', 2, 'weeks', '2020-06-02'],
    [
      'four weeks that end on Good Friday run until the Tuesday after Easter',
      '2019-03-22',
      4,
      'weeks',
      '2019-04-23',
    ],
    ['twelve weeks that end on Saturday run until Monday', '2024-01-06', 12, 'weeks', '2024-04-02'],
    ['thirteen weeks that end on Saturday do not', '2024-01-06', 13, 'weeks', '2024-04-06'],
    ['a month from 31 January ends on the last day of February', '2023-01-31', 1, 'months', '2023-02-28'],
    ['in a leap year on the 29th', '2024-01-31', 1, 'months', '2024-02-29'],
    ['a month from 28 February ends on 28 March', '2023-02-28', 1, 'months', '2023-03-28'],
    ['three months that end on Sunday run on', '2024-02-05', 3, 'months', '2024-05-06'],
    ['four months that end on Sunday do not', '2024-01-05', 4, 'months', '2024-05-05'],
    ['ninety days that end on Saturday run on', '2024-01-07', 90, 'days', '2024-04-08'],
    ['ninety-one days that end on Sunday do not', '2024-01-07', 91, 'days', '2024-04-07'],
    // Thursday 24 December: Christmas, a Saturday and a Sunday; the first two working days are the 28th and the 29th.
    ['three days over Christmas hold two working days', '2026-12-24', 3, 'days', '2026-12-29'],
    ['three days from Maundy Thursday hold two working days', '2019-04-18', 3, 'days', '2019-04-24'],
    ['over the end of the year, with a Friday that is equated', '2025-12-31', 3, 'days', '2026-01-06'],
    ['two days only move to a working day', '2026-12-24', 2, 'days', '2026-12-28'],
    ['a week over the change to summer time', '2024-03-25', 1, 'weeks', '2024-04-02'],
    ['a week over the change to winter time', '2024-10-21', 1, 'weeks', '2024-10-28'],
    ['a term that ends on 29 February', '2024-02-01', 4, 'weeks', '2024-02-29'],
  ] as const)('%s', (_name, startsAfter, count, unit, lastDay) => {
    expect(length(startsAfter, count, unit)).toBe(lastDay);
  });

  it('says why a day off does not count, by length and by regulation', () => {
    const long = ask('length', '2024-01-06', { count: 13, unit: 'weeks' });
    expect(long.steps.at(-1)?.sentence).toContain('artikel 4');
    const excluded = ask('length', '2020-05-17', { count: 2, unit: 'weeks', actApplies: false });
    expect(excluded.lastDay).toBe('2020-05-31');
    expect(excluded.steps.at(-1)?.sentence).toContain('De regeling laat een termijn dan niet doorlopen');
  });

  it.each([
    ['objection', {}, '2019-08-06'],
    ['objection-decision', {}, '2019-09-17'],
    ['objection-decision', { withCommittee: true }, '2019-10-29'],
    ['objection-decision', { withCommittee: true, extended: true }, '2019-12-10'],
    ['payment', {}, '2019-08-06'],
    ['payment', { count: 2 }, '2019-07-09'],
    ['payment-suspension', {}, '2019-09-24'],
    ['recovery', {}, '2024-06-25'],
    ['leaving-untreated', {}, '2019-07-23'],
    ['working-days', { count: 10 }, '2019-07-09'],
  ] as const)('%s %j, sent on 25 June 2019, ends on %s', (kind, change, lastDay) => {
    expect(ask(kind, '2019-06-25', change).lastDay).toBe(lastDay);
  });

  it('of an objection by post tells whether it is in time', () => {
    const posted = { receivedOn: day('2019-08-13'), postmarkOn: day('2019-08-06') };
    expect(ask('objection-by-post', '2019-06-25', posted)).toMatchObject({
      lastDay: '2019-08-06',
      inTime: true,
    });
    const late = { ...posted, receivedOn: day('2019-08-14') };
    expect(ask('objection-by-post', '2019-06-25', late).inTime).toBe(false);
  });

  it('of a penalty tells the days and the amount, as in the manual', () => {
    const at = (decidedOn: string) =>
      ask('penalty', '2019-04-30', { dueOn: day('2019-04-29'), decidedOn: day(decidedOn) });
    expect(at('2019-05-15')).toMatchObject({ lastDay: '2019-05-14', penaltyDays: 0, penaltyCents: 0 });
    expect(at('2019-05-16')).toMatchObject({ penaltyDays: 1, penaltyCents: 2_300 });
    expect(at('2019-05-30')).toMatchObject({ penaltyDays: 15, penaltyCents: 14 * 2_300 + 3_500 });
    expect(at('2019-06-26')).toMatchObject({ penaltyDays: 42, penaltyCents: 144_200 });
    const early = ask('penalty', '2019-04-29', { dueOn: day('2019-04-29'), decidedOn: day('2019-07-01') });
    expect(early).toMatchObject({ penaltyDays: 0, penaltyCents: 0 });
  });

  it('names everything that is lacking', () => {
    expect(
      questionFaults({ kind: 'penalty', startsAfter: day('2019-04-30') }).map((f) => f.location),
    ).toEqual(['/dueOn', '/decidedOn']);
    expect(questionFaults({ kind: 'objection', startsAfter: day('2019-04-30') })).toEqual([]);
  });

  it('under the Act never ends on a day off, holds two working days from three days on, and more is never earlier', () => {
    const anyDay = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays(day('2018-01-01'), days));
    const anyLength = fc.oneof(
      fc.record({ unit: fc.constant('days' as const), count: fc.integer({ min: 1, max: 89 }) }),
      fc.record({ unit: fc.constant('weeks' as const), count: fc.integer({ min: 1, max: 11 }) }),
      fc.record({ unit: fc.constant('months' as const), count: fc.integer({ min: 1, max: 2 }) }),
    );
    fc.assert(
      fc.property(anyDay, anyLength, (startsAfter, { unit, count }) => {
        const end = length(startsAfter, count, unit);
        expect(reasonForDayOff(end)).toBeNull();
        expect(length(startsAfter, count + 1, unit) >= end).toBe(true);
        if (unit === 'days' && count < 3) return;
        let working = 0;
        for (let each = addDays(startsAfter, 1); each <= end; each = addDays(each, 1)) {
          if (reasonForDayOff(each) === null) working += 1;
        }
        expect(working).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
