import { type Cents, cents } from '../../../kernel/money.ts';
import type { Candidate } from './candidate.ts';
import { remaindersOf, sharesOf } from './equal-split.ts';
import type { Limits } from './limits.ts';
import { inLotOrder } from './lot.ts';
import { type Method, nothingLacks } from './method.ts';

interface Part {
  readonly candidate: Candidate;
  readonly wholeCents: number;
  /** What rounding down left out, as a part of the divisor. */
  readonly rest: bigint;
  readonly divisor: bigint;
}

/** What a candidate gets of each of its limits when that is divided by what is asked; the smallest counts. */
function partOf(candidate: Candidate, asked: ReadonlyMap<string, number>, limits: Limits): Part {
  const { grantableCents } = candidate;
  let part: Part = { candidate, wholeCents: grantableCents, rest: 0n, divisor: 1n };
  for (const id of candidate.limitIds) {
    const total = asked.get(id) ?? 0;
    if (total <= limits.left(id)) continue;
    const product = BigInt(grantableCents) * BigInt(limits.left(id));
    const wholeCents = Number(product / BigInt(total));
    if (wholeCents >= part.wholeCents) continue;
    part = { candidate, wholeCents, rest: product % BigInt(total), divisor: BigInt(total) };
  }
  return part;
}

function byRest(one: Part, other: Part): number {
  const difference = other.rest * one.divisor - one.rest * other.divisor;
  if (difference === 0n) return 0;
  return difference > 0n ? 1 : -1;
}

/**
 * Gives everybody the same part of what was computed, rounded down. The cents that rounding leaves go to the largest
 * fractions, and among equal fractions to the first in the order of the lot.
 */
function fill(inOrder: readonly Candidate[], limits: Limits): ReadonlyMap<string, Cents> {
  const asked = new Map<string, number>();
  for (const { limitIds, grantableCents } of inOrder) {
    for (const id of limitIds) asked.set(id, (asked.get(id) ?? 0) + grantableCents);
  }
  const parts = inOrder.map((candidate) => partOf(candidate, asked, limits));
  for (const { candidate, wholeCents } of parts) limits.take(candidate, cents(wholeCents));
  const given = new Map<string, Cents>();
  for (const { candidate, wholeCents, rest } of [...parts].sort(byRest)) {
    const odd = rest > 0n && limits.leftFor(candidate) > 0 ? 1 : 0;
    limits.take(candidate, cents(odd));
    given.set(candidate.applicationId, cents(wholeCents + odd));
  }
  return given;
}

/** Everybody the same part of what was computed. */
export const proRata: Method<'pro-rata'> = {
  compares: true,
  lacks: nothingLacks,
  order: () => null,
  divide(_rule, candidates, draw) {
    const inOrder = inLotOrder(candidates, draw.seed);
    const remainders = remaindersOf(inOrder, draw);
    const given = fill(inOrder, draw.limits);
    return sharesOf(inOrder, remainders, given, 'Iedereen krijgt hetzelfde deel van de berekende bijdrage.');
  },
};
