import { describe, expect, it } from '@jest/globals';
import { seemsForeign, standingOf } from './content-standing.ts';

describe('A content that is found in a store', () => {
  it.each([
    ['of an attachment of a case', { store: 'objects', isDestroyed: false }, 'inUse'],
    ['of a case that was destroyed', { store: 'objects', isDestroyed: true }, 'destroyed'],
    ['that its attachment has elsewhere', { store: 'database', isDestroyed: false }, 'unnamed'],
    ['of which no attachment was made', undefined, 'unnamed'],
  ] as const)('%s', (_what, named, standing) => {
    expect(standingOf(named, 'objects')).toBe(standing);
  });

  it.each([
    ['a few that a crash left', { inUse: 0, destroyed: 0, unnamed: 20 }, false],
    ['fewer than what is known', { inUse: 500, destroyed: 20, unnamed: 520 }, false],
    ['more than what is known', { inUse: 500, destroyed: 20, unnamed: 521 }, true],
    ['a whole store of somebody else', { inUse: 0, destroyed: 0, unnamed: 21 }, true],
  ])('makes one suspect another database with %s, or not', (_what, tally, foreign) => {
    expect(seemsForeign(tally)).toBe(foreign);
  });
});
