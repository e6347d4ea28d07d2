import type { Distribution } from '../../../regulations/domain/groups/distribution.ts';
import type { Candidate, Share } from './candidate.ts';
import type { Draw, Ordering } from './in-turn.ts';

export type MethodName = Distribution['kind'];
export type Rule<Name extends MethodName> = Extract<Distribution, { kind: Name }>;

/** One way of dividing money that is not enough for everybody (Awb 4:26). */
export interface Method<Name extends MethodName> {
  /** Whether applications are compared, so that one that is not settled keeps all others of its pool waiting. */
  readonly compares: boolean;
  /** What must still be recorded of an application before it can take part, as a Dutch sentence; null for nothing. */
  lacks(rule: Rule<Name>, candidate: Candidate): string | null;
  /** Divides; takes what it gives from the limits. The order of the candidates never matters. */
  divide(rule: Rule<Name>, candidates: readonly Candidate[], draw: Draw): Share[];
  /**
   * The order in which those who took a place get their turn, also when money comes free later; null where nobody goes
   * before another.
   */
  order(rule: Rule<Name>): Ordering | null;
}

export const nothingLacks = (): null => null;
