import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { letterPdfFaults, readLetter } from '../../../test/support/letter-guards.ts';
import { orderFaults } from '../../../test/support/letter-words.ts';
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
    const pdf = await renderer.render(samples[name]!);
    expect(await letterPdfFaults(pdf)).toEqual([]);
    expect(orderFaults(samples[name]!, (await readLetter(pdf)).spoken)).toEqual([]);
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
    for (const letter of letters) expect(orderFaults(letter, spoken)).toEqual([]);
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
    ['a list of something else than items', '/S /LI', '/S /TD', 'something else than items'],
    ['a row of something else than cells', '/S /TD', '/S /LI', 'has a row of'],
    ['a table that begins without headers', '/S /TH', '/S /TD', 'does not begin with headers'],
    ['a figure, which would need a description', '/S /LBody', '/S /Figur', 'kind that letters do not have'],
    ['a file without a title', '/Title', '/Xitle', 'lacks a title'],
    [
      'a claim that is not described',
      'pdfaExtension:schemas>',
      'pdfaExtension:Xchemas>',
      'description of that',
    ],
    ['a file without an output intent', '/S /GTS_PDFA1', '/S /GTS_PDFX1', 'output intent'],
    ['a page that does not follow its structure', '/Tabs /S', '/Tabs /R', 'follow its structure'],
    ['a page without parts of the structure', '/StructParents', '/XtructParents', 'without parts'],
    ['a font without the places of its signs', '/CIDToGIDMap', '/XIDToGIDMap', 'places of its signs'],
    ['a file of another version', '%PDF-1.7', '%PDF-1.4', 'is not a file of version 1.7'],
    ['a font that is embedded whole', '/FontName /B', '/FontName /b', 'not a part of one'],
    ['a page that can be seen through', '/UserUnit 1', '/Group 9 9 ', 'can be seen through'],
    ['a file without identifiers', '/ID [', '/XD [', 'identifiers in its trailer'],
    ['a file that acts when it is opened', '/ViewerPreferences', '/AA 0 0 R /Prefere', 'more than show'],
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

  it('refuses a page number that is read out as part of the letter', async () => {
    const pdf = await drawn((document) => {
      document.addStructure(document.struct('P', {}, () => document.text('Pagina 1 van 1', 50, 600)));
    }, '');
    expect((await letterPdfFaults(pdf)).join()).toContain('does not number page 1 beside the text');
  });

  it('refuses a drawing that is not marked, and one within the text', async () => {
    const loose = await drawn((document) => document.rect(50, 100, 20, 20).fill('#000000'));
    expect((await letterPdfFaults(loose)).join()).toContain('draws something that is not marked');
    const inside = await drawn((document) => {
      document.addStructure(document.struct('P', {}, () => document.rect(50, 100, 20, 20).fill('#000000')));
    });
    expect((await letterPdfFaults(inside)).join()).toContain('draws a picture within its text');
  });

  it('refuses a part beside the text within the text', async () => {
    const pdf = await drawn((document) => {
      const struct = document.struct('P', {}, () => {
        document.markContent('Span');
        document.text('erin', 50, 100);
        document.endMarkedContent();
      });
      document.addStructure(struct);
    });
    expect((await letterPdfFaults(pdf)).join()).toContain('a marked part within another');
  });

  it('refuses marked parts that do not end, or end twice', async () => {
    const open = await drawn((document) => document.addContent('/Artifact BMC'));
    expect((await letterPdfFaults(open)).join()).toContain('a marked part');
    const twice = await drawn((document) => document.addContent('EMC'));
    expect((await letterPdfFaults(twice)).join()).toContain('closes a marked part that was not open');
  });

  it('refuses a sign that the font lacks, and one that stands for it', async () => {
    const withText = (text: string) =>
      drawn((document) =>
        document.addStructure(document.struct('P', {}, () => document.text(text, 50, 100))),
      );
    expect((await letterPdfFaults(await withText('\u05e9'))).join()).toContain('a sign that its font lacks');
    expect((await letterPdfFaults(await withText('□'))).join()).toContain('a character that it lacks');
  });

  it('refuses a table with rows of different lengths', async () => {
    const pdf = await drawn((document) => {
      const cell = (role: 'TH' | 'TD') =>
        document.struct(role, role === 'TH' ? ({ scope: 'Column' } as object) : {}, () =>
          document.text('x', 50, 100),
        );
      const rows = [[cell('TH'), cell('TH')], [cell('TD')]].map((cells) => document.struct('TR', {}, cells));
      document.addStructure(document.struct('Table', {}, rows));
    });
    expect((await letterPdfFaults(pdf)).join()).toContain('rows of different lengths');
  });

  it('refuses a link that says nothing', async () => {
    const pdf = await drawn((document) => document.link(50, 50, 40, 12, 'https://www.example.nl'));
    expect((await letterPdfFaults(pdf)).join()).toContain('has a Link that says nothing');
  });

  it('hears when parts are read out in another order', async () => {
    const { refusal } = samples;
    const [opening, first, second, ...others] = refusal!.sections;
    const turned = { ...refusal!, sections: [opening!, second!, first!, ...others] };
    const { spoken } = await readLetter(await renderer.render(turned));
    expect(orderFaults(refusal!, spoken).join()).toContain('is not read out in its place');
  });

  it('hears when words run together', async () => {
    const { refusal } = samples;
    const [opening, ...others] = refusal!.sections;
    const blocks = opening!.blocks.map((block) =>
      block.kind === 'paragraph'
        ? {
            ...block,
            content: block.content.map((part) =>
              part.kind === 'text'
                ? { ...part, text: part.text.replace('van de gemeente', 'vande gemeente') }
                : part,
            ),
          }
        : block,
    );
    const run = { ...refusal!, sections: [{ ...opening!, blocks }, ...others] };
    const { spoken } = await readLetter(await renderer.render(run));
    expect(orderFaults(refusal!, spoken).join()).toContain('read out in its place: "U krijgt geen subsidie');
  });
});
