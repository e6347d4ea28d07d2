import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { noteShown } from '../platform/http/request-context.ts';
import { decodePageKey, Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import type { WorkItemResponse } from './my-work.response.ts';
import { WorkCases } from './work-cases.service.ts';
import { workItemOf } from './work-item.presentation.ts';
import { keyOf, WorkRows } from './work-rows.service.ts';

/** The working day of one person: everything that waits for the caller, each with why, until when and what follows. */
@Injectable()
export class MyWork {
  readonly #rows: WorkRows;
  readonly #cases: WorkCases;
  readonly #clock: Clock;

  constructor(rows: WorkRows, cases: WorkCases, clock: Clock) {
    this.#rows = rows;
    this.#cases = cases;
    this.#clock = clock;
  }

  async page(actor: Actor, { after, limit }: PageQuery): Promise<Page<WorkItemResponse>> {
    const key = decodePageKey(after, ['integer', 'date', 'id', 'text']);
    const rows = await this.#rows.of(actor, key, limit + 1);
    const cases = await this.#cases.of(rows);
    const today = this.#clock.today();
    const page = pageOf(rows, limit, keyOf);
    noteShown({ caseIds: [...new Set(page.items.map(({ applicationId }) => applicationId))] });
    // Of a case that is destroyed at this moment, nothing waits any more.
    const items = page.items.flatMap((row) => {
      const known = cases.get(row.applicationId);
      return known ? [workItemOf(actor, row, known, today)] : [];
    });
    return new Page(items, page.nextKey);
  }
}
