import { type CalendarDate, calendarDateOf } from './calendar-date.ts';

/** What time it is. Injected, so that a story can be played on dates in the past and tests do not depend on today. */
export abstract class Clock {
  abstract now(): Date;

  /** The day in the Netherlands. */
  today(): CalendarDate {
    return calendarDateOf(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is set; for tests and for the demo. */
export class AdjustableClock extends Clock {
  #now: Date;

  constructor(now: Date) {
    super();
    this.#now = now;
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(now: Date): void {
    this.#now = now;
  }
}
