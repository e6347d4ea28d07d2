import { describe, expect, it } from '@jest/globals';
import { LetterFonts } from './letter-fonts.ts';
import { losesCharacters, printable } from './printable-text.ts';

const fonts = new LetterFonts();
const shows = (codePoint: number): boolean => fonts.shows(codePoint);
const print = (text: string): string => printable(text, shows);

describe('text that is fit to print', () => {
  it.each([
    'Şükran Yıldız',
    'Łukasz Wójcik',
    'Đorđe Ðuro',
    'Ágnes Őze',
    'O’Brien',
    'van ’t Hof',
    'IJsbrand',
    'Ελένη',
    'Олена',
  ])('keeps the name %s as it is', (name) => expect(print(name)).toBe(name));

  it('composes letters and marks that were sent apart', () => {
    expect(print('S\u0327u\u0308kran')).toBe('Şükran');
  });

  it('makes one space of tabs, line ends and other control characters', () => {
    expect(print('a\t\r\n\u0000b\u2028c  d')).toBe('a b c d');
  });

  it('keeps the no-break space of amounts', () => {
    expect(print('€\u00a01,00')).toBe('€\u00a01,00');
  });

  it('replaces each emoji by one sign, also one that is joined from several', () => {
    expect(print('feest 🎉!')).toBe('feest □!');
    expect(print('👨‍👩‍👧‍👦 en 🇳🇱 en 1️⃣')).toBe('□ en □ en □');
  });

  it('drops marks that turn the direction of text or hide in it', () => {
    expect(print('Jan\u202eneP\u200b \u2066x\u2069\u00ad')).toBe('JanneP x');
  });

  it('replaces scripts that the fonts lack, and half characters', () => {
    expect(print('שלום')).toBe('□□□□');
    expect(print('a\ud800b')).toBe('a□b');
  });

  it('tells beforehand that characters will be replaced', () => {
    expect(losesCharacters('feest 🎉', shows)).toBe(true);
    expect(losesCharacters('□ feest\t', shows)).toBe(false);
  });
});
