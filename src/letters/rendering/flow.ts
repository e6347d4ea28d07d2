import type { TextLine } from './text-lines.ts';

export type TagType =
  'Document' | 'Part' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD';

/** A node of the structure that screen readers follow (ISO 32000-1, 14.8). */
export interface Tag {
  readonly type: TagType;
  readonly scope: 'Column' | 'Row' | null;
  readonly children: Tag[];
}

/** Makes a tag and hangs it under its parent, behind what is there already. */
export function addTag(parent: Tag, type: TagType, scope: Tag['scope'] = null): Tag {
  const tag: Tag = { type, scope, children: [] };
  parent.children.push(tag);
  return tag;
}

/** One line of text at a place: x from the left of the page, baseline down from the top of its item, in points. */
export interface Run {
  readonly line: TextLine;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly color: string;
  /** Null for what is only for the eye. */
  readonly tag: Tag | null;
}

/** A horizontal line; only for the eye. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  /** Down from the top of its item, in points. */
  readonly top: number;
  readonly color: string;
}

/** The smallest part that a page break does not divide: a line, or the lines of one table row side by side. */
export interface FlowItem {
  readonly height: number;
  readonly spaceBefore: number;
  /** No page may break between this item and the one before it. */
  readonly keepWithPrevious: boolean;
  readonly runs: readonly Run[];
  readonly rules: readonly Rule[];
  /** Drawn again when this item comes first on a page: the header of the table that goes on. */
  readonly repeat: FlowItem | null;
}

/** An item with the top that it got on its page, in points from the top of the page. */
export interface PlacedItem {
  readonly item: FlowItem;
  readonly top: number;
}

export interface PageFrame {
  readonly firstTop: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the page that overflows at `overflow` must end: at the last place that keeps together what belongs together. */
function breakBefore(items: readonly FlowItem[], pageStart: number, overflow: number): number {
  let index = overflow;
  while (index > pageStart && items[index]?.keepWithPrevious) index -= 1;
  return index > pageStart ? index : overflow;
}

/** Divides items over pages. Each page holds at least one item, also one that is higher than the page. */
export function paginate(items: readonly FlowItem[], frame: PageFrame): PlacedItem[][] {
  const pages: PlacedItem[][] = [];
  let start = 0;
  while (start < items.length) {
    const page: PlacedItem[] = [];
    let y = pages.length === 0 ? frame.firstTop : frame.top;
    const repeat = pages.length === 0 ? null : (items[start]?.repeat ?? null);
    if (repeat !== null) {
      page.push({ item: repeat, top: y });
      y += repeat.height;
    }
    let next = start;
    for (; next < items.length; next += 1) {
      const item = items[next];
      if (item === undefined) break;
      const top = y + (next === start ? 0 : item.spaceBefore);
      if (next > start && top + item.height > frame.bottom) break;
      page.push({ item, top });
      y = top + item.height;
    }
    const end = next < items.length ? breakBefore(items, start, next) : next;
    const kept = page.length - (next - end);
    pages.push(page.slice(0, kept));
    start = end;
  }
  return pages;
}
