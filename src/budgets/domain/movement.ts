import type { Cents } from '../../kernel/money.ts';
import { type Account, book, isGrantAccount, type Position, signedAccounts } from './position.ts';

/** One side to the other: a debit adds to an account, a credit subtracts. */
export interface Sides {
  readonly debit: Account;
  readonly credit: Account;
}

/** Which accounts each movement touches. `docs/ledger.md` explains them to a finance clerk. */
export const movements = {
  allocate: { debit: 'available', credit: 'source' },
  'transfer-out': { debit: 'transferred', credit: 'available' },
  'transfer-in': { debit: 'available', credit: 'transferred' },
  hold: { debit: 'held', credit: 'available' },
  unhold: { debit: 'available', credit: 'held' },
  commit: { debit: 'committed', credit: 'available' },
  'commit-held': { debit: 'committed', credit: 'held' },
  release: { debit: 'available', credit: 'committed' },
  'release-lapsed': { debit: 'lapsed', credit: 'committed' },
  'order-payment': { debit: 'inPayment', credit: 'committed' },
  pay: { debit: 'paid', credit: 'inPayment' },
  'payment-rejected': { debit: 'committed', credit: 'inPayment' },
  'payment-returned': { debit: 'committed', credit: 'paid' },
  'claim-back': { debit: 'receivable', credit: 'paid' },
  receive: { debit: 'available', credit: 'receivable' },
  'receive-lapsed': { debit: 'lapsed', credit: 'receivable' },
  'write-off': { debit: 'writtenOff', credit: 'receivable' },
  lapse: { debit: 'lapsed', credit: 'available' },
} as const satisfies Record<string, Sides>;

export type Movement = keyof typeof movements;

export const movementNames = Object.keys(movements) as Movement[];

/** What an entry can be: a movement, or the mirror of one named entry. */
export type EntryKind = Movement | 'correct';

export const entryKinds: readonly EntryKind[] = [...movementNames, 'correct'];

/** What a movement changes in the granted money: 1 adds, -1 gives back, 0 moves within or stays out of it. */
export function grantEffect({ debit, credit }: Sides): -1 | 0 | 1 {
  const effect = Number(isGrantAccount(debit)) - Number(isGrantAccount(credit));
  return effect === 1 ? 1 : effect === -1 ? -1 : 0;
}

/** Whether the money of one grant moves. */
export function concernsGrant({ debit, credit }: Sides): boolean {
  return isGrantAccount(debit) || isGrantAccount(credit);
}

/** What was done, turned round: a correction is the mirror of an entry and never an edit. */
export function mirrorOf({ debit, credit }: Sides): Sides {
  return { debit: credit, credit: debit };
}

/**
 * Money that comes free after the budget's year was closed is a result of the current year (BBV): it lapses, and
 * cannot be granted again without a new allocation.
 */
export function movementIn(movement: Movement, yearClosed: boolean): Movement {
  if (!yearClosed) return movement;
  if (movement === 'release') return 'release-lapsed';
  return movement === 'receive' ? 'receive-lapsed' : movement;
}

/** Paying what was promised in time: no result of any year changes by it. */
const settling: ReadonlySet<EntryKind> = new Set<EntryKind>([
  ...(['order-payment', 'pay', 'payment-rejected', 'payment-returned'] as const),
]);

/** What puts right or clears up afterwards, and is a result of the year in which it counts. */
const puttingRight: ReadonlySet<EntryKind> = new Set<EntryKind>([
  ...(['release-lapsed', 'claim-back', 'receive-lapsed', 'write-off', 'lapse', 'correct'] as const),
]);

/**
 * What a budget of a closed year still knows: what was promised is paid, and the rest is put right with a reason (BBV:
 * the accounts of a closed year do not change any more, what comes up later belongs to the current year).
 */
export function afterClosing(kind: EntryKind): 'possible' | 'with-a-reason' | 'impossible' {
  if (settling.has(kind)) return 'possible';
  return puttingRight.has(kind) ? 'with-a-reason' : 'impossible';
}

/** What becomes of balances when an amount moves, or which balance is too low for it. */
export type MoveOutcome =
  | { readonly kind: 'moved'; readonly position: Position }
  | { readonly kind: 'short'; readonly account: Account; readonly balanceCents: Cents };

/** Moves `amountCents` (more than zero) from the credited to the debited account. No account goes below zero. */
export function move(position: Position, { debit, credit }: Sides, amountCents: Cents): MoveOutcome {
  if (!signedAccounts.has(credit) && position[credit] < amountCents) {
    return { kind: 'short', account: credit, balanceCents: position[credit] };
  }
  return { kind: 'moved', position: book(position, debit, credit, amountCents) };
}
