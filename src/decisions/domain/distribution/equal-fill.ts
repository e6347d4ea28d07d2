import { type Cents, cents } from '../../../kernel/money.ts';
import type { Candidate } from './candidate.ts';
import type { Limits } from './limits.ts';

/** Everybody who still gets more while the level rises, with what each limit has left for them. */
class Rising {
  readonly given = new Map<string, Cents>();
  level = 0;
  readonly #active: Set<Candidate>;
  readonly #left = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  constructor(candidates: readonly Candidate[], limits: Limits) {
    this.#active = new Set(candidates);
    for (const id of candidates.flatMap(({ limitIds }) => limitIds)) {
      this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
      this.#left.set(id, limits.left(id));
    }
  }

  isActive(candidate: Candidate): boolean {
    return this.#active.has(candidate);
  }

  /** Raises the level for all at once, at most to a height; less when a limit cannot follow. */
  raise(height: number): void {
    let step = height - this.level;
    for (const [id, count] of this.#counts) {
      if (count > 0) step = Math.min(step, Math.floor(this.#leftOf(id) / count));
    }
    this.level += step;
    for (const [id, count] of this.#counts) this.#left.set(id, this.#leftOf(id) - step * count);
  }

  /**
   * A last cent for each who can have one, in order: limits that have less than a cent for everybody under them give
   * what they have. Who cannot have one gets no more; whoever can is one cent higher and goes on.
   */
  passCents(inOrder: readonly Candidate[]): void {
    for (const candidate of inOrder.filter((each) => this.#active.has(each))) {
      const { limitIds } = candidate;
      if (limitIds.every((id) => this.#leftOf(id) >= 1)) {
        for (const id of limitIds) this.#left.set(id, this.#leftOf(id) - 1);
      } else this.stop(candidate);
    }
    this.level += 1;
  }

  stop(candidate: Candidate): void {
    this.given.set(candidate.applicationId, cents(this.level));
    this.#active.delete(candidate);
    for (const id of candidate.limitIds) this.#counts.set(id, (this.#counts.get(id) ?? 0) - 1);
  }

  #leftOf(id: string): number {
    return this.#left.get(id) ?? 0;
  }
}

/**
 * Gives everybody the same, but nobody more than is grantable and no limit more than it has: the level rises for all
 * at once, and who is full or whose limit is empty stops. The cents that are left when a cent for each is too much go
 * to the first in the given order, one each. Takes what it gives from the limits.
 * @param inOrder of the lot: who gets an odd cent
 * @returns what each gets, by application
 */
export function equalFill(inOrder: readonly Candidate[], limits: Limits): ReadonlyMap<string, Cents> {
  const rising = new Rising(inOrder, limits);
  const byAmount = [...inOrder].sort((one, other) => one.grantableCents - other.grantableCents);
  for (const next of byAmount) {
    while (rising.isActive(next)) {
      rising.raise(next.grantableCents);
      if (rising.level === next.grantableCents) rising.stop(next);
      else rising.passCents(inOrder);
    }
  }
  for (const candidate of inOrder) {
    limits.take(candidate, rising.given.get(candidate.applicationId) ?? cents(0));
  }
  return rising.given;
}
