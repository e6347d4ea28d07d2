import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { present } from '../../src/kernel/assert.ts';
import type { LetterModel } from '../../src/letters/domain/letter-model.ts';
import { LetterRenderer } from '../../src/letters/rendering/letter-renderer.ts';
import { installed, letterFaults, markingFaults, objectFaults, samples } from './letters.ts';

const run = promisify(execFile);
const renderer = new LetterRenderer();

const letter = present(samples['grant'], 'there is a sample');
const other = present(samples['partial-grant'], 'there is a sample');

/** The bytes of a letter with some words replaced by others of the same length. */
function replaced(pdf: Buffer, from: string, to: string): Buffer {
  const text = pdf.toString('latin1');
  if (!text.includes(from) || from.length !== to.length) throw new Error(`there is no ${from} to spoil`);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

function turned(model: LetterModel): LetterModel {
  const [opening, first, second, ...others] = model.sections;
  return { ...model, sections: [opening, second, first, ...others].flatMap((part) => part ?? []) };
}

function runTogether(model: LetterModel): LetterModel {
  return JSON.parse(JSON.stringify(model).replace('van de gemeente', 'vande gemeente')) as LetterModel;
}

/** The first page alone: its number then tells of pages that are not there. */
async function firstPage(pdf: Buffer, folder: string): Promise<Buffer> {
  const [whole, part] = [join(folder, 'whole.pdf'), join(folder, 'part.pdf')];
  await writeFile(whole, pdf);
  await run('qpdf', [whole, '--pages', '.', '1', '--', part]);
  return readFile(part);
}

interface Spoiled {
  /** What the guard must say. */
  readonly fault: string;
  readonly spoil: (pdf: Buffer, folder: string) => Buffer | Promise<Buffer>;
}

const bytes = (fault: string, from: string, to: string): Spoiled => ({
  fault,
  spoil: (pdf) => replaced(pdf, from, to),
});

const spoiled: readonly Spoiled[] = [
  { fault: 'is not read out in its place', spoil: () => renderer.render(turned(letter)) },
  {
    fault: 'read out in its place: "U krijgt €',
    spoil: () => renderer.render(runTogether(letter)),
  },
  { fault: 'does not number page 1', spoil: firstPage },
  { fault: 'is marked as a sample', spoil: () => renderer.render({ ...letter, sample: true }) },
  { fault: 'does not carry its title', spoil: () => renderer.render({ ...letter, title: 'Brief' }) },
  { fault: 'looks different from its picture', spoil: () => renderer.render(other) },
  bytes('does not have exactly one H1', '/S /H1', '/S /H2'),
  bytes('has headings without a tag', '/S /H2', '/S /H3'),
  bytes('table headers but', '/Scope /Row', '/Scope /Xow'),
  bytes('lacks the language', '/Lang (nl-NL)', '/Lang (en-GB)'),
  bytes('is not tagged', '/Marked true', '/Marked null'),
  bytes('lacks the mark that it is tagged', '/Marked true', '/Marked null'),
  bytes('lacks the wish to show its title', '/DisplayDocTitle true', '/DisplayDocTitle null'),
  bytes('lacks an output intent', '/S /GTS_PDFA1', '/S /GTS_PDFX1'),
  bytes('lacks the claim PDF/A-2a', '<pdfaid:conformance>A', '<pdfaid:conformance>B'),
  bytes('lacks the claim PDF/UA-1', '<pdfuaid:part>1', '<pdfuaid:part>9'),
  bytes('lacks the extension schema', 'pdfaExtension:schemas>', 'pdfaExtension:Xchemas>'),
  bytes('has a font that is not embedded', '/FontFile2', '/FontFilX2'),
];

/** Guards that look at one stream, which is compressed in a letter. */
const streams: readonly [string, readonly string[]][] = [
  ['draws something that is not marked', markingFaults('0 0 m\n1 1 l\nS\n')],
  ['has a marked part within another', markingFaults('/P <</MCID 0>> BDC\n/Artifact BMC\nEMC\nEMC\n')],
  ['leaves a marked part open', markingFaults('/P <</MCID 0>> BDC\n[<01>] TJ\n')],
  ['has a glyph that stands for no character', objectFaults('beginbfrange\n<0> <1> [<>]\nendbfrange')],
  ['lacks two identifiers', objectFaults('trailer <<>>')],
];

/** Shows that each guard refuses a letter that was spoiled for it; gives the guards that let one pass. */
export async function checkSpoiledLetters(): Promise<string[]> {
  if (!(await installed('qpdf')) || !(await installed('pdfinfo'))) return [];
  const faults = streams
    .filter(([fault, found]) => !found.join('\n').includes(fault))
    .map(([fault]) => `no guard said of a stream: ${fault}`);
  const folder = await mkdtemp(join(tmpdir(), 'spoiled-letters-'));
  try {
    const right = await renderer.render(letter);
    for (const { fault, spoil } of spoiled) {
      const pdf = await spoil(right, folder);
      const found = await letterFaults('grant', letter, pdf, folder);
      if (!found.join('\n').includes(fault)) faults.push(`no guard said of a spoiled letter: ${fault}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return faults;
}
