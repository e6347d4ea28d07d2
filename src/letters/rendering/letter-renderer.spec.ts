import { describe, expect, it } from '@jest/globals';
import { readLetter } from '../../../test/support/letter-guards.ts';
import { sampleAcknowledgement, sampleGrant, sampleSender } from '../../../test/support/letter-facts.ts';
import { composeSamples, sampleDates, settledSamples } from '../../../test/support/letter-samples.ts';
import { composeLetter } from '../domain/compose-letter.ts';
import type { LetterModel } from '../domain/letter-model.ts';
import { previewDates, settleDates } from '../domain/settle-dates.ts';
import { LetterRenderer } from './letter-renderer.ts';

const renderer = new LetterRenderer();
const samples = settledSamples();
const grant = samples.grant!;

function pageCount(pdf: Buffer): number {
  return Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
}

function grantAbout(applicationTitle: string): LetterModel {
  return settleDates(composeLetter('grant', { ...sampleGrant, applicationTitle }), sampleDates);
}

describe('a rendered letter', () => {
  it('has the same bytes when it is rendered again, whatever was rendered before', async () => {
    const first = await renderer.render(grant);
    await renderer.render(samples.refusal!);
    await renderer.render(samples['partial-grant']!);
    expect((await renderer.render(grant)).equals(first)).toBe(true);
    expect((await new LetterRenderer().render(grant)).equals(first)).toBe(true);
  });

  it('has the same bytes when its model was stored and read back', async () => {
    const stored = JSON.parse(JSON.stringify(grant)) as LetterModel;
    expect((await renderer.render(stored)).equals(await renderer.render(grant))).toBe(true);
  });

  it('is short and small for each kind', async () => {
    for (const model of Object.values(samples)) {
      const pdf = await renderer.render(model);
      expect(pageCount(pdf)).toBeLessThanOrEqual(3);
      expect(pdf.length).toBeLessThan(60_000);
    }
  });

  it('claims PDF/A-2a and PDF/UA-1, its language and its title', async () => {
    const pdf = (await renderer.render(grant)).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toContain('/Lang (nl-NL)');
    expect(pdf).toContain('(Besluit tot verlening LB-2019-000123)');
    expect(pdf).toContain('/DisplayDocTitle true');
  });

  it('escapes marks in its metadata', async () => {
    const model = { ...grant, title: 'Bomen & <struiken>' };
    const pdf = (await renderer.render(model)).toString('latin1');
    expect(pdf).toContain('>Bomen &amp; &lt;struiken&gt;</rdf:li>');
    expect(pdf).toContain('(Bomen & <struiken>)');
  });

  it('is not made while dates are open', async () => {
    await expect(renderer.render(composeSamples().grant!)).rejects.toThrow('settled');
  });

  it('differs when it is only a concept', async () => {
    const preview = previewDates(composeSamples().grant!, sampleDates);
    expect((await renderer.render(preview)).equals(await renderer.render(grant))).toBe(false);
  });

  it('takes the mark and colour of the municipality', async () => {
    const sender = {
      ...sampleSender,
      mark: { svgPath: 'M0 0 L60 0 L30 20 Z', width: 60, height: 20 },
      accentColor: '#7a1f5c',
    };
    const own = settleDates(composeLetter('grant', { ...sampleGrant, sender }), sampleDates);
    expect((await renderer.render(own)).equals(await renderer.render(grant))).toBe(false);
  });
});

describe('hostile or unusual text', () => {
  it.each([
    ['emoji', 'Feest 🎉👨‍👩‍👧‍👦'],
    ['control characters', 'a\u0000\u0007\tb\r\nc'],
    ['right-to-left text', 'שלום \u202etxet'],
    ['half a character', 'a\ud800b'],
    ['markup', '<script>alert(1)</script> & </rdf:li> %PDF endstream'],
    ['marks on marks', `a${'\u0301'.repeat(300)}`],
    ['no text at all', '   '],
  ])('is rendered when the title holds %s', async (_, title) => {
    const pdf = await renderer.render(grantAbout(title));
    expect(pageCount(pdf)).toBeGreaterThanOrEqual(2);
  });

  it('of 5,000 characters without a space runs over lines and pages', async () => {
    const pdf = await renderer.render(grantAbout('x'.repeat(5000)));
    expect(pageCount(pdf)).toBeLessThan(12);
  });

  it('of 5,000 characters in one cell of a table, and many rows, runs over pages', async () => {
    const request = Array.from({ length: 120 }, (_, index) => ({
      label: `Vraag ${index}`,
      value: index === 60 ? 'Lange zin met gewone woorden. '.repeat(170) : 'Antwoord',
    }));
    const model = composeLetter('acknowledgement', { ...sampleAcknowledgement, request });
    const pdf = await renderer.render(settleDates(model, sampleDates));
    expect(pageCount(pdf)).toBeGreaterThan(4);
    expect(pageCount(pdf)).toBeLessThan(12);
  });

  it('is explained to who reads the letter, where a sign stands for it', async () => {
    const note = 'Het teken □ in deze brief staat voor een teken dat wij niet kunnen afdrukken.';
    const spoken = async (title: string) =>
      (await readLetter(await renderer.render(grantAbout(title)))).spoken;
    expect(await spoken('Feest 🎉')).toContain(note);
    expect(await spoken('Een □ in het plein')).not.toContain(note);
  });

  it('is named beforehand to who is about to send the letter', () => {
    expect(renderer.unprintable(grantAbout('Feest 🎉')).length).toBeGreaterThan(0);
    expect(renderer.unprintable(grant)).toEqual([]);
  });
});
