import { present } from '../../../kernel/assert.ts';
import { type Cents, cents } from '../../../kernel/money.ts';
import type { Candidate } from './candidate.ts';

/** What is left under each limit while money is divided. Nothing can be taken that is not there. */
export class Limits {
  readonly #left: Map<string, number>;

  /** @param left what is left, by limit; below zero counts as nothing */
  constructor(left: ReadonlyMap<string, Cents>) {
    this.#left = new Map([...left].map(([id, amount]) => [id, Math.max(amount, 0)]));
  }

  /** What an application can have at most: the smallest of what is left under its limits. */
  leftFor({ limitIds }: Pick<Candidate, 'limitIds'>): Cents {
    let least = Number.MAX_SAFE_INTEGER;
    for (const id of limitIds) least = Math.min(least, this.left(id));
    return cents(least);
  }

  left(id: string): number {
    return present(this.#left.get(id), 'every limit was given');
  }

  take({ limitIds }: Pick<Candidate, 'limitIds'>, amountCents: Cents): void {
    for (const id of limitIds) {
      const after = this.left(id) - amountCents;
      if (after < 0) throw new Error(`More was taken than limit ${id} has left`);
      this.#left.set(id, after);
    }
  }
}
