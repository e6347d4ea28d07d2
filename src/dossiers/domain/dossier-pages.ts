import { calendarDateOf, formatDutchDate } from '../../kernel/calendar-date.ts';
import type { Dossier, DossierCase, DossierTable, LeftOut, WrittenFile } from './dossier.ts';
import { partNames, selectionFor } from './dossier-purpose.ts';

const style = `body{font:16px/1.5 sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%;margin:0 0 2rem}caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{border:1px solid #888;padding:.3rem .5rem;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}
th{background:#eee}`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`);
}

function tableOf(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function page(title: string, body: readonly string[]): string {
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style>`;
  return `<!doctype html>\n<html lang="nl"><head>${head}</head><body>\n<h1>${escaped(title)}</h1>\n${body.join('\n')}\n</body></html>\n`;
}

function tableSection({ part, columns, rows }: DossierTable): string {
  return rows.length === 0
    ? `<p>${escaped(partNames[part])}: niets.</p>`
    : tableOf(partNames[part], columns, rows);
}

/** Everything of a case that is text, on one page to read or print. */
export function casePage({ number, title, tables }: DossierCase): string {
  return page(`${number}: ${title}`, tables.map(tableSection));
}

/** What the dossier is and what is in it, for people. */
export function indexPage(
  dossier: Dossier,
  files: readonly WrittenFile[],
  leftOut: readonly LeftOut[],
): string {
  const { purpose, madeAt, madeBy, cases } = dossier;
  const rows = files.map(({ path, part, description, on, sizeBytes, sha256 }) => [
    ...[path, part, description, formatDutchDate(on)],
    ...[String(sizeBytes), sha256],
  ]);
  return page(`Dossier ${cases[0]?.number ?? ''}`, [
    `<p>${escaped(selectionFor(purpose).title)}. Gemaakt op ${escaped(formatDutchDate(calendarDateOf(madeAt)))} door ${escaped(madeBy)}.</p>`,
    tableOf('Inhoud', ['Bestand', 'Onderdeel', 'Wat het is', 'Datum', 'Bytes', 'SHA-256'], rows),
    leftOut.length === 0
      ? '<p>Er is niets weggelaten.</p>'
      : tableOf(
          'Wat er niet in zit',
          ['Wat', 'Waarom'],
          leftOut.map(({ what, because }) => [what, because]),
        ),
  ]);
}

/** The same for programs. */
export function indexDocument(
  dossier: Dossier,
  files: readonly WrittenFile[],
  leftOut: readonly LeftOut[],
): object {
  const { purpose, madeAt, madeBy, cases } = dossier;
  const [main, ...merged] = cases.map(({ number }) => number);
  return {
    formatVersion: 1,
    ...{ caseNumber: main, mergedCaseNumbers: merged, purpose },
    ...{ madeAt: madeAt.toISOString(), madeBy, files, leftOut },
  };
}
