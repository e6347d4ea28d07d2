/** The library ships its types where its own export map hides them; this is the part used here. */
declare module 'date-holidays-parser' {
  export interface HolidayRule {
    readonly name: Readonly<Record<string, string>>;
    readonly type: string;
  }

  export interface HolidayData {
    readonly holidays: Readonly<
      Record<
        string,
        {
          readonly names: Readonly<Record<string, string>>;
          readonly dayoff: string;
          readonly langs: readonly string[];
          readonly zones: readonly string[];
          readonly days: Readonly<Record<string, HolidayRule>>;
        }
      >
    >;
  }

  export default class HolidayCalendar {
    constructor(data: HolidayData, country: string);
    getHolidays(year: number, language: string): { date: string; name: string }[];
  }
}
