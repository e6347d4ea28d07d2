import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { composeLetter } from '../../src/letters/domain/compose-letter.ts';
import type { LetterModel } from '../../src/letters/domain/letter-model.ts';
import { settleDates } from '../../src/letters/domain/settle-dates.ts';
import { LetterRenderer } from '../../src/letters/rendering/letter-renderer.ts';
import { sampleAcknowledgement, sampleRefusal } from '../support/letter-facts.ts';
import { sampleDates, settledSamples } from '../support/letter-samples.ts';
import { orderFaults } from '../support/letter-words.ts';
import { pictureFaults } from './letter-pictures.ts';

const run = promisify(execFile);
export const samples = settledSamples();

/** Samples of every kind, and two that are hard to set: strange text, and a table over several pages. */
function letters(): Record<string, LetterModel> {
  const strange = composeLetter('refusal', {
    ...sampleRefusal,
    applicationTitle: `Feest 🎉 & <b>Đorđe</b> ${'lindebomenfeestcommissievergadering'.repeat(8)}`,
    applicant: { ...sampleRefusal.applicant, name: 'Łukasz שלום \u202eŞükran\tYıldız' },
  });
  const request = Array.from({ length: 90 }, (_, index) => ({
    label: `Vraag ${index + 1}`,
    value: index === 40 ? 'Een lange zin met gewone woorden. '.repeat(150) : `Antwoord ${index + 1}`,
  }));
  return {
    ...samples,
    'strange-text': settleDates(strange, sampleDates),
    'long-table': settleDates(
      composeLetter('acknowledgement', { ...sampleAcknowledgement, request }),
      sampleDates,
    ),
  };
}

/** What a screen reader would say, and the headings and headers it can jump to. */
function structureFaults(model: LetterModel, structure: string): string[] {
  // A text that goes on after a page break comes in several quoted parts.
  const spoken = [...structure.matchAll(/^ *"(.*)"$/gm)].map(([, text]) => text ?? '').join(' ');
  const faults = orderFaults(model, spoken.replace(/\s+/g, ' '));
  const headings = [...structure.matchAll(/^ *(H\d) /gm)].map(([, level]) => level);
  const sections = model.sections.filter((section) => section.heading !== null).length;
  if (headings[0] !== 'H1' || headings.filter((level) => level === 'H1').length !== 1) {
    faults.push('does not have exactly one H1, first');
  }
  if (headings.filter((level) => level === 'H2').length !== sections)
    faults.push('has headings without a tag');
  const headers = structure.match(/^ *TH/gm)?.length ?? 0;
  const scopes = structure.match(/\/Scope \/(Column|Row)/g)?.length ?? 0;
  if (headers !== scopes) faults.push(`has ${headers} table headers but ${scopes} scopes`);
  return faults;
}

/** Every drawing stands in exactly one marked part of the page: content or artifact. */
export function markingFaults(stream: string): string[] {
  let depth = 0;
  const faults = new Set<string>();
  for (const line of stream.split('\n')) {
    if (/\b(BDC|BMC)$/.test(line)) depth += 1;
    if (/^EMC$/.test(line)) depth -= 1;
    if (depth > 1) faults.add('has a marked part within another');
    if (depth < 1 && /(?:^|\s)(TJ|Tj|f|f\*|S|s|B|Do)$/.test(line))
      faults.add('draws something that is not marked');
  }
  if (depth !== 0) faults.add('leaves a marked part open');
  return [...faults];
}

/** What the file says about itself, from a rewriting without compression. */
export function objectFaults(text: string): string[] {
  const faults: string[] = [];
  const wanted = {
    'the language of the text': /\/Lang \(nl-NL\)/,
    'the mark that it is tagged': /\/Marked true/,
    'the wish to show its title': /\/DisplayDocTitle true/,
    'an output intent': /\/S \/GTS_PDFA1/,
    'the claim PDF/A-2a': /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</,
    'the claim PDF/UA-1': /<pdfuaid:part>1</,
    'the extension schema of that claim': /pdfaExtension:schemas/,
    'two identifiers in the trailer': /\/ID \[\s*<[0-9a-f]{32}>\s*<[0-9a-f]{32}>/,
  };
  for (const [name, form] of Object.entries(wanted)) if (!form.test(text)) faults.push(`lacks ${name}`);
  for (const [, ranges] of text.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    if (ranges?.includes('<>')) faults.push('has a glyph that stands for no character');
  }
  for (const [, stream] of text.matchAll(/\nstream\n([\s\S]*?)\nendstream/g)) {
    if (stream?.includes(' Tf\n')) faults.push(...markingFaults(stream));
  }
  return faults;
}

function fontFaults(table: string): string[] {
  const rows = table.trim().split('\n').slice(2);
  return rows
    .filter((row) => !/ yes yes yes +\d+ +\d+$/.test(row))
    .map((row) => `has a font that is not embedded, subset and mapped to characters: ${row}`);
}

/** @param folder where files may be put; the letter is held against its model, and against its picture when it has one */
export async function letterFaults(
  name: string,
  model: LetterModel,
  pdf: Buffer,
  folder: string,
): Promise<string[]> {
  const file = join(folder, `${name}.pdf`);
  const flat = join(folder, `${name}.qdf`);
  await writeFile(file, pdf);
  await run('qpdf', ['--check', file]);
  await run('qpdf', ['--qdf', '--object-streams=disable', '--no-original-object-ids', file, flat]);
  const [info, structure, table, text] = await Promise.all([
    run('pdfinfo', [file]),
    run('pdfinfo', ['-struct-text', file]),
    run('pdffonts', [file]),
    run('pdftotext', ['-layout', file, '-']),
  ]);
  const faults = [
    ...structureFaults(model, structure.stdout),
    ...objectFaults(await readFile(flat, 'latin1')),
    ...fontFaults(table.stdout),
  ];
  const pages = Number(/^Pages: +(\d+)$/m.exec(info.stdout)?.[1]);
  if (!/^Tagged: +yes$/m.test(info.stdout)) faults.push('is not tagged');
  if (!info.stdout.includes(model.title)) faults.push('does not carry its title');
  for (let number = 1; number <= pages; number += 1) {
    if (!text.stdout.includes(`Pagina ${number} van ${pages}`)) faults.push(`does not number page ${number}`);
  }
  const stamps = text.stdout.match(/VOORBEELD/g)?.length ?? 0;
  if (stamps !== (model.sample ? pages : 0))
    faults.push(`is marked as a sample on ${stamps} of ${pages} pages`);
  if (name in samples) faults.push(...(await pictureFaults(name, file, folder)));
  return faults.map((fault) => `${name} ${fault}`);
}

export async function installed(program: string): Promise<boolean> {
  try {
    await run(program, ['--version']);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/**
 * Renders letters and looks at them with poppler and qpdf: structure and reading order, words, fonts, marked
 * content, metadata and page numbers. Gives the faults; skips, and says so, where these programs are missing.
 */
export async function checkLetters(): Promise<string[]> {
  for (const program of ['pdfinfo', 'pdffonts', 'pdftotext', 'qpdf']) {
    if (await installed(program)) continue;
    console.log(`        letters are not checked: ${program} is not installed (poppler-utils and qpdf)`);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'letters-'));
  const renderer = new LetterRenderer();
  const faults: string[] = [];
  try {
    for (const [name, model] of Object.entries(letters())) {
      faults.push(...(await letterFaults(name, model, await renderer.render(model), folder)));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return faults;
}
