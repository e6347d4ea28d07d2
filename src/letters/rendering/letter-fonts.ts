import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphRun } from 'fontkit';
import { readFileSync } from 'node:fs';
import { assert } from '../../kernel/assert.ts';

export type FontName = 'regular' | 'strong';

/** Complete fonts: those split by script lack letters that residents have in their names. */
const fontFiles = {
  regular: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  strong: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
} as const satisfies Record<FontName, string>;

/** Bounds the memory that shaped words take: about two kilobytes each. All letters together share some hundreds. */
const rememberedWords = 4_000;

/**
 * The font keeps one object per glyph, with the characters for which it was first used; a glyph first met as
 * part of another has none. Text copied or read out of a letter would then lack them, depending on which letters
 * were rendered before. So each use gets a glyph that knows its own characters.
 */
function keepCharactersApart(font: Font): void {
  const shared = font.getGlyph.bind(font);
  font.getGlyph = (id, characters = []) => {
    const glyph = shared(id, [...characters]);
    const same = glyph.codePoints.join() === characters.join();
    if (same || characters.length === 0) return glyph;
    return Object.create(glyph, { codePoints: { value: characters } }) as Glyph;
  };
}

/** Shaping a word costs far more than drawing it, and letters share most of their words. */
function rememberLayouts(font: Font): void {
  const shape = font.layout.bind(font);
  const runs = new Map<string, GlyphRun>();
  font.layout = (text, ...shaping) => {
    if (shaping.some((choice) => choice !== undefined)) return shape(text, ...shaping);
    const known = runs.get(text);
    if (known !== undefined) return known;
    if (runs.size >= rememberedWords) runs.clear();
    const run = shape(text);
    runs.set(text, run);
    return run;
  };
}

function parse(file: string): Font {
  const path = createRequire(import.meta.url).resolve(file);
  const font = create(readFileSync(path));
  assert('layout' in font, 'a font file holds one font');
  // The PDF writer scales shaped words to thousandths in place; they can be shared only when that changes nothing.
  assert(font.unitsPerEm === 1000, 'the font is drawn on a grid of 1000 units');
  keepCharactersApart(font);
  rememberLayouts(font);
  return font;
}

/** The parsed fonts of all letters. Parsing takes tens of milliseconds, so it is done once. */
export class LetterFonts {
  readonly regular: Font = parse(fontFiles.regular);
  readonly strong: Font = parse(fontFiles.strong);
  readonly #shown = new Map<number, boolean>();

  /** Width in points. */
  widthOf(text: string, name: FontName, size: number): number {
    return (this[name].layout(text).advanceWidth * size) / 1000;
  }

  /** Tells whether both fonts can draw a character. Looking up is slow in the font and asked for every letter. */
  shows(codePoint: number): boolean {
    const known = this.#shown.get(codePoint);
    if (known !== undefined) return known;
    // Characters for private use mean nothing to a reader of the archive, whatever a font draws for them.
    const meaningful = codePoint < 0xe000 || codePoint > 0xf8ff;
    const drawn = this.regular.hasGlyphForCodePoint(codePoint) && this.strong.hasGlyphForCodePoint(codePoint);
    const shown = meaningful && drawn;
    this.#shown.set(codePoint, shown);
    return shown;
  }
}
