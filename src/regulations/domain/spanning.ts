import { type Cents, cents, formatEuros } from '../../kernel/money.ts';
import { counted, joined } from './dutch-text.ts';
import { type ComputedFinding, found } from './finding.ts';
import type { Scope } from './groups/scope.ts';

/** A kern of an application that spans several, with its weight by the key of the regulation. */
export interface SpannedKern {
  readonly kernCode: string;
  /** Inhabitants, participants, or what the applicant states; 1 for each where the parts are equal. */
  readonly weight: number;
  /** What is left under the ceiling of this kern; null where that is looked at later. */
  readonly availableCents: Cents | null;
}

/** The part of one kern. Each has its own ceiling; whether less is still feasible is for the applicant to say. */
export interface KernPart {
  readonly kernCode: string;
  readonly amountCents: Cents;
  /** What this kern can give of it. */
  readonly grantableCents: Cents;
  readonly explanation: string;
}

/**
 * Divides an amount over kernen by their weights, to the cent: the parts add up to the amount, and the cents that
 * rounding leaves go to the largest fractions, first in the order of the codes.
 * @param kernen at least one, with weights of zero or more of which one is above zero
 * @throws RangeError when no kern has a weight
 */
export function divideOverKernen(amountCents: Cents, kernen: readonly SpannedKern[]): KernPart[] {
  const inOrder = [...kernen].sort((one, other) => (one.kernCode < other.kernCode ? -1 : 1));
  const whole = inOrder.reduce((sum, { weight }) => sum + weight, 0);
  if (!(whole > 0)) throw new RangeError('An amount is divided over kernen with a weight');
  const exact = inOrder.map(({ weight }) => (amountCents * weight) / whole);
  const parts = exact.map(Math.floor);
  const left = amountCents - parts.reduce((sum, part) => sum + part, 0);
  const byFraction = exact
    .map((value, index) => ({ index, fraction: value - Math.floor(value) }))
    .sort((one, other) => other.fraction - one.fraction || one.index - other.index);
  for (const { index } of byFraction.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return inOrder.map(({ kernCode, weight, availableCents }, index) => {
    const part = cents(parts[index] ?? 0);
    const grantableCents = cents(Math.max(0, Math.min(part, availableCents ?? part)));
    const share = `Deel ${weight} van ${whole}: ${formatEuros(part)}.`;
    const lacking =
      availableCents !== null && grantableCents < part
        ? ` Deze kern heeft nog ${formatEuros(availableCents)}; laat de aanvrager zeggen of het plan dan nog kan.`
        : '';
    return { kernCode, amountCents: part, grantableCents, explanation: `${share}${lacking}` };
  });
}

/** Whether the applicant has to confirm that the plan can still be carried out. */
export function needsConfirmation(parts: readonly KernPart[]): boolean {
  return parts.some(({ amountCents, grantableCents }) => grantableCents < amountCents);
}

/** What is known of one kern of a plan for several. */
export interface ToldKern {
  /** Null where nobody told it. */
  readonly weight: number | null;
  readonly availableCents: Cents | null;
  readonly inhabitants: number | null;
}

type DivisionKey = Extract<Scope['spanning'], { kind: 'divided' }>['key'];

/** The kernen of a plan for several with their weight by the key; null where nobody told it. */
function keyedKernen(key: DivisionKey, kernCodes: readonly string[], told: ReadonlyMap<string, ToldKern>) {
  return kernCodes.map((kernCode) => {
    const known = told.get(kernCode);
    const weights = {
      equal: 1,
      inhabitants: known?.inhabitants ?? null,
      participants: known?.weight ?? null,
      stated: known?.weight ?? null,
    };
    return { kernCode, weight: weights[key], availableCents: known?.availableCents ?? null };
  });
}

/**
 * The parts of a plan for several kernen by the key of the regulation; none where the plan is for one kern, where the
 * regulation does not divide, or where what it divides by is not known, which `findDivisible` tells.
 */
export function partsByKey(
  { spanning }: Scope,
  amountCents: Cents,
  kernCodes: readonly string[],
  told: ReadonlyMap<string, ToldKern>,
): KernPart[] {
  if (spanning?.kind !== 'divided' || kernCodes.length < 2) return [];
  const kernen = keyedKernen(spanning.key, kernCodes, told);
  const weighed = kernen.flatMap(({ weight, ...kern }) => (weight === null ? [] : [{ ...kern, weight }]));
  const isKnown = weighed.length === kernen.length && weighed.some(({ weight }) => weight > 0);
  return isKnown ? divideOverKernen(amountCents, weighed) : [];
}

const divisible = {
  code: 'kern-parts',
  statement: 'Het bedrag is over de kernen te verdelen.',
  basis: 'het gebied van de regeling',
};

const weightTexts = {
  equal: 'het gelijke deel',
  inhabitants: 'het aantal inwoners',
  participants: 'het aantal deelnemers',
  stated: 'het deel',
} as const;

const mostNamed = 10;

/** Kernen by their codes; of many only the first, so that the sentence stays one that people read. */
function named(kernCodes: readonly string[]): string {
  const more = kernCodes.length - mostNamed;
  const others = more > 0 ? [counted(more, 'andere kern', 'andere kernen')] : [];
  return joined([...kernCodes.slice(0, mostNamed), ...others]);
}

/** Why a plan for several kernen has no parts although the regulation divides; nothing where it has them. */
export function findDivisible(
  { spanning }: Scope,
  kernCodes: readonly string[],
  told: ReadonlyMap<string, ToldKern>,
): ComputedFinding[] {
  if (spanning?.kind !== 'divided' || kernCodes.length < 2) return [];
  const kernen = keyedKernen(spanning.key, kernCodes, told);
  const what = weightTexts[spanning.key];
  const unknown = kernen.filter(({ weight }) => weight === null).map(({ kernCode }) => kernCode);
  if (unknown.length > 0) {
    const sentence = `Nog niet bekend: ${what} van ${named(unknown)}. Daarmee verdeelt de regeling het bedrag over de kernen.`;
    return [found(divisible, 'needs-judgement', sentence)];
  }
  if (kernen.some(({ weight }) => weight !== 0)) return [];
  const sentence = `Voor alle kernen is ${what} 0. Zo is het bedrag niet te verdelen.`;
  return [found(divisible, 'needs-judgement', sentence)];
}
