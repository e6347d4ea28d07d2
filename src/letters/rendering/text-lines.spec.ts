import { describe, expect, it } from '@jest/globals';
import { LetterFonts } from './letter-fonts.ts';
import { breakLines, type TextLine } from './text-lines.ts';

const fonts = new LetterFonts();

function texts(lines: readonly TextLine[]): string[] {
  return lines.map((line) => line.pieces.map((piece) => piece.text).join(''));
}

function broken(text: string, width: number): string[] {
  return texts(breakLines([{ text, font: 'regular' }], width, 10, fonts));
}

describe('breaking text into lines', () => {
  it('breaks between words and keeps the space, so that words stay apart when read out', () => {
    expect(broken('een twee drie vier', 42)).toEqual(['een twee ', 'drie vier']);
  });

  it('does not part a day from its month and year, or "artikel" from its number', () => {
    expect(broken('uiterlijk op 15 juni 2019', 95)).toEqual(['uiterlijk op ', '15 juni 2019']);
    expect(broken('dit staat in artikel 4:25', 90)).toEqual(['dit staat in ', 'artikel 4:25']);
  });

  it('cuts a word that is wider than a line, and loses nothing of it', () => {
    const word = 'hottentottententententoonstelling'.repeat(5);
    const lines = broken(word, 100);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('')).toBe(word);
  });

  it('keeps no line wider than asked', () => {
    const text =
      'Woorden van allerlei lengte, ook leefbaarheidsbudgetaanvraagformulieren, staan in deze zin. ';
    const lines = breakLines([{ text: text.repeat(20), font: 'strong' }], 120, 11, fonts);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(120);
  });

  it('joins text of two fonts on a line without losing the font', () => {
    const [line] = breakLines(
      [
        { text: 'U krijgt ', font: 'regular' },
        { text: 'geld', font: 'strong' },
        { text: '.', font: 'regular' },
      ],
      200,
      10,
      fonts,
    );
    expect(line?.pieces).toEqual([
      { text: 'U krijgt ', font: 'regular' },
      { text: 'geld', font: 'strong' },
      { text: '.', font: 'regular' },
    ]);
  });

  it('gives no lines for empty text', () => {
    expect(broken('', 100)).toEqual([]);
    expect(broken('   ', 100)).toEqual([]);
  });
});
