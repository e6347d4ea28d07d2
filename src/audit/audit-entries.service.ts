import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { AuditEntriesQuery } from './audit-entries.query.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';
import { AuditEntryResponse } from './audit-entry.response.ts';

// Days are those of the Netherlands.
const startOf = (day: string): string => `CAST(${day} AS timestamp) AT TIME ZONE 'Europe/Amsterdam'`;

/** Searches the audit log. */
@Injectable()
export class AuditEntriesService {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** Newest first. */
  async search(query: AuditEntriesQuery): Promise<Page<AuditEntryResponse>> {
    const after = decodePageKey(query.after, ['instant', 'id']);
    const rows = this.#manager
      .createQueryBuilder(AuditEntryEntity, 'entry')
      .orderBy('entry.recordedAt', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(query.limit + 1);
    const { actorSubject, caseId, action, outcome, fromDate, untilDate, limit } = query;
    if (after) rows.andWhere('(entry.recordedAt, entry.id) < (:at, :id)', { at: after[0], id: after[1] });
    if (actorSubject) rows.andWhere('entry.actorSubject = :actorSubject', { actorSubject });
    if (caseId) rows.andWhere('entry.caseId = :caseId', { caseId });
    if (action) rows.andWhere('entry.action = :action', { action });
    if (outcome) rows.andWhere('entry.outcome = :outcome', { outcome });
    if (fromDate) rows.andWhere(`entry.recordedAt >= ${startOf(':fromDate')}`, { fromDate });
    if (untilDate)
      rows.andWhere(`entry.recordedAt < ${startOf('CAST(:untilDate AS date) + 1')}`, { untilDate });
    return pageOf(await rows.getMany(), limit, ({ recordedAt, id }) => [recordedAt.toISOString(), id]).map(
      (entry) => AuditEntryResponse.of(entry),
    );
  }
}
