import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  emptyChain,
  type EntryContent,
  faultSentence,
  followChain,
  type FoundLink,
  sealAll,
} from './audit-chain.ts';
import { redactedDifference } from './redacted-difference.ts';

const at = '2019-03-04T09:00:00.000000Z';

function chainOf(contents: readonly EntryContent[]): FoundLink[] {
  const entries = contents.map((content, index) => ({ id: `entry-${index + 1}`, content }));
  return sealAll(emptyChain, entries, at).map((seal, index) => ({
    ...seal,
    content: contents[index] ?? null,
  }));
}

const contents = fc.array(fc.array(fc.option(fc.string()), { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
});

describe('A chain of seals', () => {
  it('can be followed as a whole and in parts', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (written, cut) => {
        const links = chainOf(written);
        const place = cut % (links.length + 1);
        const half = followChain(emptyChain, links.slice(0, place));
        expect('kind' in half).toBe(false);
        if ('kind' in half) return;
        expect(followChain(half, links.slice(place))).toEqual(followChain(emptyChain, links));
      }),
    );
  });

  it('shows any change of any column of any entry', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.nat(), fc.string(), (written, row, column, value) => {
        const links = chainOf(written);
        const place = row % links.length;
        const content = written[place] ?? [];
        const index = column % content.length;
        fc.pre(content[index] !== value);
        links[place] = { ...links[place]!, content: content.with(index, value) };
        expect(followChain(emptyChain, links)).toMatchObject({ kind: 'changed', sequence: place + 1 });
      }),
    );
  });

  it('is not deceived by text that moves from one column to the next', () => {
    const [link] = chainOf([['ab', 'c']]);
    expect(followChain(emptyChain, [{ ...link!, content: ['a', 'bc'] }])).toMatchObject({ kind: 'changed' });
    expect(followChain(emptyChain, [{ ...link!, content: ['ab', 'c', null] }])).toMatchObject({
      kind: 'changed',
    });
  });

  it('says which row is wrong in words', () => {
    expect(faultSentence({ kind: 'changed', sequence: 7, entryId: 'x' })).toBe(
      'Logboekregel nummer 7 (x) is gewijzigd nadat zij is verzegeld.',
    );
    expect(faultSentence({ kind: 'missing', sequence: 7, entryId: null })).toBe(
      'Logboekregel nummer 7 ontbreekt.',
    );
  });
});

describe('A redacted difference', () => {
  const before = { status: 'received', name: 'Fenna', costs: [1], on: null };

  it('names every field that changed, and tells values of open fields alone', () => {
    const after = { status: 'complete', name: 'Gijs', costs: [1], on: '2019-03-04' };
    const fields = ['status', 'name', 'costs', 'on'] as const;
    expect(
      redactedDifference(before as Record<string, unknown>, after, [...fields], ['status', 'on']),
    ).toEqual({
      fields: ['name', 'on', 'status'],
      values: { status: { from: 'received', to: 'complete' }, on: { from: null, to: '2019-03-04' } },
    });
  });
});
