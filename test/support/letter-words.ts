import type { Block, LetterModel } from '../../src/letters/domain/letter-model.ts';
import { plainText } from '../../src/letters/domain/rich-text.ts';
import { LetterFonts } from '../../src/letters/rendering/letter-fonts.ts';
import { printable } from '../../src/letters/rendering/printable-text.ts';
import { stampText } from '../../src/letters/rendering/stamp-flow.ts';

const fonts = new LetterFonts();

function plain(text: string): string {
  const printed = printable(text, (codePoint) => fonts.shows(codePoint));
  return printed.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plainText(block.content)];
    case 'list':
      return block.items.map(plainText);
    case 'table':
      return [
        ...block.columns.map((column) => column.header),
        ...block.rows.flatMap((row) => row.cells.map(plainText)),
      ];
    case 'address':
      return [block.lines.join(' ')];
  }
}

/** All that a reader must get, in reading order. */
function expectedTexts(model: LetterModel): string[] {
  return [
    stampText(model) ?? '',
    `Gemeente ${model.sender.municipalityName}`,
    model.addresseeLines.join(' '),
    model.ourReference,
    model.subject,
    model.salutation,
    ...model.sections.flatMap((section) => [section.heading ?? '', ...section.blocks.flatMap(blockTexts)]),
    model.signature.authority,
    ...model.signature.signatories.map((signatory) => signatory.name),
    model.verificationCode ?? '',
  ].map(plain);
}

/** What is not read out in its place, whole and with its spaces. @param heard with one space for every stretch of white */
export function orderFaults(model: LetterModel, heard: string): string[] {
  const faults: string[] = [];
  let from = 0;
  for (const text of expectedTexts(model)) {
    const at = heard.indexOf(text, from);
    if (at < 0) faults.push(`is not read out in its place: "${text.slice(0, 80)}"`);
    else from = at + text.length;
  }
  return faults;
}
