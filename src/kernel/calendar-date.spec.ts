import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addWeeks,
  calendarDate,
  calendarDateOf,
  daysBetween,
  formatDutchDate,
  isCalendarDate,
} from './calendar-date.ts';

describe('Days of the calendar', () => {
  it.each([
    '2019-02-29',
    '2019-13-01',
    '2019-1-1',
    '20190101',
    '1899-12-31',
    '2019-05-31T00:00:00Z',
    20190101,
    null,
  ])('%s is not a day', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  it('an evening in summer belongs to the next day in the Netherlands', () => {
    expect(calendarDateOf(new Date('2019-05-31T22:30:00Z'))).toBe('2019-06-01');
    expect(calendarDateOf(new Date('2019-01-31T22:30:00Z'))).toBe('2019-01-31');
  });

  it('counts over months, leap days and the change to summer time', () => {
    expect(addWeeks(calendarDate('2020-02-20'), 2)).toBe('2020-03-05');
    expect(addDays(calendarDate('2019-03-31'), 1)).toBe('2019-04-01');
    expect(daysBetween(calendarDate('2019-12-31'), calendarDate('2020-03-01'))).toBe(61);
  });

  it('is written out in Dutch', () => {
    expect(formatDutchDate(calendarDate('2026-11-23'))).toBe('23 november 2026');
  });
});
