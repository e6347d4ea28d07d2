import { present } from '../../kernel/assert.ts';
import { formatDutchDate } from '../../kernel/calendar-date.ts';
import type { LetterModel, SenderBlock } from '../domain/letter-model.ts';
import { baselineOf, type Cell, type FlowBuilder } from './flow-builder.ts';
import { addTag, type Run } from './flow.ts';
import { addressWindow, colors, mark, millimetres, page, senderColumn, space, styles } from './page-style.ts';

/** Width of the mark on paper: its drawing area scaled to the height of the letterhead. */
export function markWidth(sender: SenderBlock): number {
  return sender.mark === null ? mark.height : (mark.height / sender.mark.height) * sender.mark.width;
}

function senderLines(sender: SenderBlock): { label: string; lines: readonly string[] }[] {
  const reach = [
    `Telefoon ${sender.phone}`,
    ...(sender.email === null ? [] : [sender.email]),
    sender.website,
  ];
  return [
    { label: 'Bezoekadres', lines: sender.visitingAddressLines },
    { label: 'Postadres', lines: sender.postalAddressLines },
    { label: 'Contact', lines: reach },
  ];
}

/** The name beside the mark and the column with addresses: one item without height, at fixed places. */
export function addLetterhead(builder: FlowBuilder, sender: SenderBlock, accent: string): void {
  const runs: Run[] = [];
  const [name] = builder.lines(
    [builder.piece(`Gemeente ${sender.municipalityName} `, 'strong')],
    page.width - page.left - markWidth(sender) - millimetres(60),
    styles.sender,
  );
  runs.push({
    line: present(name, 'the sender has a name'),
    x: mark.left + markWidth(sender) + 9,
    baseline: mark.top + mark.height / 2 + 5.5 - addressWindow.top,
    size: styles.sender.size,
    color: accent,
    tag: addTag(builder.root, 'P'),
  });
  let top = senderColumn.top - addressWindow.top;
  for (const { label, lines } of senderLines(sender)) {
    const tag = addTag(builder.root, 'P');
    const pieces = [builder.piece(`${label} `, 'strong')];
    for (const piece of [...pieces, ...lines.map((text) => builder.piece(`${text} `))]) {
      for (const line of builder.lines([piece], senderColumn.width, styles.small)) {
        const baseline = top + baselineOf(styles.small);
        runs.push({ line, x: senderColumn.left, baseline, size: styles.small.size, color: colors.soft, tag });
        top += styles.small.leading;
      }
    }
    top += 4;
  }
  builder.items.push({ height: 0, spaceBefore: 0, keepWithPrevious: false, runs, rules: [], repeat: null });
}

function references(model: LetterModel): { label: string; value: string }[] {
  const sentOn = formatDutchDate(present(model.sentOn, 'a letter has its date before rendering'));
  return [
    { label: 'Datum', value: sentOn },
    { label: 'Ons kenmerk', value: model.ourReference },
    ...(model.yourReference === null ? [] : [{ label: 'Uw kenmerk', value: model.yourReference }]),
    { label: 'Behandeld door', value: model.handledBy.name },
    { label: 'Telefoon', value: model.handledBy.phone },
  ];
}

/** Date, references and who handles the case, side by side below the window; then the enclosures. */
export function addReferences(builder: FlowBuilder, model: LetterModel, usedHeight: number): void {
  const entries = references(model);
  const gap = 10;
  const width = (page.right - page.left - gap * (entries.length - 1)) / entries.length;
  const cellsOf = (part: 'label' | 'value', tags: readonly Cell['tag'][]): Cell[] =>
    entries.map((entry, index) => ({
      lines: builder.lines(
        [builder.piece(`${entry[part]} `)],
        width,
        part === 'label' ? styles.small : styles.reference,
      ),
      left: page.left + index * (width + gap),
      width,
      align: 'left',
      color: part === 'label' ? colors.soft : colors.text,
      tag: present(tags[index], 'each reference has a tag'),
    }));
  const tags = entries.map(() => addTag(builder.root, 'P'));
  const spaceBefore = Math.max(space.heading, addressWindow.end - addressWindow.top - usedHeight);
  const values = { padding: 0, ruleAbove: null, ruleBelow: null, spaceBefore: 0, keepWithPrevious: true };
  const labels = { ...values, padding: 3, ruleAbove: colors.rule, spaceBefore, keepWithPrevious: false };
  builder.items.push(...builder.row(cellsOf('label', tags), styles.small, labels));
  builder.items.push(...builder.row(cellsOf('value', tags), styles.reference, values));
  if (model.enclosures.length > 0) {
    builder.text([builder.piece(`Bijlagen: ${model.enclosures.join('; ')}`)], addTag(builder.root, 'P'), {
      style: styles.reference,
      spaceBefore: 4,
    });
  }
}
