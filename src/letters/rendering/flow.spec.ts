import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FlowItem, paginate } from './flow.ts';

const frame = { firstTop: 50, top: 0, bottom: 100 };

function item(height: number, more: Partial<FlowItem> = {}): FlowItem {
  return { height, spaceBefore: 0, keepWithPrevious: false, runs: [], rules: [], repeat: null, ...more };
}

function heights(items: readonly FlowItem[]): number[][] {
  return paginate(items, frame).map((page) => page.map((placed) => placed.item.height));
}

describe('dividing a letter over pages', () => {
  it('starts lower on the first page', () => {
    expect(heights([item(50), item(60), item(40)])).toEqual([[50], [60, 40]]);
  });

  it('takes a heading along to the page of its text', () => {
    const items = [item(30), item(10), item(20, { keepWithPrevious: true })];
    expect(heights(items)).toEqual([[30], [10, 20]]);
  });

  it('leaves out the space above what comes first on a page', () => {
    const pages = paginate([item(50), item(20, { spaceBefore: 15 })], frame);
    expect(pages[1]?.[0]?.top).toBe(0);
  });

  it('repeats the header of a table on the next page', () => {
    const repeat = item(7);
    const rows = [item(40), item(30, { repeat }), item(30, { repeat })];
    expect(heights(rows)).toEqual([[40], [7, 30, 30]]);
  });

  it('breaks somewhere when all is to be kept together but does not fit', () => {
    const items = Array.from({ length: 10 }, () => item(30, { keepWithPrevious: true }));
    expect(heights(items).flat()).toHaveLength(10);
  });

  it('loses nothing, repeats nothing and keeps the order, whatever the heights', () => {
    const anyItem = fc.record({
      height: fc.integer({ min: 0, max: 130 }),
      spaceBefore: fc.integer({ min: 0, max: 30 }),
      keepWithPrevious: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 60 }), (shapes) => {
        const items = shapes.map((shape) => item(shape.height, shape));
        const pages = paginate(items, frame);
        expect(pages.flat().map((placed) => placed.item)).toEqual(items);
        for (const [number, placed] of pages.entries()) {
          const tall = placed.slice(1).some(({ item: { height }, top }) => top + height > frame.bottom);
          expect([number, tall]).toEqual([number, false]);
        }
      }),
    );
  });
});
