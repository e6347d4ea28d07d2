import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type Cents, zeroCents } from '../../kernel/money.ts';
import {
  budgetOfKern,
  type BudgetState,
  leftOf,
  type LedgerState,
  type LimitedPlan,
  limitIdsFor,
  limitsFor,
} from '../../budgets/domain/ledger-state.ts';
import { budgetYearOf } from '../../regulations/domain/groups/window.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';

import type { StoredLimit } from './stored-inputs.ts';

/** From which money an application is paid, and with what it competes for it. */
export interface MoneyPlace {
  /** Null when no budget was opened for its kern and year. */
  readonly budget: BudgetState | null;
  /** Within what it competes: a kern, the whole scheme, a theme, a kind of body; apart for each year. */
  readonly pool: string;
  /** The budget and every limit that a grant counts for; empty without a budget. */
  readonly limitIds: readonly string[];
}

interface Placed {
  readonly kernId: string;
  readonly receivedOn: CalendarDate;
  readonly plan: LimitedPlan & { readonly bodyKindCode?: string | undefined };
}

type Rules = Pick<RegulationDocument, 'distribution' | 'window' | 'year' | 'terms' | 'ceiling'>;

/** The year counts from the day of receipt: after a cut-over date an application is for a later year. */
export function moneyPlace(rules: Rules, ledger: LedgerState, application: Placed): MoneyPlace {
  const year = budgetYearOf(rules, application.receivedOn);
  const budgets = [...ledger.budgets.values()].filter((budget) => budget.year === year);
  const budget = budgetOfKern(budgets, application.kernId) ?? null;
  const pool = `${year} ${poolOf(rules, application)}`;
  if (budget === null) return { budget, pool, limitIds: [] };
  const own = limitIdsFor(ledger, budget, application.plan);
  return { budget, pool, limitIds: [budget.id, ...limitsFor(ledger, budget, own).map(({ id }) => id)] };
}

function poolOf({ distribution: { within = 'kern' } }: Rules, { kernId, plan }: Placed): string {
  switch (within) {
    case 'kern':
      return kernId;
    case 'scheme':
      return 'scheme';
    case 'theme':
      return `theme ${plan.themeCode ?? ''}`;
    case 'body-kind':
      return `body ${plan.bodyKindCode ?? ''}`;
  }
}

/** What is left of every budget and of every limit. */
export function leftUnder({ budgets, limits }: LedgerState): ReadonlyMap<string, Cents> {
  return new Map([
    ...[...budgets.values()].map(({ id, available }) => [id, available] as const),
    ...[...limits.values()].map((limit) => [limit.id, leftOf(limit)] as const),
  ]);
}

/** Every budget and limit with its name for people, what is left and the version that says so. */
export function storedLimits(ledger: LedgerState): StoredLimit[] {
  const left = leftUnder(ledger);
  const versioned = [...ledger.budgets.values(), ...ledger.limits.values()];
  return versioned.map(({ id, version }) => ({
    id,
    version,
    name: nameOfLimit(id, ledger),
    leftCents: left.get(id) ?? zeroCents,
  }));
}

/** What people call a budget or a limit. */
export function nameOfLimit(id: string, { budgets, limits, kernNames }: LedgerState): string {
  const budget = budgets.get(id);
  if (budget?.kernId === null) return 'de hele regeling';
  if (budget) return kernNames.get(budget.kernId) ?? 'de kern';
  const limit = limits.get(id);
  if (limit?.kind === 'scheme') return 'de hele regeling';
  return `${limit?.kind === 'theme' ? 'het thema' : 'de categorie'} ${limit?.code ?? ''}`;
}

/** Stands for a kern where one budget is for all of them. */
export const sharedByKernen = 'shared';

/**
 * Whether applications of all kernen compete for the same money, so that one list must hold them all: nobody can say
 * who goes first in one kern without looking at the others. A limit of the scheme that does not bind is no money.
 */
export function competesAcrossKernen(
  { distribution: { within = 'kern' } }: Pick<RegulationDocument, 'distribution'>,
  { budgets, limits }: Pick<LedgerState, 'budgets' | 'limits'>,
): boolean {
  return (
    within !== 'kern' ||
    [...budgets.values()].some(({ kernId }) => kernId === null) ||
    [...limits.values()].some(({ kind, binds }) => kind === 'scheme' && binds)
  );
}
