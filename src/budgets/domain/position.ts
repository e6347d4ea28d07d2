import { type Cents, cents, sumCents, zeroCents } from '../../kernel/money.ts';

export const accounts = [
  'source',
  'transferred',
  'available',
  'held',
  'committed',
  'inPayment',
  'paid',
  'receivable',
  'lapsed',
  'writtenOff',
] as const;

export type Account = (typeof accounts)[number];

/** Accounts that may go below zero: where the money of a budget comes from. */
export const signedAccounts: ReadonlySet<Account> = new Set(['source', 'transferred']);

/** The balance of every account of one budget. A debit adds, a credit subtracts; together they are zero. */
export type Position = Readonly<Record<Account, Cents>>;

export const emptyPosition: Position = Object.fromEntries(
  accounts.map((account) => [account, zeroCents]),
) as Record<Account, Cents>;

/** Zero in every sound position. */
export function sumOfPosition(position: Position): Cents {
  return sumCents(accounts.map((account) => position[account]));
}

/** Books one amount from one account to another. */
export function book(position: Position, debit: Account, credit: Account, amountCents: Cents): Position {
  return {
    ...position,
    [debit]: cents(position[debit] + amountCents),
    [credit]: cents(position[credit] - amountCents),
  };
}
