import { present } from '../../kernel/assert.ts';
import type { LetterModel, SenderBlock } from '../domain/letter-model.ts';
import type { ArchivalDocument } from './archival-document.ts';
import type { PlacedItem, Run, Tag } from './flow.ts';
import type { LetterFonts } from './letter-fonts.ts';
import { colors, mark, page, stamp, styles } from './page-style.ts';
import { printable } from './printable-text.ts';
import { stampText } from './stamp-flow.ts';

type Element = PDFKit.PDFStructureElement;
type ElementOptions = PDFKit.Mixins.StructureElementOptions & { scope?: string };

/** What stands on the pages around the text, only for the eye. */
export interface Furniture {
  readonly sender: SenderBlock;
  /** A mark such as "CONCEPT", or null. */
  readonly stamp: string | null;
  /** Below every page, before the page number. */
  readonly footer: string;
}

/** What stands around the text of a letter. */
export function furnitureOf(model: LetterModel): Furniture {
  const footer = `Gemeente ${model.sender.municipalityName} – ons kenmerk ${model.ourReference}`;
  return { sender: model.sender, stamp: stampText(model), footer };
}

/** Draws the pages of one letter and ties every word to its place in the structure. */
export class LetterPainter {
  readonly #document: ArchivalDocument;
  readonly #fonts: LetterFonts;
  readonly #elements = new Map<Tag, Element>();
  /** The tag whose content is being drawn. */
  #open: Tag | null = null;
  #color = '';

  constructor(document: ArchivalDocument, fonts: LetterFonts, root: Tag) {
    this.#document = document;
    this.#fonts = fonts;
    document.addStructure(this.#elementOf(root));
  }

  #elementOf(tag: Tag): Element {
    const options: ElementOptions = tag.scope === null ? {} : { scope: tag.scope };
    const element = this.#document.struct(tag.type, options);
    for (const child of tag.children) element.add(this.#elementOf(child));
    this.#elements.set(tag, element);
    return element;
  }

  /** Turns to the content of a tag; what was open is closed first, because tags do not nest on the page. */
  #turnTo(tag: Tag | null): void {
    if (this.#open === tag) return;
    if (this.#open !== null) this.#document.endMarkedContent();
    this.#open = tag;
    if (tag === null) return;
    const element = present(this.#elements.get(tag), 'every tag hangs in the structure');
    element.add(this.#document.markStructureContent(tag.type));
  }

  #artifact(kind: 'Layout' | 'Pagination', draw: () => void): void {
    this.#turnTo(null);
    this.#document.markContent('Artifact', { type: kind });
    draw();
    this.#document.endMarkedContent();
  }

  #fill(color: string): void {
    if (this.#color !== color) this.#document.fillColor(color);
    this.#color = color;
  }

  #write(text: string, x: number, y: number, font: 'regular' | 'strong', size: number, color: string): void {
    this.#fill(color);
    this.#document.font(font, size);
    this.#document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  }

  #run(run: Run, top: number): void {
    let x = run.x;
    for (const piece of run.line.pieces) {
      // A no-break space and a hyphen that may not break share their glyphs with the plain ones.
      const text = piece.text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-').replaceAll('\u2010', '-');
      this.#write(text, x, top + run.baseline, piece.font, run.size, run.color);
      x += this.#fonts.widthOf(piece.text, piece.font, run.size);
    }
  }

  #rules(items: readonly PlacedItem[]): void {
    for (const { item, top } of items) {
      for (const rule of item.rules) {
        const y = top + rule.top;
        this.#document.lineWidth(0.6).moveTo(rule.left, y).lineTo(rule.right, y).stroke(rule.color);
      }
    }
  }

  #mark({ sender }: Furniture): void {
    const accent = sender.accentColor ?? colors.accent;
    this.#document.save().translate(mark.left, mark.top);
    if (sender.mark === null) {
      // A neutral mark: a roof over a round green, for any village.
      this.#document
        .scale(mark.height / 40)
        .path('M20 1 L39 16 L39 22 L20 8 L1 22 L1 16 Z M20 14 A12.5 12.5 0 1 1 19.99 14 Z')
        .fill(accent);
    } else {
      this.#document
        .scale(mark.height / sender.mark.height)
        .path(sender.mark.svgPath)
        .fill(accent);
    }
    this.#document.restore();
    this.#color = '';
  }

  /** The box of the mark; its text on later pages, because that of the first page is part of the letter. */
  #stamp(text: string, withText: boolean): void {
    const width = this.#fonts.widthOf(text, 'strong', stamp.size);
    const left = stamp.right - width;
    this.#document
      .lineWidth(1.2)
      .rect(left - stamp.padding, stamp.boxTop, width + 2 * stamp.padding, stamp.boxHeight)
      .stroke(colors.stamp);
    if (withText) this.#write(text, left, stamp.baseline, 'strong', stamp.size, colors.stamp);
  }

  #footer({ footer }: Furniture, number: number, count: number): void {
    const { size } = styles.small;
    const reference = printable(footer, (codePoint) => this.#fonts.shows(codePoint));
    const pages = `Pagina ${number} van ${count}`;
    this.#write(reference, page.left, page.footerBaseline, 'regular', size, colors.soft);
    const x = page.right - this.#fonts.widthOf(pages, 'regular', size);
    this.#write(pages, x, page.footerBaseline, 'regular', size, colors.soft);
  }

  /** Draws one page; `number` counts from 1. */
  page(items: readonly PlacedItem[], furniture: Furniture, number: number, count: number): void {
    this.#document.addPage();
    this.#color = '';
    const words = furniture.stamp;
    this.#artifact('Layout', () => {
      if (number === 1) this.#mark(furniture);
      this.#rules(items);
    });
    if (words !== null) this.#artifact('Pagination', () => this.#stamp(words, number > 1));
    for (const { item, top } of items) {
      for (const run of item.runs) {
        if (run.tag === null) this.#artifact('Pagination', () => this.#run(run, top));
        else {
          this.#turnTo(run.tag);
          this.#run(run, top);
        }
      }
    }
    this.#artifact('Pagination', () => this.#footer(furniture, number, count));
  }
}
