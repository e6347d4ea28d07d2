import HolidayCalendar from 'date-holidays-parser';
import { type CalendarDate, dayOfWeek, yearOf } from '../kernel/calendar-date.ts';
import { isEquatedDay } from './equated-days.ts';

const publicDay = (name: string) => ({ name: { nl: name }, type: 'public' });

/**
 * The days of article 3(1) and (2) of the Algemene termijnenwet, as rules for the calendar library:
 * it computes Easter and moves King's Day when that falls on a Sunday. Good Friday and every 5 May are
 * days of the Act, although many calendars leave them out.
 */
const daysOfTheAct = {
  '01-01': publicDay('Nieuwjaarsdag'),
  'easter -2': publicDay('Goede Vrijdag'),
  'easter 1': publicDay('tweede paasdag'),
  '04-27 if sunday then previous saturday': publicDay('Koningsdag'),
  '05-05': publicDay('Bevrijdingsdag'),
  'easter 39': publicDay('Hemelvaartsdag'),
  'easter 50': publicDay('tweede pinksterdag'),
  '12-25': publicDay('eerste kerstdag'),
  '12-26': publicDay('tweede kerstdag'),
};

const calendar = new HolidayCalendar(
  {
    holidays: {
      NL: {
        names: { nl: 'Nederland' },
        dayoff: 'sunday',
        langs: ['nl'],
        zones: ['Europe/Amsterdam'],
        days: daysOfTheAct,
      },
    },
  },
  'NL',
);

const namesPerYear = new Map<number, ReadonlyMap<CalendarDate, string>>();

function holidaysIn(year: number): ReadonlyMap<CalendarDate, string> {
  const known = namesPerYear.get(year);
  if (known) return known;
  // Terms run on past the last year that somebody can enter, so the dates are not checked against that.
  const names = new Map(
    calendar.getHolidays(year, 'nl').map((day) => [day.date.slice(0, 10) as CalendarDate, day.name] as const),
  );
  namesPerYear.set(year, names);
  return names;
}

/**
 * Why a day is no working day, in Dutch, or null when it is one
 * (Algemene termijnenwet, articles 1 and 3).
 */
export function reasonForDayOff(date: CalendarDate): string | null {
  const weekday = dayOfWeek(date);
  if (weekday === 6) return 'zaterdag';
  if (weekday === 0) return 'zondag';
  const holiday = holidaysIn(yearOf(date)).get(date);
  if (holiday) return holiday;
  return isEquatedDay(date) ? 'gelijkgesteld met een feestdag' : null;
}
