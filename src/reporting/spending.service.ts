import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { allKernen } from '../budgets/domain/place-names.ts';
import { SpendingLineResponse } from './spending.response.ts';

/** How far each budget had come: what was known, by the id of the budget. */
export type KnownVersions = Readonly<Record<string, number>>;

/** What a spending report is about. */
export interface SpendingScope {
  /** Null for every year. */
  readonly year: number | null;
  /** Only what counts up to and on this day; null for everything. */
  readonly countingOn: CalendarDate | null;
  /** Null for what is known now. */
  readonly versions: KnownVersions | null;
  /** The kernen that the reader may see; null for all. */
  readonly kernCodes: readonly string[] | null;
}

const amounts = ['allocated', 'available', 'held', 'committed', 'paid', 'receivable', 'lapsed'] as const;

const accountsOf: Readonly<Record<(typeof amounts)[number], readonly string[]>> = {
  allocated: ['source', 'transferred'],
  available: ['available'],
  held: ['held'],
  committed: ['committed', 'in_payment'],
  paid: ['paid'],
  receivable: ['receivable'],
  lapsed: ['lapsed'],
};

/** What was allocated is the other side of where money comes from, so it counts the other way round. */
function countedLater(amount: (typeof amounts)[number]): string {
  const names = accountsOf[amount].map((account) => `'${account}'`).join(', ');
  const sign = amount === 'allocated' ? '-' : '';
  return `${sign}coalesce(sum(CASE WHEN debit_account IN (${names}) THEN amount_cents ELSE 0 END
      - CASE WHEN credit_account IN (${names}) THEN amount_cents ELSE 0 END), 0)::bigint AS ${amount}`;
}

const places = `
  SELECT kern_code AS "kernCode", coalesce(kern_name, '${allKernen}') AS "kernName", regulation_code AS "regulationCode", year`;
const inScope = '($1::integer IS NULL OR year = $1) AND ($2::text[] IS NULL OR kern_code = ANY($2))';
const order = 'ORDER BY year, regulation_code, kern_name, kern_code';

const now = `
  ${places}, ${amounts.map((amount) => `${amount}_cents AS "${amount}Cents"`).join(', ')}
  FROM kern_spending WHERE ${inScope} ${order}`;

/** From the entry at the known version, less what counts after the day: only what came later is added up. */
const then = `
  ${places}, ${amounts.map((amount) => `coalesce(known.${amount}_cents, 0) - later.${amount} AS "${amount}Cents"`).join(', ')}
  FROM kern_spending AS now
  JOIN jsonb_each_text($3::jsonb) AS version ON version.key = now.budget_id::text
  LEFT JOIN budget_history AS known ON known.budget_id = now.budget_id AND known.version = version.value::integer
  CROSS JOIN LATERAL (SELECT ${amounts.map(countedLater).join(', ')} FROM budget_history AS entry
    WHERE entry.budget_id = now.budget_id AND entry.version <= version.value::integer
      AND entry.counts_on > $4::date) AS later
  WHERE ${inScope} ${order}`;

const versionsThen = `
  SELECT now.budget_id AS id, coalesce(known.version, 0) AS version
  FROM kern_spending AS now
  LEFT JOIN LATERAL (SELECT entry.version FROM budget_history AS entry
    WHERE entry.budget_id = now.budget_id AND entry.recorded_at <= coalesce($2::timestamptz, 'infinity')
    ORDER BY entry.recorded_at DESC, entry.version DESC LIMIT 1) AS known ON true
  WHERE $1::integer IS NULL OR year = $1 ORDER BY now.budget_id`;

/** What each kern got, promised and paid, from the balances of the ledger: now, or as it was known or counts. */
@Injectable()
export class SpendingService {
  async spending(manager: EntityManager, scope: SpendingScope): Promise<SpendingLineResponse[]> {
    const { year, countingOn, kernCodes, versions } = scope;
    const rows =
      versions === null && countingOn === null
        ? await manager.query<SpendingLineResponse[]>(now, [year, kernCodes])
        : await manager.query<SpendingLineResponse[]>(then, [
            ...[year, kernCodes, versions ?? (await this.versions(manager, year, null))],
            countingOn ?? 'infinity',
          ]);
    return rows.map((row) => Object.assign(new SpendingLineResponse(), row));
  }

  /** How far the budgets of a year had come at an instant; null for now. */
  async versions(manager: EntityManager, year: number | null, knownAt: Date | null): Promise<KnownVersions> {
    const rows = await manager.query<{ id: string; version: number }[]>(versionsThen, [year, knownAt]);
    return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
  }
}
