import type { Account } from './domain/position.ts';

/** How the database names the two accounts whose names are more than one word. */
const columnNames: Partial<Record<Account, string>> = { inPayment: 'in_payment', writtenOff: 'written_off' };

export function columnOf(account: Account): string {
  return columnNames[account] ?? account;
}

export function accountOf(column: string): Account {
  if (column === 'in_payment') return 'inPayment';
  return column === 'written_off' ? 'writtenOff' : (column as Account);
}

/** For TypeORM: an account as a column of text. */
export const accountColumn = { from: accountOf, to: columnOf };
