import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { type CalendarDate } from '../kernel/calendar-date.ts';
import { commaSeparated } from '../platform/http/comma-separated.ts';
import type { Dossier, DossierCase, DossierDocument, LeftOut, WrittenFile } from './domain/dossier.ts';
import { casePage, indexDocument, indexPage } from './domain/dossier-pages.ts';
import { partNames, selectionFor } from './domain/dossier-purpose.ts';
import { metadataOf } from './domain/mdto.ts';
import { safeFileName } from './domain/safe-file-name.ts';

type Piece = Omit<WrittenFile, 'sizeBytes' | 'sha256'> & { readonly bytes: Buffer };

/** What is text becomes smaller; pictures, office documents and most PDFs are compressed already. */
const compressible = /^(?:text\/|application\/(?:json|xml))/;

/** Noon, in whatever zone this runs: ZIP knows local times alone, and the same case gives the same times. */
function timeOf(on: CalendarDate): Date {
  const [year = 1980, month = 1, day = 1] = on.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

/** Writes files into a ZIP one by one; what is ready of it is taken out after each, so that one file is in memory. */
class Pieces {
  readonly #ready: Uint8Array[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#ready.push(chunk);
  });

  add({ path, on, mediaType, bytes }: Piece): void {
    const file = compressible.test(mediaType) ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    file.mtime = timeOf(on);
    this.#zip.add(file);
    file.push(bytes, true);
  }

  end(): void {
    this.#zip.end();
  }

  take(): Uint8Array[] {
    return this.#ready.splice(0);
  }
}

function* textsOf(folder: string, each: DossierCase): Generator<Piece> {
  const frame = { on: each.receivedOn };
  yield {
    ...{ path: `${folder}zaak.html`, part: 'Zaak', description: `Alle gegevens van ${each.number}` },
    ...{ ...frame, mediaType: 'text/html', bytes: Buffer.from(casePage(each)) },
  };
  for (const { part, columns, rows } of each.tables) {
    const named = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ''])));
    yield {
      ...{ path: `${folder}gegevens/${safeFileName(partNames[part])}.csv`, part: partNames[part] },
      ...{ description: `${partNames[part]} van ${each.number}`, ...frame, mediaType: 'text/csv' },
      bytes: Buffer.from(commaSeparated(columns, named)),
    };
  }
}

/** Paths of metadata are within the folder of their case, as those of the files that they describe. */
function metadataPieces(
  dossier: Dossier,
  each: DossierCase,
  folder: string,
  files: readonly WrittenFile[],
): Piece[] {
  const own = files.map((file) => ({ ...file, path: file.path.slice(folder.length) }));
  return metadataOf(each, own, dossier).map(({ path, description, on, xml }) => ({
    ...{ path: `${folder}${path}`, part: 'Metagegevens', description, on, mediaType: 'application/xml' },
    bytes: Buffer.from(xml),
  }));
}

/** The bytes of a document, or why they are not there: one that cannot be read stops nothing, and is named. */
async function bytesOf(document: DossierDocument): Promise<Buffer | string> {
  const bytes = await document.load().catch(() => null);
  if (bytes === null) return 'De inhoud kon niet worden gelezen.';
  const isWhole = document.sha256 === null || document.sha256 === sha256Of(bytes);
  return isWhole ? bytes : 'De inhoud is niet meer zoals zij is bewaard (SHA-256 verschilt).';
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const indexColumns = [
  { name: 'path', heading: 'Bestand' },
  { name: 'part', heading: 'Onderdeel' },
  { name: 'description', heading: 'Wat het is' },
  { name: 'on', heading: 'Datum' },
  { name: 'mediaType', heading: 'Soort' },
  { name: 'sizeBytes', heading: 'Bytes' },
  { name: 'sha256', heading: 'SHA-256' },
] as const;

function* indexOf(
  dossier: Dossier,
  files: readonly WrittenFile[],
  leftOut: readonly LeftOut[],
  on: CalendarDate,
): Generator<Piece> {
  const frame = { part: 'Index', description: 'Inhoud van dit dossier', on };
  const html = indexPage(dossier, files, leftOut);
  yield { ...frame, path: 'index.html', mediaType: 'text/html', bytes: Buffer.from(html) };
  const csv = commaSeparated(indexColumns, files);
  yield { ...frame, path: 'index.csv', mediaType: 'text/csv', bytes: Buffer.from(csv) };
  const json = `${JSON.stringify(indexDocument(dossier, files, leftOut), null, 2)}\n`;
  yield { ...frame, path: 'index.json', mediaType: 'application/json', bytes: Buffer.from(json) };
}

/**
 * Writes a dossier as a ZIP, piece by piece, with the index last because it holds the hash of every other file. The same
 * case gives the same names in the same order.
 */
export async function* zipOf(dossier: Dossier): AsyncGenerator<Uint8Array> {
  const pieces = new Pieces();
  const files: WrittenFile[] = [];
  const leftOut = [...dossier.leftOut];
  const write = (piece: Piece) => {
    const { bytes, ...file } = piece;
    files.push({ ...file, sizeBytes: bytes.length, sha256: sha256Of(bytes) });
    pieces.add(piece);
  };
  const { metadata } = selectionFor(dossier.purpose);
  for (const [index, each] of dossier.cases.entries()) {
    const first = files.length;
    const folder = index === 0 ? '' : `samengevoegd/${safeFileName(each.number)}/`;
    leftOut.push(...each.leftOut);
    for (const text of textsOf(folder, each)) write(text);
    for (const document of each.documents) {
      const { path, part, description, on, mediaType } = document;
      const bytes = await bytesOf(document);
      if (typeof bytes === 'string')
        leftOut.push({ what: `${description} (${folder}${path})`, because: bytes });
      else write({ path: `${folder}${path}`, part: partNames[part], description, on, mediaType, bytes });
      yield* pieces.take();
    }
    if (metadata) for (const text of metadataPieces(dossier, each, folder, files.slice(first))) write(text);
  }
  const on = dossier.cases[0]?.receivedOn;
  if (on !== undefined) for (const piece of indexOf(dossier, files, leftOut, on)) pieces.add(piece);
  pieces.end();
  yield* pieces.take();
}
