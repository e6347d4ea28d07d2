declare const calendarDateBrand: unique symbol;

/** A day in the Netherlands without a time of day, written as YYYY-MM-DD. Legal terms are about days. */
export type CalendarDate = string & { readonly [calendarDateBrand]: 'CalendarDate' };

const form = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

/** Tells whether a text is a day that exists, from the year 1900 to 2199. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  if (typeof text !== 'string' || !form.test(text)) return false;
  const year = Number(text.slice(0, 4));
  if (year < 1900 || year > 2199) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Reads a day. @throws RangeError when the text is not a day that exists. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date: ${text}`);
  return text;
}

function fromEpochDay(day: number): CalendarDate {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10) as CalendarDate;
}

function epochDay(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(epochDay(date) + days);
}

export function addWeeks(date: CalendarDate, weeks: number): CalendarDate {
  return addDays(date, weeks * 7);
}

/** The same day of a later or earlier month; the last day of that month where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const monthIndex = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(monthIndex / 12)).padStart(4, '0');
  const month = String((monthIndex % 12) + 1).padStart(2, '0');
  for (let day = Number(date.slice(8)); ; day -= 1) {
    const candidate = `${year}-${month}-${String(day).padStart(2, '0')}`;
    if (isCalendarDate(candidate)) return candidate;
  }
}

/** The same day of a later year; 29 February becomes 28 February where that year has none. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return isCalendarDate(moved) ? moved : calendarDate(moved.replace('02-29', '02-28'));
}

/** The number of days from `first` to `last`; negative when `last` is earlier. */
export function daysBetween(first: CalendarDate, last: CalendarDate): number {
  return epochDay(last) - epochDay(first);
}

/** 0 for Sunday to 6 for Saturday. */
export function dayOfWeek(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

const amsterdamDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day that the calendar in the Netherlands shows at an instant. */
export function calendarDateOf(instant: Date): CalendarDate {
  return calendarDate(amsterdamDay.format(instant));
}

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** Writes a day as "23 november 2026". */
export function formatDutchDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}
