import { assert, present } from '../../kernel/assert.ts';
import type { AddressBlock, Block, LetterModel, RichText } from '../domain/letter-model.ts';
import { plainText } from '../domain/rich-text.ts';
import { tokensIn } from '../domain/settle-dates.ts';
import { ArchivalDocument, type DocumentFacts } from './archival-document.ts';
import { coverFlow, type PrintFile, printFileTitle } from './cover-flow.ts';
import { type FlowItem, paginate, type Tag } from './flow.ts';
import { flowOf } from './letter-flow.ts';
import { LetterFonts } from './letter-fonts.ts';
import { type Furniture, furnitureOf, LetterPainter } from './letter-painter.ts';
import { addressWindow, page } from './page-style.ts';
import { losesCharacters } from './printable-text.ts';

const frame = { firstTop: addressWindow.top, top: page.top, bottom: page.bottom };

/** One run of pages that are numbered together. */
interface Drawn {
  readonly items: readonly FlowItem[];
  readonly furniture: Furniture;
}

function textsIn(block: Block): readonly string[] {
  return block.kind === 'address' ? block.lines : richTextsOf(block).map(plainText);
}

function richTextsOf(block: Exclude<Block, AddressBlock>): readonly RichText[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.content];
    case 'list':
      return block.items;
    case 'table':
      return block.rows.flatMap((row) => row.cells);
  }
}

function textsOf(model: LetterModel): string[] {
  const blocks = model.sections.flatMap((section) => section.blocks);
  return [
    ...model.addresseeLines,
    model.subject,
    model.salutation,
    ...blocks.flatMap(textsIn),
    ...model.sections.flatMap(({ heading }) => (heading === null ? [] : [heading])),
    ...model.enclosures,
    ...(model.yourReference === null ? [] : [model.yourReference]),
    ...[model.handledBy, ...model.signature.signatories].map(({ name }) => name),
  ];
}

/** Turns letters into PDF. Make one and keep it: it holds the parsed fonts. */
export class LetterRenderer {
  readonly #fonts = new LetterFonts();

  /**
   * Renders a settled letter as PDF/A-2a and PDF/UA-1. The same model gives the same bytes, for one version
   * of Node and one kind of processor. Characters that the fonts lack are printed as □ (see unprintable).
   * @throws an assertion when dates are still open: settleDates or previewDates comes first.
   */
  async render(model: LetterModel): Promise<Buffer> {
    assert(tokensIn(model).length === 0, 'dates are settled before rendering');
    const { items, root } = flowOf(model, this.#fonts);
    const facts = {
      title: model.title,
      author: `Gemeente ${model.sender.municipalityName}`,
      language: model.language,
      date: present(model.sentOn, 'a letter has its date before rendering'),
    };
    return this.#draw(facts, root, [{ items, furniture: furnitureOf(model) }]);
  }

  /**
   * Renders letters of one day as they lie in the mail room: a list of what follows, then each letter with page
   * numbers of its own, in one document that is as accessible and archival as each letter.
   * @throws an assertion when there is no letter, or one that was not settled
   */
  async renderPrintFile({ printedOn, letters }: PrintFile): Promise<Buffer> {
    const [first] = letters;
    const { sender, language } = present(first, 'a print file holds letters');
    const parts = letters.map((model) => {
      assert(tokensIn(model).length === 0, 'dates are settled before rendering');
      const flow = flowOf(model, this.#fonts, 'Part');
      return { ...flow, furniture: furnitureOf(model), pages: paginate(flow.items, frame).length };
    });
    const counts = parts.map(({ pages }) => pages);
    const cover = coverFlow({ printedOn, letters }, counts, this.#fonts);
    const title = printFileTitle(printedOn);
    const author = `Gemeente ${sender.municipalityName}`;
    const root: Tag = {
      type: 'Document',
      scope: null,
      children: [cover.root, ...parts.map((part) => part.root)],
    };
    return this.#draw({ title, author, language, date: printedOn }, root, [
      { items: cover.items, furniture: { sender, stamp: null, footer: `${author} – ${title}` } },
      ...parts,
    ]);
  }

  #draw(facts: DocumentFacts, root: Tag, parts: readonly Drawn[]): Promise<Buffer> {
    const document = new ArchivalDocument(facts, this.#fonts);
    const chunks: Buffer[] = [];
    const done = new Promise<Buffer>((resolve, reject) => {
      document.on('data', (chunk: Buffer) => chunks.push(chunk));
      document.on('end', () => resolve(Buffer.concat(chunks)));
      document.on('error', reject);
    });
    const painter = new LetterPainter(document, this.#fonts, root);
    for (const { items, furniture } of parts) {
      const pages = paginate(items, frame);
      pages.forEach((placed, index) => painter.page(placed, furniture, index + 1, pages.length));
    }
    document.end();
    return done;
  }

  /** The texts of a letter in which characters would be replaced, for whoever is about to send it. */
  unprintable(model: LetterModel): string[] {
    return textsOf(model).filter((text) =>
      losesCharacters(text, (codePoint) => this.#fonts.shows(codePoint)),
    );
  }
}
