import type { CsvColumn } from '../platform/http/comma-separated.ts';
import { accountNames, balanceHeadings, movementNames } from './domain/account-words.ts';

const cents = (name: string, word: string): CsvColumn => ({ name, heading: `${word} in centen` });

const kernCode = { name: 'kernCode', heading: 'code kern' };
const kernName = { name: 'kernName', heading: 'kern' };
const year = { name: 'year', heading: 'jaar' };

export const budgetColumns: readonly CsvColumn[] = [
  ...[kernCode, kernName, year, ...balanceHeadings],
  { name: 'entryCount', heading: 'aantal boekingen' },
  { name: 'id', heading: 'kenmerk' },
];

export const entryColumns: readonly CsvColumn[] = [
  { name: 'entryNumber', heading: 'nummer' },
  { name: 'countsOn', heading: 'telt op' },
  { name: 'recordedAt', heading: 'geboekt op' },
  { name: 'movement', heading: 'beweging', words: movementNames },
  { name: 'debitAccount', heading: 'debet', words: accountNames },
  { name: 'creditAccount', heading: 'credit', words: accountNames },
  cents('amountCents', 'bedrag'),
  cents('debitBalanceCents', 'saldo debet'),
  cents('creditBalanceCents', 'saldo credit'),
  { name: 'reference', heading: 'besluit of stuk' },
  { name: 'reason', heading: 'toelichting' },
  { name: 'grantId', heading: 'verlening' },
  { name: 'correctsId', heading: 'corrigeert' },
  { name: 'journalId', heading: 'samen geboekt' },
  { name: 'id', heading: 'kenmerk' },
];

export const openCommitmentColumns: readonly CsvColumn[] = [
  ...[kernCode, year, { name: 'reference', heading: 'besluit' }],
  { name: 'committedOn', heading: 'toegezegd op' },
  cents('committedCents', accountNames.committed),
  cents('inPaymentCents', accountNames.inPayment),
  { name: 'grantId', heading: 'verlening' },
];
