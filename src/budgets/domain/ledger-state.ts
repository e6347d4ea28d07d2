import { present } from '../../kernel/assert.ts';
import { type Cents, cents, zeroCents } from '../../kernel/money.ts';
import type { GrantAccount, Position } from './position.ts';

/** A budget with its balances. */
export interface BudgetState extends Position {
  readonly id: string;
  /** Null for the one budget that all kernen of a scheme share. */
  readonly kernId: string | null;
  readonly regulationId: string;
  readonly year: number;
  /** The number of entries. */
  readonly version: number;
}

/** What was promised, is being paid and was paid for one grant. */
export type GrantAmounts = Readonly<Record<GrantAccount, Cents>>;

export interface GrantState extends GrantAmounts {
  readonly grantId: string;
  readonly budgetId: string;
  /** The limits of categories and themes that this grant counts for. */
  readonly limitIds: readonly string[];
}

/** Money that is kept apart in a budget for one purpose, such as an objection. */
export interface HoldState {
  readonly id: string;
  readonly budgetId: string;
  /** What was not released and not promised yet; more than zero. */
  readonly leftCents: Cents;
}

export const noAmounts: GrantAmounts = {
  committed: zeroCents,
  inPayment: zeroCents,
  paid: zeroCents,
  receivable: zeroCents,
  writtenOff: zeroCents,
};

export const limitKinds = ['category', 'theme', 'scheme'] as const;

export type LimitKind = (typeof limitKinds)[number];

/**
 * A limit beside the ceiling of the kern: of a category or theme within one budget, or of a scheme (a regulation in
 * a year). The limit of a scheme is counted only while it binds: while it is smaller than the sum of its kernen.
 */
export interface LimitState {
  readonly id: string;
  readonly kind: LimitKind;
  readonly code: string;
  /** Null for a scheme. */
  readonly budgetId: string | null;
  readonly regulationId: string;
  readonly year: number;
  readonly version: number;
  readonly limitCents: Cents;
  readonly usedCents: Cents;
  readonly binds: boolean;
}

/** Everything that decides whether something can be booked, as it was read under lock. */
export interface LedgerState {
  readonly budgets: ReadonlyMap<string, BudgetState>;
  readonly grants: ReadonlyMap<string, GrantState>;
  readonly limits: ReadonlyMap<string, LimitState>;
  /** What is kept apart in the budgets, by its own id. */
  readonly holds: ReadonlyMap<string, HoldState>;
  /** Years in which nothing can count any more. */
  readonly closedYears: ReadonlySet<number>;
  /** What the kernen of the budgets are called, by their id. */
  readonly kernNames: ReadonlyMap<string, string>;
}

/** What an application says of itself that a limit can be set on. */
export interface LimitedPlan {
  /** The activity, which is the category of a limit. */
  readonly activityCode?: string | undefined;
  readonly themeCode?: string | undefined;
}

/** One of the budgets that were read under lock. */
export function budgetIn({ budgets }: LedgerState, budgetId: string): BudgetState {
  return present(budgets.get(budgetId), 'the budget was locked');
}

/**
 * The budget from which something in a kern is paid: its own, or the one that all kernen of the scheme share.
 * @param budgets of one scheme
 */
export function budgetOfKern<Budget extends Pick<BudgetState, 'kernId'>>(
  budgets: readonly Budget[],
  kernId: string,
): Budget | undefined {
  return (
    budgets.find((budget) => budget.kernId === kernId) ?? budgets.find((budget) => budget.kernId === null)
  );
}

export function isScheme(
  { regulationId, year }: { readonly regulationId: string; readonly year: number },
  scheme: { readonly regulationId: string; readonly year: number },
): boolean {
  return regulationId === scheme.regulationId && year === scheme.year;
}

/** The limits that something granted from a budget counts for: those of the grant, and the scheme's if it binds. */
export function limitsFor(
  { limits }: LedgerState,
  budget: BudgetState,
  limitIds: readonly string[],
): LimitState[] {
  return [...limits.values()].filter((limit) =>
    limit.budgetId === null ? limit.binds && isScheme(limit, budget) : limitIds.includes(limit.id),
  );
}

/** The limits of categories and themes within a budget that a grant for this plan counts for. */
export function limitIdsFor(
  { limits }: LedgerState,
  budget: BudgetState,
  { activityCode, themeCode }: LimitedPlan,
): string[] {
  const codes: Partial<Record<LimitKind, string | undefined>> = { category: activityCode, theme: themeCode };
  return [...limits.values()]
    .filter(({ budgetId, kind, code }) => budgetId === budget.id && codes[kind] === code)
    .map(({ id }) => id);
}

export function leftOf({ limitCents, usedCents }: LimitState): Cents {
  return cents(limitCents - usedCents);
}
