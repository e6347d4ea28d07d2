import { afterClosing, movementNames } from '../movement.ts';

/** A check over the whole ledger that the database answers best: what it finds is at fault. */
export interface CrossCheck {
  readonly rule: string;
  readonly detail: string;
  /** Selects one column `place`; no rows when all is well. */
  readonly statement: string;
}

const transferredChange =
  "CASE WHEN 'transferred' = debit_account THEN amount_cents WHEN 'transferred' = credit_account THEN -amount_cents ELSE 0 END";

const impossibleAfterClosing = movementNames
  .filter((movement) => afterClosing(movement) === 'impossible')
  .map((movement) => `'${movement}'`)
  .join(', ');

export const crossChecks: readonly CrossCheck[] = [
  {
    rule: 'transfer-unbalanced',
    detail: 'Wat de ene kern afgeeft, krijgt een andere: samen is dat nul.',
    statement: `SELECT 'journaal ' || journal_id AS place FROM ledger_entry
      WHERE 'transferred' IN (debit_account, credit_account)
      GROUP BY journal_id HAVING sum(${transferredChange}) <> 0 ORDER BY 1 LIMIT 1`,
  },
  {
    rule: 'entry-without-budget',
    detail: 'Elke boeking hoort bij een budget dat er is.',
    statement: `SELECT 'boeking ' || e.id AS place FROM ledger_entry e
      WHERE NOT EXISTS (SELECT 1 FROM budget b WHERE b.id = e.budget_id) ORDER BY 1 LIMIT 1`,
  },
  {
    rule: 'limit-of-grant',
    detail: 'De verlening telt niet mee voor de maxima waarvoor zij is toegezegd.',
    statement: `SELECT 'verlening ' || g.grant_id AS place FROM grant_position g
      WHERE (SELECT array_agg(l ORDER BY l) FROM unnest(g.limit_ids) l) IS DISTINCT FROM
        (SELECT array_agg(DISTINCT s.limit_id ORDER BY s.limit_id) FROM ledger_entry e
           JOIN ledger_limit_entry s ON s.entry_id = e.id
           JOIN ledger_limit l ON l.id = s.limit_id AND l.budget_id IS NOT NULL
          WHERE e.grant_id = g.grant_id)
      ORDER BY 1 LIMIT 1`,
  },
  {
    rule: 'run-entries',
    detail: 'Een bevestigde mutatie heeft precies de boekingen die zij aankondigde.',
    statement: `SELECT 'mutatie ' || r.id AS place FROM ledger_run r
      WHERE r.status = 'confirmed' AND
        jsonb_array_length(r.plan->'steps') + jsonb_array_length(r.plan->'mirrors') <>
          (SELECT count(*) FROM ledger_entry e WHERE e.journal_id = r.journal_id)
      ORDER BY 1 LIMIT 1`,
  },
  {
    rule: 'year-state',
    detail: 'Een jaar is gesloten of open zonder dat een mutatie dat zegt.',
    statement: `SELECT 'jaar ' || y.year AS place FROM ledger_year y
      WHERE y.closed IS DISTINCT FROM
        (SELECT (r.plan->'year'->>'closed')::boolean FROM ledger_run r
          WHERE r.status = 'confirmed' AND (r.plan->'year'->>'year')::integer = y.year
          ORDER BY r.decided_at DESC, r.id DESC LIMIT 1)
      ORDER BY 1 LIMIT 1`,
  },
  {
    rule: 'closed-year',
    detail: 'Na het afsluiten is nog geboekt in het jaar, of meer dan betaald en rechtgezet.',
    statement: `SELECT 'boeking ' || e.id AS place FROM ledger_year y
      CROSS JOIN LATERAL (SELECT r.budget_versions FROM ledger_run r
        WHERE r.status = 'confirmed' AND (r.plan->'year'->>'year')::integer = y.year
        ORDER BY r.decided_at DESC, r.id DESC LIMIT 1) AS closing
      CROSS JOIN LATERAL jsonb_each_text(closing.budget_versions) AS closed (budget_id, version)
      JOIN ledger_entry e ON e.budget_id = closed.budget_id::uuid AND e.version > closed.version::integer
      WHERE y.closed AND (extract(year FROM e.counts_on) = y.year OR e.movement IN (${impossibleAfterClosing}))
      ORDER BY 1 LIMIT 1`,
  },
];
