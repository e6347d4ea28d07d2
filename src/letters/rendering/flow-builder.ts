import { present } from '../../kernel/assert.ts';
import type { RichText } from '../domain/letter-model.ts';
import { addTag, type FlowItem, type Rule, type Run, type Tag } from './flow.ts';
import type { LetterFonts } from './letter-fonts.ts';
import { colors, page, type TextStyle } from './page-style.ts';
import { printable, replacementSign } from './printable-text.ts';
import { breakLines, type Piece, type TextLine } from './text-lines.ts';

/** Text set in a column of its own, as one cell of a row. */
export interface Cell {
  readonly lines: readonly TextLine[];
  readonly left: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly color: string;
  readonly tag: Tag;
}

export interface Placement {
  readonly style: TextStyle;
  readonly left?: number;
  readonly width?: number;
  readonly color?: string;
  readonly spaceBefore?: number;
  /** Keeps the first line with what stands above it. */
  readonly keepWithPrevious?: boolean;
  /** Keeps all lines together, and so on one page. */
  readonly whole?: boolean;
}

/** Where the baseline of the first line lies under the top of the item, for a style. */
export function baselineOf(style: TextStyle): number {
  return style.leading * 0.5 + style.size * 0.33;
}

/** A row of more lines than this may be divided over pages. */
const highestWholeRow = 12;

/** What surrounds the lines of a row; rules by their colour. */
export interface RowEdge {
  readonly padding: number;
  readonly ruleAbove: string | null;
  readonly ruleBelow: string | null;
  readonly spaceBefore: number;
  readonly keepWithPrevious: boolean;
}

function ruleAt(top: number, color: string): Rule {
  return { left: page.left, right: page.right, top, color };
}

/** No page begins with the last line of a text or ends with its first. */
function keptTogether(index: number, count: number): boolean {
  return index === 1 || index === count - 1;
}

/** Collects the items of one letter in reading order, together with the structure that names them. */
export class FlowBuilder {
  readonly items: FlowItem[] = [];
  readonly root: Tag;
  readonly #fonts: LetterFonts;
  #lost = false;

  /** @param rootType `Part` where several letters stand in one document */
  constructor(fonts: LetterFonts, rootType: 'Document' | 'Part' = 'Document') {
    this.root = { type: rootType, scope: null, children: [] };
    this.#fonts = fonts;
  }

  /** Text in one font, made printable. */
  piece(text: string, font: Piece['font'] = 'regular'): Piece {
    const printed = printable(text, (codePoint) => this.#fonts.shows(codePoint));
    this.#lost ||= printed.includes(replacementSign) && !text.includes(replacementSign);
    return { text: printed, font };
  }

  /** Whether a character had to be replaced so far. */
  get lost(): boolean {
    return this.#lost;
  }

  /** Rich text of a settled letter. @throws an assertion when a date is still open. */
  pieces(content: RichText, bold = false): Piece[] {
    return content.map((part) => {
      const text = present(part.kind === 'date' ? null : part.text, 'dates are settled before rendering');
      return this.piece(text, bold || part.kind === 'strong' ? 'strong' : 'regular');
    });
  }

  lines(content: readonly Piece[], width: number, style: TextStyle): TextLine[] {
    return breakLines(content, width, style.size, this.#fonts);
  }

  /** Adds text as lines under each other, all belonging to one tag. */
  text(content: readonly Piece[], tag: Tag, placement: Placement): void {
    const { style, left = page.left, width = page.right - page.left, color = colors.text } = placement;
    const lines = this.lines(content, width, style);
    lines.forEach((line, index) => {
      const first = index === 0;
      const keep = first ? (placement.keepWithPrevious ?? false) : keptTogether(index, lines.length);
      this.items.push({
        height: style.leading,
        spaceBefore: first ? (placement.spaceBefore ?? 0) : 0,
        keepWithPrevious: keep || (!first && (placement.whole ?? false)),
        runs: [{ line, x: left, baseline: baselineOf(style), size: style.size, color, tag }],
        rules: [],
        repeat: null,
      });
    });
  }

  /** A heading: never parted from what follows, which is up to the caller of the next part. */
  heading(text: string, level: 'H1' | 'H2', placement: Placement): void {
    this.text([this.piece(text, 'strong')], addTag(this.root, level), { ...placement, whole: true });
  }

  /**
   * The lines of cells side by side, as one item per line, so that a row stays whole on a page unless it is high.
   * Padding comes above the first and below the last line, rules at the outer edges.
   */
  row(cells: readonly Cell[], style: TextStyle, edge: RowEdge): FlowItem[] {
    const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
    return Array.from({ length: count }, (_, index) => {
      const first = index === 0;
      const last = index === count - 1;
      const above = first ? edge.padding : 0;
      const height = above + style.leading + (last ? edge.padding : 0);
      const runs = cells.flatMap((cell): Run[] => {
        const line = cell.lines[index];
        if (line === undefined) return [];
        const x = cell.align === 'right' ? cell.left + cell.width - line.width : cell.left;
        const baseline = above + baselineOf(style);
        return [{ line, x, baseline, size: style.size, color: cell.color, tag: cell.tag }];
      });
      const inside = count <= highestWholeRow || keptTogether(index, count);
      return {
        height,
        spaceBefore: first ? edge.spaceBefore : 0,
        keepWithPrevious: first ? edge.keepWithPrevious : inside,
        runs,
        rules: [
          ...(first && edge.ruleAbove !== null ? [ruleAt(0, edge.ruleAbove)] : []),
          ...(last && edge.ruleBelow !== null ? [ruleAt(height, edge.ruleBelow)] : []),
        ],
        repeat: null,
      };
    });
  }
}
