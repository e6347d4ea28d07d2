import { type Cents, cents, formatEuros, sumCents, zeroCents } from '../../kernel/money.ts';
import { counted, formatPercentage } from './dutch-text.ts';
import { type Ceiling, shareCents } from './groups/ceiling.ts';
import type { Scope } from './groups/scope.ts';
import { roundCents } from './rounding.ts';

/** A kern as far as ceilings are concerned. */
export interface KernSize {
  readonly code: string;
  /** On the reference date of the regulation; null when nobody filled it in. */
  readonly inhabitants: number | null;
}

export interface CeilingFacts {
  /** The year for which ceilings are made. */
  readonly year: number;
  /** The kernen that exist in that year. */
  readonly kernen: readonly KernSize[];
}

/** To what a computed ceiling applies. */
export type CeilingPlace =
  | { readonly kind: 'kern'; readonly kernCode: string }
  | { readonly kind: 'scheme' }
  | { readonly kind: 'theme'; readonly code: string }
  | { readonly kind: 'body-kind'; readonly code: string }
  /** A part of one of the others, for one kind of activity. */
  | { readonly kind: 'share'; readonly of: Exclude<CeilingPlace, { kind: 'share' }>; readonly code: string };

export interface ComputedCeiling {
  readonly place: CeilingPlace;
  readonly amountCents: Cents;
  /** How it was computed, as a Dutch sentence. */
  readonly explanation: string;
}

/** The groups of a regulation from which its ceilings follow. */
export interface CeilingRules {
  readonly year: number;
  readonly scope: Scope;
  readonly ceiling: Ceiling;
}

export type CeilingsForYear =
  | {
      readonly kind: 'computed';
      readonly ceilings: readonly ComputedCeiling[];
      readonly totalCents: Cents | null;
    }
  /** The regulation sets no new ceiling for that year. */
  | { readonly kind: 'other-year'; readonly firstYear: number; readonly lastYear: number }
  | { readonly kind: 'inhabitants-missing'; readonly kernCodes: readonly string[] };

function kernenIn(scope: Scope, kernen: readonly KernSize[]): readonly KernSize[] {
  return scope.kind === 'municipality' ? kernen : kernen.filter(({ code }) => scope.kernCodes.includes(code));
}

function ofKern(code: string, amountCents: Cents, explanation: string): ComputedCeiling {
  return { place: { kind: 'kern', kernCode: code }, amountCents, explanation };
}

type SizedKern = KernSize & { readonly inhabitants: number };

function isSized(kern: KernSize): kern is SizedKern {
  return kern.inhabitants !== null;
}

function divided(
  ceiling: Extract<Ceiling, { kind: 'total-divided' }>,
  kernen: readonly KernSize[],
): ComputedCeiling[] {
  const { amountCents, baseCents = zeroCents, key, rounding } = ceiling;
  const dividedCents = Math.max(amountCents - baseCents * kernen.length, 0);
  const first = baseCents === 0 ? '' : `${formatEuros(baseCents)} plus een deel van het overige: `;
  const total = `${first}${formatEuros(cents(dividedCents))}`;
  const part = (share: number) => roundCents(baseCents + share, rounding);
  if (key === 'equal') {
    const partCents = part(dividedCents / kernen.length);
    return kernen.map(({ code }) =>
      ofKern(code, partCents, `${total} gedeeld door ${counted(kernen.length, 'kern', 'kernen')}.`),
    );
  }
  const sized = kernen.filter(isSized);
  const all = sized.reduce((sum, kern) => sum + kern.inhabitants, 0);
  return sized.map(({ code, inhabitants }) =>
    ofKern(
      code,
      part(all === 0 ? 0 : (dividedCents * inhabitants) / all),
      `${total} keer ${inhabitants} van ${all} inwoners.`,
    ),
  );
}

function perInhabitant(
  ceiling: Extract<Ceiling, { kind: 'per-inhabitant' }>,
  { code, inhabitants }: SizedKern,
): ComputedCeiling {
  const { baseCents, rateCents, minimumCents, maximumCents, rounding } = ceiling;
  const computed = roundCents(baseCents + rateCents * inhabitants, rounding);
  const amountCents = cents(Math.min(Math.max(computed, minimumCents ?? 0), maximumCents ?? computed));
  const bound =
    amountCents === computed ? '' : ` Door de grens per kern wordt dat ${formatEuros(amountCents)}.`;
  return ofKern(
    code,
    amountCents,
    `${formatEuros(baseCents)} plus ${inhabitants} inwoners keer ${formatEuros(rateCents)} is ${formatEuros(computed)}.${bound}`,
  );
}

function bySize(
  ceiling: Extract<Ceiling, { kind: 'size-class' }>,
  { code, inhabitants }: SizedKern,
): ComputedCeiling {
  const { classes, rateCents = cents(0), rounding } = ceiling;
  const found = classes.find(({ upToInhabitants }) => inhabitants <= (upToInhabitants ?? Infinity));
  const baseCents = found?.baseCents ?? cents(0);
  const amountCents = roundCents(baseCents + rateCents * inhabitants, rounding);
  return ofKern(
    code,
    amountCents,
    `Basisbedrag ${formatEuros(baseCents)} bij ${inhabitants} inwoners, plus ${formatEuros(rateCents)} per inwoner.`,
  );
}

function needsInhabitants(ceiling: Ceiling): boolean {
  if (ceiling.kind === 'total-divided') return ceiling.key === 'inhabitants';
  return ceiling.kind === 'per-inhabitant' || ceiling.kind === 'size-class';
}

function whole(ceiling: Ceiling, kernen: readonly KernSize[]): ComputedCeiling[] {
  switch (ceiling.kind) {
    case 'fixed-per-kern':
      return kernen.map(({ code }) => ofKern(code, ceiling.amountCents, 'Een vast bedrag per kern.'));
    case 'listed-per-kern': {
      const amounts = new Map(ceiling.kernen.map(({ kernCode, amountCents }) => [kernCode, amountCents]));
      return kernen.flatMap(({ code }) => {
        const amountCents = amounts.get(code);
        return amountCents === undefined
          ? []
          : [ofKern(code, amountCents, 'Het bedrag dat de regeling voor deze kern noemt.')];
      });
    }
    case 'total-divided':
      return divided(ceiling, kernen);
    case 'per-inhabitant':
      return kernen.filter(isSized).map((kern) => perInhabitant(ceiling, kern));
    case 'size-class':
      return kernen.filter(isSized).map((kern) => bySize(ceiling, kern));
    case 'total-only':
      return [
        {
          place: { kind: 'scheme' },
          amountCents: ceiling.amountCents,
          explanation: 'Eén bedrag voor de hele regeling.',
        },
      ];
    case 'per-theme':
      return ceiling.themes.map(({ code, label, amountCents }) => ({
        place: { kind: 'theme', code },
        amountCents,
        explanation: `Het bedrag voor ${label}.`,
      }));
    case 'per-body-kind':
      return ceiling.bodies.map(({ code, label, amountCents }) => ({
        place: { kind: 'body-kind', code },
        amountCents,
        explanation: `Het bedrag voor elke organisatie van de soort ${label}.`,
      }));
  }
}

function sharesOf({ shares = [] }: Ceiling, ceilings: readonly ComputedCeiling[]): ComputedCeiling[] {
  return ceilings.flatMap(({ place, amountCents }) =>
    place.kind === 'share'
      ? []
      : shares.map((share) => ({
          place: { kind: 'share' as const, of: place, code: share.code },
          amountCents: shareCents(share, amountCents),
          explanation: explainShare(share, amountCents),
        })),
  );
}

function explainShare(share: NonNullable<Ceiling['shares']>[number], ceilingCents: Cents): string {
  const whole = formatEuros(ceilingCents);
  return share.percentage === undefined
    ? `${formatEuros(shareCents(share, ceilingCents))} van ${whole}, voor ${share.label}.`
    : `${formatPercentage(share.percentage)} van ${whole}, voor ${share.label}.`;
}

/**
 * The ceilings of a regulation for one year, to look at before they are booked. Pure: inhabitants are facts.
 * A total that was divided is never exceeded; what rounding leaves stays undivided.
 */
export function ceilingsFor({ year, scope, ceiling }: CeilingRules, facts: CeilingFacts): CeilingsForYear {
  const lastYear = ceiling.period?.lastYear ?? year;
  const onlyFirst = ceiling.period?.amountsAre === 'for-all-years';
  if (facts.year < year || facts.year > (onlyFirst ? year : lastYear)) {
    return { kind: 'other-year', firstYear: year, lastYear: onlyFirst ? year : lastYear };
  }
  const kernen = kernenIn(scope, facts.kernen);
  const unsized = kernen.filter((kern) => !isSized(kern)).map((kern) => kern.code);
  if (needsInhabitants(ceiling) && unsized.length > 0)
    return { kind: 'inhabitants-missing', kernCodes: unsized };
  const ceilings = whole(ceiling, kernen);
  return {
    kind: 'computed',
    ceilings: [...ceilings, ...sharesOf(ceiling, ceilings)],
    totalCents: ceiling.totalCents ?? null,
  };
}

/** The sum of the ceilings, the shares within them not counted. */
export function sumOfCeilings(ceilings: readonly ComputedCeiling[]): Cents {
  return sumCents(
    ceilings.filter(({ place }) => place.kind !== 'share').map(({ amountCents }) => amountCents),
  );
}
