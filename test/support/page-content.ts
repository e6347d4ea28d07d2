import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What stands on one page: the words of each marked part by its number, and what is in none. */
export interface PageContent {
  readonly byNumber: ReadonlyMap<number, string>;
  readonly artifacts: string;
  /** Words that are neither part of the letter nor marked as being beside it. */
  readonly unmarked: string;
  readonly faults: readonly string[];
}

interface Sign {
  readonly originalCharCode: number;
  readonly unicode: string;
}

interface Marked {
  readonly tag: string;
  readonly number: number | null;
}

/** Of a path, what is done with it; without any of these it only clips or is thrown away. */
const painting: ReadonlySet<unknown> = new Set([
  ...[OPS.stroke, OPS.closeStroke, OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke],
  ...[OPS.closeFillStroke, OPS.closeEOFillStroke],
]);

/** Collects words and drawings of a page with the marked part that each is in. */
class Collector {
  readonly #byNumber = new Map<number, string>();
  readonly #faults = new Set<string>();
  readonly #open: Marked[] = [];
  #artifacts = '';
  #unmarked = '';

  begin(tag: string, number: unknown): void {
    if (this.#open.length > 0) this.#faults.add('has a marked part within another');
    this.#open.push({ tag, number: typeof number === 'number' ? number : null });
  }

  end(): void {
    if (this.#open.pop() === undefined) this.#faults.add('closes a marked part that was not open');
  }

  drawing(): void {
    if (this.#open.length === 0) this.#faults.add('draws something that is not marked');
    else if (this.#open.at(-1)?.tag !== 'Artifact') this.#faults.add('draws a picture within its text');
  }

  words(shown: readonly (Sign | number)[]): void {
    const signs = shown.filter((part): part is Sign => typeof part === 'object');
    if (signs.some(({ originalCharCode }) => originalCharCode === 0)) {
      this.#faults.add('shows a sign that its font lacks');
    }
    const text = signs.map(({ unicode }) => unicode).join('');
    const marked = this.#open.at(-1);
    if (marked === undefined) this.#unmarked += text;
    else if (marked.tag === 'Artifact') this.#artifacts += text;
    else if (marked.number === null) this.#unmarked += text;
    else this.#byNumber.set(marked.number, (this.#byNumber.get(marked.number) ?? '') + text);
  }

  content(): PageContent {
    if (this.#open.length > 0) this.#faults.add('leaves a marked part open');
    const words = { byNumber: this.#byNumber, artifacts: this.#artifacts, unmarked: this.#unmarked };
    return { ...words, faults: [...this.#faults] };
  }
}

/** Reads what a page draws, in the order in which it is drawn, with every space as it stands in the file. */
export async function contentOf(page: PDFPageProxy): Promise<PageContent> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const collector = new Collector();
  fnArray.forEach((operator, index) => {
    const operands = (argsArray[index] ?? []) as unknown[];
    switch (operator) {
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        return collector.begin(operands[0] as string, operands[1]);
      case OPS.endMarkedContent:
        return collector.end();
      case OPS.showText:
        return collector.words(operands[0] as (Sign | number)[]);
      case OPS.constructPath:
        return painting.has(operands[0]) ? collector.drawing() : undefined;
      case OPS.shadingFill:
      case OPS.paintImageXObject:
      case OPS.paintFormXObjectBegin:
        return collector.drawing();
    }
  });
  return collector.content();
}
