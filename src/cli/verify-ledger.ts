import { readFileSync } from 'node:fs';
import type { PublishedHead } from '../budgets/ledger-verifier.service.ts';
import { LedgerCheck } from '../reporting/ledger-check.service.ts';
import { runCommand } from './run-command.ts';
import { withServices } from './service-context.ts';

interface HeadPage {
  readonly items: readonly (Omit<PublishedHead, 'day'> & { readonly sealedDate: string })[];
}

/** Heads as `GET /v1/ledger-heads` gives them, kept by somebody outside. */
function headsFrom(file: string | undefined): PublishedHead[] {
  if (file === undefined) return [];
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as HeadPage;
  return items.map(({ sealedDate, hash, chains }) => ({ day: sealedDate, hash, chains }));
}

/**
 * `npm run ledger:verify`: plays the whole ledger again and names the first fault. With a file of published heads, as
 * in `npm run ledger:verify -- heads.json`, it also finds what the owner of the database removed or made anew.
 */
await runCommand(() =>
  withServices(async (services) => {
    const { fault, budgetCount, entryCount, headCount } = await services
      .get(LedgerCheck, { strict: false })
      .check(headsFrom(process.argv[2]));
    if (fault) throw new Error(`Het grootboek klopt niet. ${fault.place} (${fault.rule}): ${fault.detail}`);
    return `Het grootboek klopt: ${budgetCount} budgetten, ${entryCount} boekingen, ${headCount} gepubliceerde koppen.`;
  }),
);
