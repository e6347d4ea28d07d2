import { balanceHeadings } from '../budgets/domain/account-words.ts';

const scheme = [
  { name: 'year', heading: 'jaar' },
  { name: 'regulationCode', heading: 'regeling' },
  { name: 'kernCode', heading: 'code kern' },
] as const;

/** What is kept in a stored report: codes and amounts alone, as the name of a kern may change and a report may not. */
export const storedColumns = [...scheme, ...balanceHeadings] as const;

export const spendingColumns = [
  ...scheme,
  { name: 'kernName', heading: 'kern' },
  ...balanceHeadings,
] as const;
