import { describe, expect, it } from '@jest/globals';
import { decodePageKey, encodePageKey, nextPageOf, pageOf } from './page.ts';

const id = '019a0000-0000-7000-8000-000000000001';

describe('A page', () => {
  const rows = [1, 2, 3].map((number) => ({ number }));
  const keyOf = ({ number }: { number: number }) => [number];

  it('has a next page only when there was a row more than fits', () => {
    expect(pageOf(rows, 3, keyOf)).toEqual({ items: rows, nextKey: null });
    expect(pageOf(rows, 2, keyOf)).toEqual({ items: rows.slice(0, 2), nextKey: [2] });
    expect(pageOf([], 2, keyOf)).toEqual({ items: [], nextKey: null });
  });

  it('keeps its place when its items are written in another form', () => {
    expect(pageOf(rows, 2, keyOf).map(({ number }) => String(number))).toEqual({
      items: ['1', '2'],
      nextKey: [2],
    });
  });
});

describe('A page key', () => {
  it('comes back as it went', () => {
    const key = ['2019-05-02T10:00:00.000Z', id, 'Žofín ~', 12] as const;
    expect(decodePageKey(encodePageKey(key), ['instant', 'id', 'text', 'integer'])).toEqual(key);
    expect(decodePageKey(undefined, ['id'])).toBeNull();
  });

  it('is refused when its parts are not what the list is ordered by', () => {
    for (const key of [[], ['x'], [id, id], [1], [['a']], [null]]) {
      expect(() => decodePageKey(encodePageKey(key as string[]), ['id'])).toThrow('invalid-page-key');
    }
    for (const text of ['', '%%%', 'bnVsbA', 'e30']) {
      expect(() => decodePageKey(text, ['id'])).toThrow('invalid-page-key');
    }
    expect(() => decodePageKey(encodePageKey(['2019-02-30']), ['date'])).toThrow('invalid-page-key');
    expect(() => decodePageKey(encodePageKey(['a\0']), ['text'])).toThrow('invalid-page-key');
    expect(() => decodePageKey(encodePageKey(['gisteren']), ['instant'])).toThrow('invalid-page-key');
  });

  it('takes the place of the one before in the address of the next page', () => {
    const next = nextPageOf('/v1/kernen?limit=2&after=old&kind=a', ['new']);
    expect(next).toBe(`/v1/kernen?limit=2&after=${encodePageKey(['new'])}&kind=a`);
    expect(nextPageOf('/v1/kernen', [1])).toBe(`/v1/kernen?after=${encodePageKey([1])}`);
  });
});
