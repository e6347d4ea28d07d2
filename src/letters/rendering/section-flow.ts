import type { Block, LetterSection, RichText } from '../domain/letter-model.ts';
import { plainText } from '../domain/rich-text.ts';
import { type FlowBuilder, type Placement } from './flow-builder.ts';
import { addTag, type Tag } from './flow.ts';
import { page, space, styles } from './page-style.ts';
import { addTable } from './table-flow.ts';

function addListItem(builder: FlowBuilder, list: Tag, content: RichText, placement: Placement): void {
  const item = addTag(list, 'LI');
  const label = addTag(item, 'Lbl');
  const body = addTag(item, 'LBody');
  const start = builder.items.length;
  builder.text(builder.pieces(content), body, {
    ...placement,
    left: page.left + space.listIndent,
    width: page.right - page.left - space.listIndent,
  });
  const first = builder.items[start];
  const [run] = first?.runs ?? [];
  if (first === undefined || run === undefined) return;
  const bullet = { pieces: [builder.piece('• ')], width: 0 };
  builder.items[start] = { ...first, runs: [{ ...run, line: bullet, x: page.left + 2, tag: label }, run] };
}

function addBlock(builder: FlowBuilder, block: Block, keepWithPrevious: boolean, first: boolean): void {
  const spaceBefore = first ? 0 : space.paragraph;
  switch (block.kind) {
    case 'paragraph':
      builder.text(builder.pieces(block.content), addTag(builder.root, 'P'), {
        style: styles.body,
        spaceBefore,
        keepWithPrevious,
      });
      return;
    case 'list': {
      const list = addTag(builder.root, 'L');
      block.items.forEach((item, index) => {
        addListItem(builder, list, item, {
          style: styles.body,
          spaceBefore: index === 0 && !first ? space.listItem + 1 : space.listItem,
          keepWithPrevious: index === 0 && keepWithPrevious,
        });
      });
      return;
    }
    case 'table':
      addTable(builder, block, keepWithPrevious);
      return;
    case 'address': {
      const tag = addTag(builder.root, 'P');
      block.lines.forEach((line, index) => {
        builder.text([builder.piece(`${line} `)], tag, {
          style: styles.body,
          left: page.left + space.listIndent,
          spaceBefore: index === 0 ? space.listItem + 1 : 0,
          keepWithPrevious: index > 0 || keepWithPrevious,
        });
      });
    }
  }
}

function announcesNext(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && plainText(block.content).trimEnd().endsWith(':');
}

/** Adds a section; `whole` keeps all of it, except its heading, with what stands above each part. */
export function addSection(
  builder: FlowBuilder,
  section: LetterSection,
  accent: string,
  whole: boolean,
): void {
  const { heading } = section;
  if (heading !== null) {
    builder.heading(heading, 'H2', { style: styles.heading, color: accent, spaceBefore: space.heading });
  }
  section.blocks.forEach((block, index) => {
    const underHeading = index === 0 && heading !== null;
    const keep = underHeading || announcesNext(section.blocks[index - 1]) || (whole && index > 0);
    const start = builder.items.length;
    addBlock(builder, block, keep, underHeading);
    const firstItem = builder.items[start];
    if (underHeading && firstItem !== undefined) {
      builder.items[start] = { ...firstItem, spaceBefore: space.afterHeading };
    }
  });
}
