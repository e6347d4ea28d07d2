import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import type { DueDateKind } from './domain/due-date-kind.ts';
import { NextDueResponse } from './due-item.response.ts';

interface NextRow {
  readonly applicationId: string;
  readonly kind: DueDateKind;
  readonly dueOn: CalendarDate;
}

const nextDue = {
  name: 'next-due',
  text: `SELECT application_id AS "applicationId", kind, due_on AS "dueOn" FROM due_date
    WHERE application_id = ANY($1) AND (chased OR due_on >= $2) ORDER BY due_on, kind`,
};

/** Tells of cases what is due next, from the due dates that are stored. */
@Injectable()
export class NextDue {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param kindsOf the kinds that the caller may know of a case; @returns per case what is due first, where something is */
  async of(
    manager: EntityManager,
    applicationIds: readonly string[],
    kindsOf: (applicationId: string) => readonly DueDateKind[],
  ): Promise<ReadonlyMap<string, NextDueResponse>> {
    const today = this.#clock.today();
    const rows = await readRows<NextRow>(manager, nextDue, [applicationIds, today]);
    const first = new Map<string, NextDueResponse>();
    for (const { applicationId, kind, dueOn } of rows) {
      if (first.has(applicationId) || !kindsOf(applicationId).includes(kind)) continue;
      first.set(applicationId, NextDueResponse.of(kind, dueOn, today));
    }
    return first;
  }
}
