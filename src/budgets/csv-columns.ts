import type { CsvColumn } from '../platform/http/comma-separated.ts';
import {
  accountNames,
  balanceHeadings,
  movementNames,
  runNames,
  runStatusNames,
} from './domain/account-words.ts';

const cents = (name: string, word: string): CsvColumn => ({ name, heading: `${word} in centen` });

const kernCode = { name: 'kernCode', heading: 'code kern' };
const kernName = { name: 'kernName', heading: 'kern' };
const year = { name: 'year', heading: 'jaar' };
const id = { name: 'id', heading: 'kenmerk' };

export const budgetColumns: readonly CsvColumn[] = [
  ...[kernCode, kernName, year, ...balanceHeadings],
  { name: 'entryCount', heading: 'aantal boekingen' },
  id,
];

/** What happened, in every list of entries. */
const movementColumns: readonly CsvColumn[] = [
  { name: 'countsOn', heading: 'telt op' },
  { name: 'recordedAt', heading: 'geboekt op' },
  { name: 'movement', heading: 'beweging', words: movementNames },
  { name: 'debitAccount', heading: 'debet', words: accountNames },
  { name: 'creditAccount', heading: 'credit', words: accountNames },
  cents('amountCents', 'bedrag'),
];

/** On what ground. */
const groundColumns: readonly CsvColumn[] = [
  { name: 'reference', heading: 'besluit of stuk' },
  { name: 'reason', heading: 'toelichting' },
  { name: 'grantId', heading: 'verlening' },
  { name: 'holdId', heading: 'reservering' },
  { name: 'correctsId', heading: 'corrigeert' },
  { name: 'journalId', heading: 'samen geboekt' },
  id,
];

export const entryColumns: readonly CsvColumn[] = [
  { name: 'entryNumber', heading: 'nummer' },
  ...movementColumns,
  cents('debitBalanceCents', 'saldo debet'),
  cents('creditBalanceCents', 'saldo credit'),
  ...groundColumns,
];

export const openCommitmentColumns: readonly CsvColumn[] = [
  ...[kernCode, year, { name: 'reference', heading: 'besluit' }],
  { name: 'committedOn', heading: 'toegezegd op' },
  cents('committedCents', accountNames.committed),
  cents('inPaymentCents', accountNames.inPayment),
  { name: 'grantId', heading: 'verlening' },
];

export const openHoldColumns: readonly CsvColumn[] = [
  ...[kernCode, year, { name: 'reference', heading: 'besluit of stuk' }],
  { name: 'reason', heading: 'toelichting' },
  { name: 'heldOn', heading: 'gereserveerd op' },
  cents('leftCents', 'over'),
  { name: 'holdId', heading: 'reservering' },
];

/** The whole ledger: every entry of every budget. */
export const journalColumns: readonly CsvColumn[] = [
  ...[year, { name: 'regulationCode', heading: 'code regeling' }, kernCode],
  { name: 'version', heading: 'nummer' },
  ...movementColumns,
  ...groundColumns,
];

export const runColumns: readonly CsvColumn[] = [
  { name: 'kind', heading: 'mutatie', words: runNames },
  { name: 'status', heading: 'stand', words: runStatusNames },
  { name: 'countsOn', heading: 'telt op' },
  cents('totalCents', 'bedrag'),
  { name: 'reference', heading: 'besluit of stuk' },
  { name: 'legalGround', heading: 'grond' },
  { name: 'reason', heading: 'toelichting' },
  { name: 'proposedBy', heading: 'voorgesteld door' },
  { name: 'proposedAt', heading: 'voorgesteld op' },
  { name: 'decidedBy', heading: 'beslist door' },
  { name: 'decidedAt', heading: 'beslist op' },
  { name: 'journalId', heading: 'samen geboekt' },
  id,
];

export const resolutionColumns: readonly CsvColumn[] = [
  { name: 'body', heading: 'orgaan', words: { council: 'raad', college: 'college' } },
  { name: 'number', heading: 'nummer' },
  { name: 'decidedOn', heading: 'besloten op' },
  { name: 'title', heading: 'onderwerp' },
  { name: 'documentReference', heading: 'document' },
  { name: 'registeredAt', heading: 'geregistreerd op' },
  id,
];

export const limitColumns: readonly CsvColumn[] = [
  { name: 'kind', heading: 'soort', words: { category: 'categorie', theme: 'thema', scheme: 'regeling' } },
  { name: 'code', heading: 'code' },
  year,
  cents('limitCents', 'maximum'),
  cents('usedCents', 'gebruikt'),
  cents('leftCents', 'over'),
  { name: 'budgetId', heading: 'budget' },
  { name: 'regulationId', heading: 'regeling' },
  id,
];
