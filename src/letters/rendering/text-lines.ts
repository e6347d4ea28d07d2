import type { FontName, LetterFonts } from './letter-fonts.ts';

/** Text in one font. */
export interface Piece {
  readonly text: string;
  readonly font: FontName;
}

/** One line of text; ends in a space when the paragraph goes on, so that words stay apart when read out. */
export interface TextLine {
  readonly pieces: readonly Piece[];
  /** In points, without the space at the end. */
  readonly width: number;
}

/** Pieces between two places where a line may break, with their width with and without the space at the end. */
interface Chunk {
  readonly pieces: Piece[];
  readonly width: number;
  readonly drawnWidth: number;
}

/** After these a line does not break: "15" and "juni" of "15 juni 2019", "artikel" of "artikel 4". */
const gluedToNext =
  /^[(‘]?(?:\d{1,2}|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|artikel|artikelen|lid|plaats|nummer|€) $/iu;

const token = /[^ ]* ?/gu;

function chunkOf(pieces: Piece[], size: number, fonts: LetterFonts): Chunk {
  let width = 0;
  for (const piece of pieces) width += fonts.widthOf(piece.text, piece.font, size);
  const last = pieces.at(-1);
  const space = last?.text.endsWith(' ') ? fonts.widthOf(' ', last.font, size) : 0;
  return { pieces, width, drawnWidth: width - space };
}

function chunksOf(content: readonly Piece[], size: number, fonts: LetterFonts): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Piece[] = [];
  for (const { text, font } of content) {
    for (const [word] of text.matchAll(token)) {
      // A line or word never starts with a space, also where two texts meet that both bring one.
      if (word === '' || (word === ' ' && open.length === 0)) continue;
      open.push({ text: word, font });
      if (!word.endsWith(' ')) continue;
      if (gluedToNext.test(word) && open.length < 4) continue;
      chunks.push(chunkOf(open, size, fonts));
      open = [];
    }
  }
  if (open.length > 0) chunks.push(chunkOf(open, size, fonts));
  return chunks;
}

/** Cuts what is wider than a line between characters; a combining mark stays with its letter. */
function cut(chunk: Chunk, lineWidth: number, size: number, fonts: LetterFonts): Chunk[] {
  const parts: Chunk[] = [];
  let open: Piece[] = [];
  let width = 0;
  for (const piece of chunk.pieces) {
    for (const [character] of piece.text.matchAll(/.\p{M}*/gsu)) {
      const wide = fonts.widthOf(character, piece.font, size);
      if (width + wide > lineWidth && open.length > 0 && character !== ' ') {
        parts.push(chunkOf(open, size, fonts));
        open = [];
        width = 0;
      }
      const last = open.at(-1);
      if (last?.font === piece.font) open[open.length - 1] = { ...last, text: last.text + character };
      else open.push({ text: character, font: piece.font });
      width += wide;
    }
  }
  if (open.length > 0) parts.push(chunkOf(open, size, fonts));
  return parts;
}

function join(chunks: readonly Chunk[]): TextLine {
  const pieces: Piece[] = [];
  let width = 0;
  for (const chunk of chunks) {
    width += chunk.width;
    for (const piece of chunk.pieces) {
      const last = pieces.at(-1);
      if (last?.font === piece.font) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
      else pieces.push(piece);
    }
  }
  const last = chunks.at(-1);
  return { pieces, width: width - (last ? last.width - last.drawnWidth : 0) };
}

/**
 * Breaks text into lines of at most `lineWidth` points at a size in points. Breaks between words only,
 * unless a word alone is wider than a line.
 */
export function breakLines(
  content: readonly Piece[],
  lineWidth: number,
  size: number,
  fonts: LetterFonts,
): TextLine[] {
  const lines: TextLine[] = [];
  let open: Chunk[] = [];
  let width = 0;
  const chunks = chunksOf(content, size, fonts).flatMap((chunk) =>
    chunk.drawnWidth > lineWidth ? cut(chunk, lineWidth, size, fonts) : [chunk],
  );
  for (const chunk of chunks) {
    if (open.length > 0 && width + chunk.drawnWidth > lineWidth) {
      lines.push(join(open));
      open = [];
      width = 0;
    }
    open.push(chunk);
    width += chunk.width;
  }
  if (open.length > 0) lines.push(join(open));
  return lines;
}
