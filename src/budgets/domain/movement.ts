import { unreachable } from '../../kernel/assert.ts';
import type { Cents } from '../../kernel/money.ts';
import { type Account, book, type Position, signedAccounts } from './position.ts';

/** Which accounts each movement touches. `docs/ledger.md` explains them to a finance clerk. */
export const movements = {
  allocate: { debit: 'available', credit: 'source' },
  commit: { debit: 'committed', credit: 'available' },
  release: { debit: 'available', credit: 'committed' },
} as const satisfies Record<string, { debit: Account; credit: Account }>;

export type Movement = keyof typeof movements;

export const movementNames = Object.keys(movements) as Movement[];

/** What becomes of a position when a movement is booked, or why it cannot be. */
export type MovementOutcome =
  | { readonly kind: 'booked'; readonly position: Position }
  | { readonly kind: 'amount-not-positive' }
  | { readonly kind: 'ceiling-reached'; readonly availableCents: Cents }
  | { readonly kind: 'more-than-committed'; readonly committedCents: Cents };

/** Books a movement of `amountCents` (more than zero) or says which balance does not allow it (Awb 4:25). */
export function move(position: Position, movement: Movement, amountCents: Cents): MovementOutcome {
  if (amountCents <= 0) return { kind: 'amount-not-positive' };
  const { debit, credit } = movements[movement];
  if (!signedAccounts.has(credit) && position[credit] < amountCents) return shortage(position, credit);
  return { kind: 'booked', position: book(position, debit, credit, amountCents) };
}

function shortage(position: Position, credit: 'available' | 'committed' | 'source'): MovementOutcome {
  switch (credit) {
    case 'available':
      return { kind: 'ceiling-reached', availableCents: position.available };
    case 'committed':
      return { kind: 'more-than-committed', committedCents: position.committed };
    case 'source':
      throw new Error('The source of a budget is signed and never short');
    default:
      return unreachable(credit);
  }
}
