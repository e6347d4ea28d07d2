/** Stands for what the fonts cannot draw; both fonts have it. */
export const replacementSign = '□';

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** Invisible marks that steer direction, joining or breaking; they would put a reader or a screen reader on the wrong foot. */
const invisible = /[\p{Cf}\u034f\u115f\u1160\u3164\ufe00-\ufe0f]/gu;

/** Line ends, tabs and other control characters count as a space. */
const white = /[\p{Cc}\u2028\u2029\u0085\u2000-\u200a\u205f\u3000 ]+/gu;

type Shows = (codePoint: number) => boolean;

function showsAll(text: string, shows: Shows): boolean {
  for (const character of text) {
    const codePoint = character.codePointAt(0);
    if (codePoint === undefined || !shows(codePoint)) return false;
  }
  return true;
}

/**
 * Makes text fit to print: composed (NFC), one space for every stretch of white, no control characters, and
 * one replacement sign for each visible character, such as an emoji, that the fonts lack. Nothing in it is
 * interpreted. A letter is never held up by a character; who sends it can see beforehand what is replaced.
 */
export function printable(text: string, shows: Shows): string {
  const plain = text.normalize('NFC').replace(white, ' ');
  const visible = plain.replace(invisible, '');
  if (visible === plain && showsAll(plain, shows)) return plain;
  let result = '';
  // Joined emoji are one character to a reader, so they are judged before the joiners are taken out.
  for (const { segment } of graphemes.segment(plain)) {
    const drawn = segment.replace(invisible, '');
    result += drawn === '' || showsAll(drawn, shows) ? drawn : replacementSign;
  }
  return result;
}

/** Tells whether printing would replace characters of a text. */
export function losesCharacters(text: string, shows: Shows): boolean {
  const signs = (value: string): number => value.split(replacementSign).length;
  return signs(printable(text, shows)) > signs(text);
}
