import type { LetterModel } from '../domain/letter-model.ts';
import { addAddressee } from './address-flow.ts';
import { FlowBuilder } from './flow-builder.ts';
import { addTag, type FlowItem, type Tag } from './flow.ts';
import { addLetterhead, addReferences } from './head-flow.ts';
import type { LetterFonts } from './letter-fonts.ts';
import { colors, page, space, styles } from './page-style.ts';
import { replacementSign } from './printable-text.ts';
import { addSection } from './section-flow.ts';
import { addStamp } from './stamp-flow.ts';

/** Closing, authority and names: kept together and with the last lines above. */
function addSignature(builder: FlowBuilder, model: LetterModel): void {
  const { closing, authority, signatories, byHand } = model.signature;
  const together = { style: styles.body, keepWithPrevious: true };
  const closingTag = addTag(builder.root, 'P');
  builder.text([builder.piece(`${closing} `)], closingTag, { ...together, spaceBefore: space.heading });
  builder.text([builder.piece(authority)], closingTag, together);
  const gap = 20;
  const width = (page.right - page.left - gap) / 2;
  const tags = signatories.map(() => addTag(builder.root, 'P'));
  for (const part of ['name', 'title'] as const) {
    const cells = signatories.flatMap((signatory, index) => {
      const tag = tags[index];
      if (tag === undefined) return [];
      const piece = builder.piece(`${signatory[part]} `, part === 'name' ? 'strong' : 'regular');
      const lines = signatory[part] === '' ? [] : builder.lines([piece], width, styles.body);
      const left = page.left + index * (width + gap);
      return [{ lines, left, width, align: 'left' as const, color: colors.text, tag }];
    });
    if (cells.every((cell) => cell.lines.length === 0)) continue;
    const edge = { padding: 0, ruleAbove: null, ruleBelow: null, keepWithPrevious: true };
    const spaceBefore = part === 'name' && byHand ? space.signatureHeight : 0;
    builder.items.push(...builder.row(cells, styles.body, { ...edge, spaceBefore }));
  }
}

/** Where anyone can ask whether the letter is genuine; absent in letters from before there were codes. */
function addVerification(builder: FlowBuilder, { verificationCode, sender }: LetterModel): void {
  if (verificationCode === undefined) return;
  const text = `Controlecode van deze brief: ${verificationCode}. Met deze code kunt u via ${sender.website} nagaan of de brief van ons komt.`;
  builder.text([builder.piece(text)], addTag(builder.root, 'P'), {
    style: styles.small,
    color: colors.soft,
    spaceBefore: space.heading,
    keepWithPrevious: true,
    whole: true,
  });
}

/** Who meets a sign that stands for another is told so. */
function addReplacementNote(builder: FlowBuilder): void {
  if (!builder.lost) return;
  const text = `Het teken ${replacementSign} in deze brief staat voor een teken dat wij niet kunnen afdrukken.`;
  const look = { style: styles.small, color: colors.soft, spaceBefore: 4, keepWithPrevious: true };
  builder.text([builder.piece(text)], addTag(builder.root, 'P'), { ...look, whole: true });
}

export interface LetterFlow {
  readonly items: readonly FlowItem[];
  readonly root: Tag;
}

/** Sets a settled letter as items in reading order: head, subject, sections, signature. */
export function flowOf(
  model: LetterModel,
  fonts: LetterFonts,
  rootType: 'Document' | 'Part' = 'Document',
): LetterFlow {
  const accent = model.sender.accentColor ?? colors.accent;
  const builder = new FlowBuilder(fonts, rootType);
  addStamp(builder, model);
  addLetterhead(builder, model.sender, accent);
  const used = addAddressee(builder, model);
  addReferences(builder, model, used);
  builder.heading(model.subject, 'H1', { style: styles.subject, color: accent, spaceBefore: 20 });
  builder.text([builder.piece(model.salutation)], addTag(builder.root, 'P'), {
    style: styles.body,
    spaceBefore: 10,
    keepWithPrevious: true,
  });
  model.sections.forEach((section, index) => {
    addSection(builder, section, accent, index === model.sections.length - 1);
  });
  addSignature(builder, model);
  addVerification(builder, model);
  addReplacementNote(builder);
  return { items: builder.items, root: builder.root };
}
