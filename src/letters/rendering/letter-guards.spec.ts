import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { letterPdfFaults, readLetter } from '../../../test/support/letter-guards.ts';
import { sampleAcknowledgement } from '../../../test/support/letter-facts.ts';
import { sampleDates, settledSamples } from '../../../test/support/letter-samples.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { composeLetter } from '../domain/compose-letter.ts';
import { settleDates } from '../domain/settle-dates.ts';
import { ArchivalDocument } from './archival-document.ts';
import { LetterFonts } from './letter-fonts.ts';
import { LetterRenderer } from './letter-renderer.ts';

const renderer = new LetterRenderer();
const samples = settledSamples();

/** A letter of one page, drawn by hand, in which one thing is wrong. */
function drawn(draw: (document: ArchivalDocument) => void, pageNumber = 'Pagina 1 van 1'): Promise<Buffer> {
  const facts = { title: 'Proef', author: 'Gemeente', language: 'nl-NL', date: calendarDate('2019-06-20') };
  const document = new ArchivalDocument(facts, new LetterFonts());
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
  });
  document.addPage().font('regular', 10);
  const heading = document.struct('H1', {}, () => document.text('Onderwerp', 50, 50));
  document.addStructure(document.struct('Document', {}, [heading]));
  draw(document);
  document.markContent('Artifact', { type: 'Pagination' }).text(pageNumber, 50, 700).endMarkedContent();
  document.end();
  return done;
}

/** The bytes of a letter with one word in them replaced by another of the same length. */
function spoiled(pdf: Buffer, from: string, to: string): Buffer {
  const at = pdf.indexOf(from, 0, 'latin1');
  if (at < 0 || from.length !== to.length) throw new Error(`there is no ${from} to spoil`);
  const copy = Buffer.from(pdf);
  copy.write(to, at, 'latin1');
  return copy;
}

describe('what somebody who cannot see meets', () => {
  it.each(Object.keys(samples))('%s has nothing to stumble over', async (name) => {
    expect(await letterPdfFaults(await renderer.render(samples[name]!))).toEqual([]);
  });

  it.each(Object.keys(samples))(
    '%s is read out as before (otherwise: npm run letters:samples)',
    async (name) => {
      const { outline } = await readLetter(await renderer.render(samples[name]!));
      expect(outline).toBe(readFileSync(`demo/letters/${name}.txt`, 'utf8'));
    },
  );

  it('is a list of letters in print files too', async () => {
    const letters = [samples.grant!, samples.refusal!];
    const pdf = await renderer.renderPrintFile({ printedOn: calendarDate('2019-06-20'), letters });
    const { spoken } = await readLetter(pdf);
    expect(spoken).toContain('Brieven per post van 20 juni 2019');
    expect(spoken).toContain('2 brieven');
  });

  it('is a table that goes on over pages without its header being read out again', async () => {
    const request = Array.from({ length: 80 }, (_, index) => ({
      label: `Vraag ${index + 1}`,
      value: 'Antwoord.',
    }));
    const model = settleDates(
      composeLetter('acknowledgement', { ...sampleAcknowledgement, request }),
      sampleDates,
    );
    const { pages, spoken } = await readLetter(await renderer.render(model));
    expect(pages.length).toBeGreaterThan(2);
    expect(spoken.split('Uw antwoord')).toHaveLength(2);
    expect(pages[1]!.artifacts).toContain('Uw antwoord');
  });
});

describe('each guard', () => {
  const right = renderer.render(samples.grant!);
  const guarded: readonly [string, string, string, string][] = [
    ['a heading that skips a level', '/S /H2', '/S /H4', 'skips a level'],
    ['a letter without a first heading', '/S /H1', '/S /H2', 'first level'],
    ['a list item without body', '/S /LBody', '/S /Other', 'list item of'],
    ['a table of something else than rows', '/S /TR', '/S /TD', 'has a table of'],
    ['a table header without scope', '/Scope /Column', '/Scope /Xolumn', 'without scope'],
    ['another language', '/Lang (nl-NL)', '/Lang (en-GB)', 'lacks its language'],
    ['a file that is not tagged', '/Marked true', '/Marked null', 'is tagged'],
    ['a file that hides its title', '/DisplayDocTitle true', '/DisplayDocTitle null', 'show its title'],
    ['no claim of PDF/A', '<pdfaid:part>2', '<pdfaid:part>9', 'claim PDF/A-2'],
    ['a lower claim of PDF/A', '<pdfaid:conformance>A', '<pdfaid:conformance>B', 'level of that claim'],
    ['no claim of PDF/UA', '<pdfuaid:part>1', '<pdfuaid:part>9', 'claim PDF/UA-1'],
    ['a font that is not embedded', '/FontFile2', '/FontFilX2', 'not embedded'],
    ['a font without its characters', '/ToUnicode', '/XoUnicode', 'without the characters'],
  ];

  it.each(guarded)('refuses %s', async (_what, from, to, fault) => {
    const faults = await letterPdfFaults(spoiled(await right, from, to));
    expect(faults.join('\n')).toContain(fault);
  });

  it('lets a page drawn by hand pass when nothing is wrong with it', async () => {
    expect(await letterPdfFaults(await drawn(() => undefined))).toEqual([]);
  });

  it('refuses words outside the structure', async () => {
    const pdf = await drawn((document) => document.text('los', 50, 100));
    expect((await letterPdfFaults(pdf)).join()).toContain('outside the structure: "los"');
  });

  it('refuses a page without its number, or with another', async () => {
    const pdf = await drawn(() => undefined, 'Pagina 2 van 1');
    expect((await letterPdfFaults(pdf)).join()).toContain('does not number page 1');
  });

  it('refuses a link that says nothing', async () => {
    const pdf = await drawn((document) => document.link(50, 50, 40, 12, 'https://www.example.nl'));
    expect((await letterPdfFaults(pdf)).join()).toContain('has a Link that says nothing');
  });

  it('hears when words run together', async () => {
    const { spoken } = await readLetter(await renderer.render(samples.refusal!));
    expect(spoken).toContain('U krijgt geen subsidie voor ‘Barbecue voor vrijwilligers’.');
    const run = await drawn((document) => {
      const struct = document.struct('P', {}, () => document.text('tweewoorden', 50, 100));
      document.addStructure(struct);
    });
    expect((await readLetter(run)).spoken).not.toContain('twee woorden');
  });
});
