import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';
import { type Cents, formatEuros } from '../../kernel/money.ts';

export const budgetsProblems = {
  'budget-not-found': { kind: 'not-found', title: 'Dit budget is er niet' },
  'ceiling-reached': { kind: 'conflict', title: 'Het plafond van de kern is bereikt' },
  'more-than-committed': { kind: 'conflict', title: 'Er is minder toegezegd dan u wilt vrijgeven' },
  'amount-not-positive': { kind: 'invalid', title: 'Het bedrag moet meer dan nul zijn' },
} as const satisfies ProblemCatalogue;

export function budgetNotFound(): DomainError {
  return DomainError.of(budgetsProblems, 'budget-not-found', 'Er is geen budget met dit kenmerk.');
}

/** One grant is never released or paid from what was committed for another. */
export function moreThanCommitted(committedCents: Cents | null): DomainError {
  const detail =
    committedCents === null
      ? 'Voor dit besluit is minder toegezegd dan u wilt vrijgeven.'
      : `Er is ${formatEuros(committedCents)} toegezegd.`;
  return DomainError.of(budgetsProblems, 'more-than-committed', detail);
}

/** Refusal is mandatory in so far as the ceiling would be exceeded (Awb 4:25). */
export function ceilingReached(availableCents: Cents | null): DomainError {
  const left = availableCents === null ? '' : ` Er is nog ${formatEuros(availableCents)} beschikbaar.`;
  return DomainError.of(
    budgetsProblems,
    'ceiling-reached',
    `Dit bedrag past niet meer binnen het plafond van de kern (Awb 4:25).${left}`,
  );
}
