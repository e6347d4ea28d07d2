import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { addDays } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { CalendarFeeds } from './calendar-feeds.service.ts';
import { dueCalendar } from './due-calendar.ts';
import { DueList } from './due-list.service.ts';

const daysAhead = 365;
const mostEvents = 1_000;

/** Reads the calendar of an address. */
@Injectable()
export class CalendarContent {
  readonly #feeds: CalendarFeeds;
  readonly #list: DueList;
  readonly #kernen: KernenService;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    feeds: CalendarFeeds,
    list: DueList,
    kernen: KernenService,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#feeds = feeds;
    this.#list = list;
    this.#kernen = kernen;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError `calendar-not-found` */
  async read(address: string): Promise<{ readonly content: string; readonly changedAt: Date }> {
    const feed = await this.#feeds.find(address);
    const scope = await this.#list.scopeOf(feed.reaches);
    const untilDate = addDays(this.#clock.today(), daysAhead);
    const rows = await this.#list.rows(scope, { after: null, untilDate, limit: mostEvents });
    const kernen = await this.#kernen.byId(this.#manager);
    const items = rows.map((row) => ({
      ...row,
      kernName: present(kernen.get(row.kernId), 'an application has a kern').name,
    }));
    const moments = [feed.createdAt, ...rows.map(({ changedAt }) => changedAt)];
    const changedAt = new Date(Math.max(...moments.map((moment) => moment.getTime())));
    return { content: dueCalendar(items), changedAt };
  }
}
