import { assert, present } from '../../kernel/assert.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import {
  type Block,
  type DateToken,
  dateTokens,
  type Inline,
  type LetterModel,
  type RichText,
} from './letter-model.ts';
import { day } from './rich-text.ts';

/** The day of sending and what follows from it. Each `last…Day` is the last day on which something is in time. */
export type SettlingDates = Readonly<
  { sentOn: CalendarDate } & Partial<Record<Exclude<DateToken, 'sentOn'>, CalendarDate>>
>;

type Rewrite = (content: RichText) => RichText;

function rewriteBlock(block: Block, rewrite: Rewrite): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, content: rewrite(block.content) };
    case 'list':
      return { ...block, items: block.items.map(rewrite) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(rewrite) })) };
    case 'address':
      return block;
  }
}

function rewriteModel(model: LetterModel, rewrite: Rewrite): LetterModel {
  const sections = model.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => rewriteBlock(block, rewrite)),
  }));
  return { ...model, sections };
}

/** Which dates must be known before this letter can be sent, besides the day of sending itself. */
export function tokensIn(model: LetterModel): DateToken[] {
  const found = new Set<DateToken>();
  rewriteModel(model, (content) => {
    for (const part of content) if (part.kind === 'date') found.add(part.token);
    return content;
  });
  return dateTokens.filter((token) => found.has(token));
}

function settle(model: LetterModel, dates: SettlingDates, preview: boolean): LetterModel {
  assert(model.sentOn === null, 'dates of a letter are settled once');
  for (const token of dateTokens) {
    const date = dates[token];
    assert(date === undefined || date >= dates.sentOn, `${token} does not lie before the day of sending`);
  }
  const fill = (part: Inline): Inline => {
    if (part.kind !== 'date') return part;
    const text = day(present(dates[part.token], `the letter needs ${part.token}`));
    return { kind: part.strong ? 'strong' : 'text', text };
  };
  return { ...rewriteModel(model, (content) => content.map(fill)), sentOn: dates.sentOn, preview };
}

/**
 * Fills in the dates that depend on the day of sending; the result is the letter as it leaves.
 * Every term counts from the day after sending (Awb 3:40, 3:41, 6:8).
 * @throws an assertion when a date is missing, lies before sending, or the letter was settled before.
 */
export function settleDates(model: LetterModel, dates: SettlingDates): LetterModel {
  return settle(model, dates, false);
}

/** As settleDates, with the dates that are expected; the result is marked as a concept and is never sent. */
export function previewDates(model: LetterModel, dates: SettlingDates): LetterModel {
  return settle(model, dates, true);
}
