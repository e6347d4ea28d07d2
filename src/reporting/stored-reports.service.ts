import { storedColumns } from './spending-columns.ts';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { assert } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError, type ProblemCatalogue } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import { commaSeparated } from '../platform/http/comma-separated.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { type KnownVersions, SpendingService } from './spending.service.ts';
import type { StoreReportRequest } from './stored-report.request.ts';
import { StoredReportResponse } from './stored-report.response.ts';

const reportsProblems = {
  'report-not-found': { kind: 'not-found', title: 'Dit rapport is er niet' },
} as const satisfies ProblemCatalogue;

interface ReportRow {
  readonly id: string;
  readonly year: number | null;
  readonly countingOn: CalendarDate | null;
  readonly versions: KnownVersions;
  readonly sha256: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

const insert = 'INSERT INTO stored_report VALUES ($1, $2, $3, $4, $5, $6, $7, $8)';
const select = `SELECT id, year, counting_on AS "countingOn", versions, sha256, made_by AS "madeBy", made_at AS "madeAt"
  FROM stored_report WHERE id = $1`;

/**
 * Reports that are kept: not as bytes, but as the versions of the budgets that they were made from, with the hash of
 * the bytes. Since entries never change, the same versions give the same bytes at any later time.
 */
@Injectable()
export class StoredReports {
  readonly #transactions: Transactions;
  readonly #spending: SpendingService;
  readonly #manager: EntityManager;
  readonly #clock: Clock;

  constructor(transactions: Transactions, spending: SpendingService, manager: EntityManager, clock: Clock) {
    this.#transactions = transactions;
    this.#spending = spending;
    this.#manager = manager;
    this.#clock = clock;
  }

  async store(
    actor: Actor,
    claim: IdempotencyClaim,
    request: StoreReportRequest,
  ): Promise<StoredReportResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const year = request.year ?? null;
        const countingOn = request.countingOn ?? null;
        const versions = await this.#spending.versions(manager, year, request.knownAt ?? null);
        const sha256 = hashOf(await this.#bytes(manager, { year, countingOn, versions }));
        const id = newId();
        const madeAt = this.#clock.now();
        await manager.query(insert, [
          ...[id, 'spending', year, countingOn, versions, sha256, actor.subject, madeAt],
        ]);
        return this.#present({ id, year, countingOn, versions, sha256, madeBy: actor.subject, madeAt });
      },
      roleSuffices,
    );
    return answer;
  }

  /** @throws DomainError `report-not-found` */
  async show(reportId: string): Promise<StoredReportResponse> {
    return this.#present(await this.#get(reportId));
  }

  /** The report made again: byte for byte what it was. @throws DomainError `report-not-found` */
  async document(reportId: string): Promise<string> {
    const report = await this.#get(reportId);
    const bytes = await this.#bytes(this.#manager, report);
    assert(hashOf(bytes) === report.sha256, 'a report made again from its versions is the same');
    return bytes;
  }

  async #get(reportId: string): Promise<ReportRow> {
    const [report] = await this.#manager.query<ReportRow[]>(select, [reportId]);
    if (!report)
      throw DomainError.of(reportsProblems, 'report-not-found', 'Er is geen rapport met dit kenmerk.');
    return report;
  }

  async #bytes(
    manager: EntityManager,
    { year, countingOn, versions }: Pick<ReportRow, 'year' | 'countingOn' | 'versions'>,
  ): Promise<string> {
    const lines = await this.#spending.spending(manager, { year, countingOn, versions, kernCodes: null });
    const codeOf = ({ regulationCode, kernCode }: (typeof lines)[number]) => `${regulationCode} ${kernCode}`;
    lines.sort((one, other) => one.year - other.year || (codeOf(one) < codeOf(other) ? -1 : 1));
    return commaSeparated(storedColumns, lines);
  }

  #present(report: ReportRow): StoredReportResponse {
    const { versions, ...facts } = report;
    const budgets = Object.entries(versions).map(([budgetId, version]) => ({ budgetId, version }));
    return Object.assign(new StoredReportResponse(), { ...facts, versions: budgets });
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
