import { hash } from 'node:crypto';
import type { Candidate } from './candidate.ts';

/**
 * The lot of one application: a number that nobody can choose, and that anybody can compute again from the
 * recorded seed. Lower goes first.
 */
export function lot(seed: string, applicationNumber: string): string {
  return hash('sha256', `${seed}:${applicationNumber}`, 'hex');
}

/** The order of texts by their characters, which is the same on every computer. */
export function compareTexts(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Applications in the order of the lot, lowest first. */
export function inLotOrder(candidates: readonly Candidate[], seed: string): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, lot: lot(seed, candidate.number) }))
    .sort((one, other) => compareTexts(one.lot, other.lot))
    .map(({ candidate }) => candidate);
}
