import type { Block, LetterModel } from '../../src/letters/domain/letter-model.ts';
import type { SectionName } from '../../src/letters/domain/section-name.ts';
import { plainText } from '../../src/letters/domain/rich-text.ts';

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return plainText(block.content);
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'table':
      return block.rows.map((row) => row.cells.map(plainText).join(' | ')).join('\n');
    case 'address':
      return block.lines.join('\n');
  }
}

/** The words of one section as a reader sees them; empty when the letter lacks it. */
export function textOf(model: LetterModel, name: SectionName): string {
  const section = model.sections.find((candidate) => candidate.name === name);
  return (section?.blocks ?? []).map(blockText).join('\n').replaceAll('\u00a0', ' ');
}
