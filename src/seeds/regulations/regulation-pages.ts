import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { renderText } from '../../regulations/domain/rendering.ts';
import { seededRegulations } from './seeded-regulations.ts';

const introduction =
  'Deze tekst is gemaakt uit de regeling als gegevens, met `npm run regulations:pages`; wijzig hem niet met de hand. Een test vergelijkt beide.';

/** The pages of docs/regulations: each seeded regulation in plain Dutch, by file name. */
export function regulationPages(): ReadonlyMap<string, string> {
  const pages = Object.entries<RegulationDocument>(seededRegulations).map(
    ([name, document]) => [`${name}.md`, `${renderText(document)}\n---\n\n${introduction}\n`] as const,
  );
  return new Map(pages);
}

/** The same regulations as data, by file name: what somebody can send to `POST /v1/regulation-drafts` as it is. */
export function regulationFiles(): ReadonlyMap<string, string> {
  const files = Object.entries<RegulationDocument>(seededRegulations).map(
    ([name, document]) => [`${name}.json`, `${JSON.stringify(document, null, 2)}\n`] as const,
  );
  return new Map(files);
}
