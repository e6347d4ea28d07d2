import type { EntryKind } from './movement.ts';
import type { Account } from './position.ts';
import type { RunKind } from './runs/run.ts';

/** What the accounts are called outside, in the words of a clerk. */
export const accountNames = {
  source: 'herkomst',
  transferred: 'overgeheveld',
  available: 'beschikbaar',
  held: 'gereserveerd',
  committed: 'toegezegd',
  inPayment: 'in betaling',
  paid: 'betaald',
  receivable: 'terug te ontvangen',
  lapsed: 'vrijgevallen',
  writtenOff: 'afgeboekt',
} as const satisfies Record<Account, string>;

/** What the kinds of entries are called outside. */
export const movementNames = {
  allocate: 'toekennen',
  'transfer-out': 'overhevelen naar een ander',
  'transfer-in': 'overhevelen van een ander',
  hold: 'reserveren',
  unhold: 'weer vrijmaken',
  commit: 'toezeggen',
  'commit-held': 'toezeggen uit reservering',
  release: 'vrijgeven',
  'release-lapsed': 'vrijgeven na afsluiten',
  'order-payment': 'betaling opdragen',
  pay: 'betalen',
  'payment-rejected': 'betaling geweigerd',
  'payment-returned': 'betaling teruggekomen',
  'claim-back': 'terugvorderen',
  receive: 'terug ontvangen',
  'receive-lapsed': 'terug ontvangen na afsluiten',
  'write-off': 'afboeken',
  lapse: 'laten vrijvallen',
  correct: 'corrigeren',
} as const satisfies Record<EntryKind, string>;

/** What the mutations of finance are called outside. */
export const runNames = {
  ceilings: 'plafonds van een jaar',
  allocation: 'toekennen',
  supplementary: 'aanvullend toekennen',
  'statutory-allocation': 'toekennen op grond van de wet',
  transfer: 'overhevelen',
  redistribution: 'herverdelen',
  'carry-over': 'meenemen naar een volgend jaar',
  saving: 'sparen',
  lapse: 'laten vrijvallen',
  hold: 'reserveren',
  unhold: 'weer vrijmaken',
  limit: 'een maximum zetten',
  correction: 'corrigeren',
  'counter-run': 'een mutatie terugdraaien',
  'close-year': 'een jaar afsluiten',
  'reopen-year': 'een jaar heropenen',
  release: 'vrijgeven',
  'order-payment': 'betaling opdragen',
  pay: 'betalen',
  'payment-rejected': 'betaling geweigerd',
  'payment-returned': 'betaling teruggekomen',
  'claim-back': 'terugvorderen',
  receive: 'terug ontvangen',
  'write-off': 'afboeken',
} as const satisfies Record<RunKind, string>;

export const runStatusNames = {
  proposed: 'voorgesteld',
  confirmed: 'bevestigd',
  rejected: 'afgewezen',
} as const;

const inCents = (word: string) => `${word} in centen`;

/** Headings of the balances that every list of budgets shows, in its order. */
export const balanceHeadings = [
  { name: 'allocatedCents', heading: inCents('toegekend') },
  { name: 'availableCents', heading: inCents(accountNames.available) },
  { name: 'heldCents', heading: inCents(accountNames.held) },
  { name: 'committedCents', heading: inCents(accountNames.committed) },
  { name: 'paidCents', heading: inCents(accountNames.paid) },
  { name: 'receivableCents', heading: inCents(accountNames.receivable) },
  { name: 'lapsedCents', heading: inCents(accountNames.lapsed) },
] as const;
