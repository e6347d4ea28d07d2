import { hash } from 'node:crypto';

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
