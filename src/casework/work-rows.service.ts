import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor, Role } from '../kernel/actor.ts';
import { addDays, type CalendarDate, calendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import { Interests } from '../applications/interests.service.ts';
import { deskSubjects } from '../identity/domain/condition.ts';
import { reachOf } from '../identity/domain/permission.ts';
import type { Action } from '../identity/domain/actions.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { assignedRank, runsOf, shownRank, type WorkKey, type WorkSource } from './domain/my-work.ts';

/** One thing that waits, as it is found. */
export interface WorkRow {
  readonly rank: number;
  readonly actsOn: CalendarDate;
  readonly applicationId: string;
  /** The kind of due date, the code of a step, or the kind of letter. */
  readonly kind: string;
  readonly source: WorkSource;
  readonly letterId: string | null;
}

/** What may be work of the caller: an interest keeps it away, as it does from doing it (Awb 2:4). */
const allowed = (id: string) => `NOT EXISTS (SELECT FROM application
    JOIN unnest($11::uuid[], $12::uuid[]) AS place (version_id, kern_id)
      ON place.version_id = application.regulation_version_id AND place.kern_id = application.kern_id
    WHERE application.id = ${id})`;

const columns = 'work.rank, work.acts_on, work.application_id, work.kind, work.source';
const inOrder = 'ORDER BY work.acts_on, work.application_id, work.kind LIMIT $13';

/**
 * The first of one run, of those for whom the scope says that it waits; each run is read in the order of an index.
 * Where reading begins stands in one comparison: with a second one the index would be read from its beginning.
 */
const runOf = (match: string) => `SELECT ${columns} FROM waiting_work AS work
    WHERE ${match} AND work.rank = run.rank AND work.acts_on <= run.until_on
      AND (work.acts_on, work.application_id, work.kind) > (run.after_on, run.after_id, run.after_kind)
      AND work.visible_on <= $14 AND (work.hidden_after IS NULL OR work.hidden_after >= $14)
      AND ${allowed('work.application_id')} ${inOrder}`;

const runs = `unnest($1::smallint[], $2::date[], $3::date[], $4::uuid[], $5::text[])
    AS run (rank, until_on, after_on, after_id, after_kind)`;

const readWork = {
  name: 'my-work',
  text: `SELECT found.rank % 10 AS rank, found.acts_on AS "actsOn", found.application_id AS "applicationId", found.kind,
      found.source, found.letter_id AS "letterId"
    FROM (
      SELECT waiting.*, NULL::uuid AS letter_id FROM (
        SELECT work.* FROM ${runs} CROSS JOIN unnest($6::text[], $7::uuid[]) AS scope (waits_for, kern_id)
          CROSS JOIN LATERAL (${runOf('work.waits_for = scope.waits_for AND work.kern_id = scope.kern_id')}) AS work
        UNION
        SELECT work.* FROM ${runs} CROSS JOIN unnest($8::text[]) AS desk (subject)
          CROSS JOIN LATERAL (${runOf("work.assignee_subject = desk.subject AND (work.waits_for = 'assignee' OR work.waits_for = ANY ($9))")}) AS work
      ) AS waiting
      UNION ALL
      SELECT $15::int, work.acts_on, work.application_id, work.kind, 'assignment', NULL FROM unnest($8::text[]) AS desk (subject)
        CROSS JOIN LATERAL (SELECT ${columns} FROM waiting_work AS work
          WHERE work.assignee_subject = desk.subject AND work.rank = 2 AND work.waits_for = 'assignee'
            AND work.kind = 'decision' AND work.visible_on > $14 AND (work.acts_on, work.application_id, work.kind) > ($16, $17, $18)
            AND ${allowed('work.application_id')} ${inOrder}) AS work
      UNION ALL
      SELECT 3, (letter.created_at AT TIME ZONE 'Europe/Amsterdam')::date, letter.application_id, letter.kind, 'letter', letter.id
      FROM (SELECT letter.* FROM letter JOIN application ON application.id = letter.application_id
        WHERE letter.sent_on IS NULL AND letter.voided_at IS NULL AND letter.id > $19
          AND (application.kern_id = ANY ($10) OR application.assignee_subject = ANY ($20))
          AND application.destroyed_at IS NULL AND ${allowed('letter.application_id')}
        ORDER BY letter.id LIMIT $13) AS letter
    ) AS found
    ORDER BY rank, CASE WHEN found.source = 'letter' THEN NULL ELSE found.acts_on END,
      coalesce(found.letter_id, found.application_id), found.kind LIMIT $13`,
};

const nil = '00000000-0000-0000-0000-000000000000';
const beyond = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
type RunKey = readonly [actsOn: string, id: string, kind: string];
const fromStart: RunKey = ['1900-01-01', nil, ''];
const pastEnd: RunKey = ['9999-12-31', beyond, '~'];

/** The place before everything of this day. */
function before(day: string): RunKey {
  return [addDays(calendarDate(day), -1), beyond, '~'];
}

function later(one: RunKey, other: RunKey): RunKey {
  return one.join(' ') > other.join(' ') ? one : other;
}

/** Where reading a rank goes on after a key. */
function startOf(rank: number, after: WorkKey | null): RunKey {
  if (after === null || rank > after[0]) return fromStart;
  return rank < after[0] ? pastEnd : [after[1], after[2], after[3]];
}

/** For whom work waits, by role, and the right by which one reaches it. */
const roleActions = {
  kernregisseur: 'step:record',
  assessor: 'step:record',
  registrar: 'penalty:decide',
  finance: 'ledger:read',
} as const satisfies Partial<Record<Role, Action>>;

/** Finds what waits for somebody, the most urgent in law first; what is not theirs is left out by the database. */
@Injectable()
export class WorkRows {
  readonly #manager: EntityManager;
  readonly #kernen: KernenService;
  readonly #interests: Interests;
  readonly #clock: Clock;

  constructor(manager: EntityManager, kernen: KernenService, interests: Interests, clock: Clock) {
    this.#manager = manager;
    this.#kernen = kernen;
    this.#interests = interests;
    this.#clock = clock;
  }

  async of(actor: Actor, after: WorkKey | null, limit: number): Promise<WorkRow[]> {
    const today = this.#clock.today();
    const scopes = await this.#scopesOf(actor);
    const places = await this.#interests.placesOf(this.#manager, actor);
    const reading = runsOf(today).map(({ rank, from, until }) => {
      return { rank, until, after: later(startOf(shownRank(rank), after), before(from)) };
    });
    const letters = await this.#reached(actor, 'letter:announce');
    const desk = deskSubjects(actor);
    const letterStart = startOf(3, after)[1];
    return readRows<WorkRow>(this.#manager, readWork, [
      ...(['rank', 'until'] as const).map((part) => reading.map((run) => run[part])),
      ...[0, 1, 2].map((part) => reading.map((run) => run.after[part])),
      scopes.map(([waitsFor]) => waitsFor),
      scopes.map(([, kernId]) => kernId),
      desk,
      actor.roles,
      letters,
      places.map(({ regulationVersionId }) => regulationVersionId),
      places.map(({ kernId }) => kernId),
      limit,
      today,
      assignedRank,
      ...startOf(assignedRank, after),
      letterStart,
      reachOf(actor, 'letter:announce').assigneeSubjects,
    ]);
  }

  /** What waits for a role in a kern that the caller works for, and for who handles it when nobody was named. */
  async #scopesOf(actor: Actor): Promise<(readonly [waitsFor: string, kernId: string])[]> {
    const scopes: (readonly [string, string])[] = [];
    for (const [role, action] of Object.entries(roleActions) as [Role, Action][]) {
      if (!actor.roles.includes(role)) continue;
      const reached = await this.#reached({ ...actor, roles: [role] }, action);
      scopes.push(...reached.map((kernId) => [role, kernId] as const));
    }
    const handled = await this.#reached(actor, 'assignment:record');
    return [...scopes, ...handled.map((kernId) => ['handler', kernId] as const)];
  }

  async #reached(actor: Actor, action: Action): Promise<string[]> {
    const { all, kernCodes } = reachOf(actor, action);
    const kernen = [...(await this.#kernen.byId(this.#manager)).values()];
    return kernen.filter(({ code }) => all || kernCodes.includes(code)).map(({ id }) => id);
  }
}

/** The place of a row: a letter is told apart by itself, everything else by its case. */
export function keyOf({ rank, actsOn, applicationId, kind, letterId }: WorkRow): WorkKey {
  return [rank, actsOn, letterId ?? applicationId, kind];
}
