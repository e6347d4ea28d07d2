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

/** What was granted and did not come back: kept per grant as well, so that one is never paid from another's. */
export const grantAccounts = ['committed', 'inPayment', 'paid', 'receivable', 'writtenOff'] as const;

export type GrantAccount = (typeof grantAccounts)[number];

export function isGrantAccount(account: Account): account is GrantAccount {
  return (grantAccounts as readonly Account[]).includes(account);
}

/** The balance of every account of one budget. A debit adds, a credit subtracts; together they are zero. */
export type Position = Readonly<Record<Account, Cents>>;

export const emptyPosition: Position = Object.fromEntries(
  accounts.map((account) => [account, zeroCents]),
) as Record<Account, Cents>;

/** What was granted from a budget and did not come back: the used part of every limit. */
export function usedOf(position: Readonly<Record<GrantAccount, Cents>>): Cents {
  return sumCents(grantAccounts.map((account) => position[account]));
}

/** What the kern was given, from resolutions and from other budgets. Money comes in as a credit, so it is negated. */
export function allocatedOf({ source, transferred }: Position): Cents {
  return cents(0 - source - transferred);
}

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
