/**
 * The reservations of which something is left, with the budget. What was reserved before reservations had an id is one of
 * its budget.
 * @param condition on the entry `e` of the ledger
 */
export function openHoldsOf(condition: string): string {
  return `SELECT coalesce(e.hold_id, e.budget_id) AS id, e.budget_id AS "budgetId",
      sum(CASE WHEN e.debit_account = 'held' THEN e.amount_cents ELSE -e.amount_cents END)::bigint AS "leftCents"
    FROM ledger_entry e WHERE 'held' IN (e.debit_account, e.credit_account) AND ${condition}
    GROUP BY 1, 2 HAVING sum(CASE WHEN e.debit_account = 'held' THEN e.amount_cents ELSE -e.amount_cents END) > 0`;
}
