import { CleanContents, type CleanedStore } from '../attachments/clean-contents.service.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { runCommand } from './run-command.ts';
import { withServices } from './service-context.ts';

const storeTexts = { database: 'In de database', objects: 'In de opslag' } as const;

function told({ store, outcome, inUse, destroyed, unnamed }: CleanedStore): string {
  const found = `${storeTexts[store]}: ${inUse} bijlagen in gebruik, ${destroyed} van vernietigde zaken, ${unnamed} zonder bijlage.`;
  if (outcome === 'cleaned') return `${found} ${destroyed + unnamed} verwijderd.`;
  if (outcome === 'looked-at' || destroyed + unnamed === 0) return found;
  return `${found} Niets verwijderd: er is meer dat deze database niet kent dan wat zij kent. Hoort deze opslag wel bij deze database?`;
}

/**
 * `npm run attachments:clean`: counts contents of attachments that no case needs any more: of destroyed cases, and of
 * which the service stopped before there was an attachment. With `-- --remove` it removes them. What came in during
 * the last day is left alone, so that it can run while the service does.
 */
await runCommand(async () => {
  const remove = process.argv.includes('--remove');
  const cleaned = await withServices((services) =>
    services.get(CleanContents, { strict: false }).clean(remove),
  ).catch((error: unknown) => {
    throw error instanceof DomainError ? new Error(error.detail) : error;
  });
  const report = cleaned.map(told).join('\n');
  if (cleaned.some(({ outcome }) => outcome === 'seems-foreign')) throw new Error(report);
  const hasMore = !remove && cleaned.some(({ destroyed, unnamed }) => destroyed + unnamed > 0);
  return hasMore
    ? `${report}\nEr is niets verwijderd; dat doet: npm run attachments:clean -- --remove`
    : report;
});
