import { type Cents, cents, sumCents } from '../../../kernel/money.ts';
import type { CeilingPlace, ComputedCeiling } from '../../../regulations/domain/ceilings-for.ts';
import type { LimitKind } from '../ledger-state.ts';
import { runProblem } from './run.problems.ts';

/** What the ceilings of a year come to: what every budget gets, and the limits beside it. */
export interface YearlyMoney {
  /** Null where all kernen share one budget. */
  readonly lines: readonly { readonly kernCode: string | null; readonly amountCents: Cents }[];
  readonly limits: readonly YearlyLimit[];
}

export interface YearlyLimit {
  readonly kind: LimitKind;
  readonly code: string;
  /** Null for the budget that all kernen share, and for the scheme as a whole. */
  readonly kernCode: string | null;
  readonly limitCents: Cents;
}

/** The code of the limit above all kernen of a scheme. */
const totalCode = 'totaal';

type Whole = Exclude<CeilingPlace, { kind: 'share' }>;

function kernCodeOf(place: Whole): string | null {
  return place.kind === 'kern' ? place.kernCode : null;
}

function sharedCents(
  ceilings: readonly ComputedCeiling[],
  totalCents: Cents | null,
  bodies: ReadonlyMap<string, number>,
): Cents {
  const counted = ceilings.filter(({ place }) => place.kind === 'body-kind');
  const unknown = counted.filter(({ place }) => place.kind === 'body-kind' && !bodies.has(place.code));
  if (counted.length > 0 && unknown.length > 0 && totalCents !== null) return totalCents;
  if (unknown.length > 0) {
    const codes = unknown.map(({ place }) => (place.kind === 'body-kind' ? place.code : '')).join(', ');
    throw runProblem('body-counts-missing', `Geef bij "bodies" hoeveel organisaties er zijn van: ${codes}.`);
  }
  const sum = sumCents(
    ceilings.map(({ place, amountCents }) =>
      place.kind === 'body-kind' ? cents(amountCents * (bodies.get(place.code) ?? 0)) : amountCents,
    ),
  );
  return totalCents === null ? sum : cents(Math.min(sum, totalCents));
}

/** Shares of several themes that share one budget are one limit: what may go to the kind of activity in all. */
function shareLimits(ceilings: readonly ComputedCeiling[]): YearlyLimit[] {
  const limits = new Map<string, YearlyLimit>();
  for (const { place, amountCents } of ceilings) {
    if (place.kind !== 'share') continue;
    const { code } = place;
    const kernCode = kernCodeOf(place.of);
    const key = `${kernCode ?? ''} ${code}`;
    const limitCents = sumCents([limits.get(key)?.limitCents ?? cents(0), amountCents]);
    limits.set(key, { kind: 'category', code, kernCode, limitCents });
  }
  return [...limits.values()];
}

/**
 * Budgets and limits of the ceilings that a regulation makes. Kernen that have their own get a budget each, and the
 * total of the regulation is a limit above them; what is for all of them together is one budget.
 * @param bodies how many bodies there are of each kind, by its code
 * @throws DomainError `body-counts-missing` when a total cannot be known
 */
export function yearlyMoney(
  ceilings: readonly ComputedCeiling[],
  totalCents: Cents | null,
  bodies: ReadonlyMap<string, number>,
): YearlyMoney {
  const whole = ceilings.filter(({ place }) => place.kind !== 'share');
  const shared = whole.some(({ place }) => place.kind !== 'kern');
  const themes = whole.flatMap(({ place, amountCents }): YearlyLimit[] =>
    place.kind === 'theme'
      ? [{ kind: 'theme', code: place.code, kernCode: null, limitCents: amountCents }]
      : [],
  );
  const total: YearlyLimit[] =
    shared || totalCents === null
      ? []
      : [{ kind: 'scheme', code: totalCode, kernCode: null, limitCents: totalCents }];
  const lines = shared
    ? [{ kernCode: null, amountCents: sharedCents(whole, totalCents, bodies) }]
    : whole.map(({ place, amountCents }) => ({
        kernCode: place.kind === 'kern' ? place.kernCode : null,
        amountCents,
      }));
  const paid = lines.filter(({ amountCents }) => amountCents > 0);
  const given = new Set(paid.map(({ kernCode }) => kernCode));
  const shares = shareLimits(ceilings).filter(({ kernCode }) => given.has(kernCode));
  return { lines: paid, limits: [...themes, ...shares, ...total] };
}
