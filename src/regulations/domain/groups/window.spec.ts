import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { reasonForDayOff } from '../../../terms/holidays.ts';
import { lastDayBefore } from './window.ts';

describe('A term that is counted backwards', () => {
  it('two weeks before the activity is never moved, not even from Whit Sunday', () => {
    const lastDay = lastDayBefore(calendarDate('2020-06-14'), { count: 2, unit: 'weeks' });
    expect(lastDay).toBe('2020-05-31');
    expect(reasonForDayOff(lastDay)).toBe('zondag');
  });
});
