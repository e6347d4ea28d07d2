import type { Cents } from '../kernel/money.ts';
import { columnOf } from './account-names.ts';
import type { BudgetState, GrantState, LedgerState, LimitState } from './domain/ledger-state.ts';
import { type Account, accounts, grantAccounts } from './domain/position.ts';

type Row = Readonly<Record<string, unknown>>;

/** What `lock_ledger` answers: rows as JSON, in which amounts are numbers; null where there are none. */
export interface LockedRows {
  readonly budgets: readonly Row[] | null;
  readonly limits: readonly Row[] | null;
  readonly grants: readonly Row[] | null;
  readonly closed_years: readonly number[] | null;
  readonly kern_names: Readonly<Record<string, string>> | null;
}

function amountsOf<Name extends Account>(names: readonly Name[], row: Row): Record<Name, Cents> {
  return Object.fromEntries(names.map((name) => [name, row[`${columnOf(name)}_cents`]])) as Record<
    Name,
    Cents
  >;
}

function byId<Value extends { readonly id: string }>(values: readonly Value[]): ReadonlyMap<string, Value> {
  return new Map(values.map((value) => [value.id, value]));
}

function budgetOf(row: Row): BudgetState {
  const { id, kern_id: kernId, regulation_id: regulationId, year, version } = row;
  return { id, kernId, regulationId, year, version, ...amountsOf(accounts, row) } as BudgetState;
}

function grantOf(row: Row): GrantState {
  const { grant_id: grantId, budget_id: budgetId, limit_ids: limitIds } = row;
  return { grantId, budgetId, limitIds, ...amountsOf(grantAccounts, row) } as GrantState;
}

function limitOf(row: Row): LimitState {
  const { id, kind, code, budget_id: budgetId, regulation_id: regulationId, year, version } = row;
  const { limit_cents: limitCents, used_cents: usedCents, binds } = row;
  return {
    id,
    kind,
    code,
    budgetId,
    regulationId,
    year,
    version,
    limitCents,
    usedCents,
    binds,
  } as LimitState;
}

/** Reads what was locked: nobody else can change it until the transaction ends. */
export function ledgerStateOf({
  budgets,
  limits,
  grants,
  closed_years: closedYears,
  kern_names: kernNames,
}: LockedRows): LedgerState {
  return {
    budgets: byId((budgets ?? []).map(budgetOf)),
    limits: byId((limits ?? []).map(limitOf)),
    grants: new Map((grants ?? []).map(grantOf).map((grant) => [grant.grantId, grant])),
    holds: new Map(),
    closedYears: new Set(closedYears ?? []),
    kernNames: new Map(Object.entries(kernNames ?? {})),
  };
}
