import type { Account } from './position.ts';

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
