import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { type Reach, reachOf } from '../identity/domain/permission.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { DueItemResponse } from './due-item.response.ts';
import type { DueListQuery } from './due-list.query.ts';
import { type DueDateKind, ruleOf } from './domain/due-date-kind.ts';
import { kindsFor } from './domain/visible-due-dates.ts';

/** A line as it is read. */
export interface DueRow {
  readonly applicationId: string;
  readonly number: string;
  readonly kernId: string;
  readonly kind: DueDateKind;
  readonly dueOn: CalendarDate;
  readonly changedAt: Date;
}

/** Whose due dates somebody sees: all kinds of some kernen, and of others some kinds. */
export interface DueScope {
  readonly kernIds: readonly string[];
  readonly kinds: readonly (readonly [kernId: string, kind: DueDateKind])[];
}

const columns = 'due.application_id, due.kern_id, due.kind, due.due_on, due.changed_at';

/**
 * The first so many of one kern, or of one kind in one kern, each read in the order of an index: of days that are over
 * what is chased, then the days to come. So a list costs as much among many cases as among few. Where reading begins
 * stands in one comparison: with a second one the index would be read from its beginning. Destroyed cases are looked
 * up one by one, because the few that there are would be looked for among all.
 */
const firstOf = (scope: string, match: string, chased: string) => {
  const part = (when: string) => `(SELECT ${columns} FROM due_date AS due
      WHERE due.kern_id = scope.kern_id ${match} AND ${when} AND due.due_on <= $6
        AND (SELECT application.destroyed_at IS NULL FROM application WHERE application.id = due.application_id)
      ORDER BY due.due_on, due.application_id, due.kind LIMIT $13)`;
  const key = '(due.due_on, due.application_id, due.kind)';
  return `SELECT found.* FROM ${scope} CROSS JOIN LATERAL (
    ${part(`${chased} AND due.due_on < $5 AND ${key} > ($7, $8, $9)`)}
    UNION ALL ${part(`${key} > ($10, $11, $12)`)}) AS found`;
};

const kindScope = 'unnest($2::uuid[], $3::text[], $4::boolean[]) AS scope (kern_id, kind, chased)';

const duePage = {
  name: 'due-page',
  text: `SELECT due.application_id AS "applicationId", application.number, due.kern_id AS "kernId", due.kind,
      due.due_on AS "dueOn", due.changed_at AS "changedAt"
    FROM (${firstOf('unnest($1::uuid[]) AS scope (kern_id)', '', 'due.chased')}
      UNION ALL ${firstOf(kindScope, 'AND due.kind = scope.kind', 'scope.chased')}) AS due
    JOIN application ON application.id = due.application_id
    ORDER BY due.due_on, due.application_id, due.kind LIMIT $13`,
};

type DueKey = readonly [dueOn: string, applicationId: string, kind: string];

const beforeAll: DueKey = ['1900-01-01', '00000000-0000-0000-0000-000000000000', ''];

/** The place before everything of this day. */
function before(today: CalendarDate): DueKey {
  return [addDays(today, -1), 'ffffffff-ffff-ffff-ffff-ffffffffffff', '~'];
}

function later(one: DueKey, other: DueKey): DueKey {
  return one.join(' ') > other.join(' ') ? one : other;
}

const endOfTheCalendar = '9999-12-31';

/** The part of a list that is asked for. */
export interface DuePart {
  readonly after: DueKey | null;
  readonly untilDate: CalendarDate | null;
  readonly limit: number;
}

/** Lists what is due, late or about to cost money; what the caller may not see is left out by the database. */
@Injectable()
export class DueList {
  readonly #manager: EntityManager;
  readonly #kernen: KernenService;
  readonly #clock: Clock;

  constructor(manager: EntityManager, kernen: KernenService, clock: Clock) {
    this.#manager = manager;
    this.#kernen = kernen;
    this.#clock = clock;
  }

  async page(actor: Actor, query: DueListQuery): Promise<Page<DueItemResponse>> {
    const after = decodePageKey(query.after, ['date', 'id', 'text']);
    const scope = await this.scopeOf(reachesOf(actor), query.kernCode, query.kind);
    const { limit, untilDate = null } = query;
    const rows = await this.rows(scope, { after, untilDate, limit: limit + 1 });
    const kernen = await this.#kernen.byId(this.#manager);
    const today = this.#clock.today();
    return pageOf(rows, limit, ({ dueOn, applicationId, kind }) => [dueOn, applicationId, kind]).map(
      (row) => {
        const kernCode = present(kernen.get(row.kernId), 'an application has a kern').code;
        const { applicationId, number } = row;
        const next = DueItemResponse.of(row.kind, row.dueOn, today);
        return Object.assign(new DueItemResponse(), next, { applicationId, number, kernCode });
      },
    );
  }

  /** The lines that a scope reaches, soonest first. */
  rows({ kernIds, kinds }: DueScope, { after, untilDate, limit }: DuePart): Promise<DueRow[]> {
    const today = this.#clock.today();
    const from = after ?? beforeAll;
    return readRows<DueRow>(this.#manager, duePage, [
      kernIds,
      kinds.map(([kernId]) => kernId),
      kinds.map(([, kind]) => kind),
      kinds.map(([, kind]) => ruleOf(kind).chased),
      today,
      untilDate ?? endOfTheCalendar,
      ...from,
      ...later(from, before(today)),
      limit,
    ]);
  }

  /** What somebody may see of what is asked for. */
  async scopeOf(reaches: DueReaches, kernCode?: string, kind?: DueDateKind): Promise<DueScope> {
    const kernen = [...(await this.#kernen.byId(this.#manager)).values()].filter(
      ({ code }) => kernCode === undefined || code === kernCode,
    );
    const reached = ({ all, kernCodes }: DueReach) =>
      kernen.filter(({ code }) => all || kernCodes.includes(code)).map(({ id }) => id);
    const whole = reached(reaches.whole);
    const money = reached(reaches.money).filter((id) => !whole.includes(id));
    const asked = kindsFor('finance').filter((each) => kind === undefined || each === kind);
    const ofMoney = money.flatMap((id) => asked.map((each) => [id, each] as const));
    if (kind === undefined) return { kernIds: whole, kinds: ofMoney };
    return { kernIds: [], kinds: [...whole.map((id) => [id, kind] as const), ...ofMoney] };
  }
}

type DueReach = Pick<Reach, 'all' | 'kernCodes'>;

/** Of which kernen somebody sees all due dates, and of which those that cost or bring money. */
export interface DueReaches {
  readonly whole: DueReach;
  readonly money: DueReach;
}

/** How far the list reaches for a caller: see `knownTo`, which says the same of one case. */
export function reachesOf(actor: Actor): DueReaches {
  const { all, kernCodes } = reachOf(actor, 'deadline:work-list');
  const within = (reach: Reach): DueReach => ({
    all: all && reach.all,
    kernCodes: reach.all ? kernCodes : reach.kernCodes,
  });
  return { whole: within(reachOf(actor, 'finding:read')), money: within(reachOf(actor, 'ledger:read')) };
}
