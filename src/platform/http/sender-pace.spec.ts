import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultTimeouts } from './http-options.ts';
import { isTooSlow, type SenderPace } from './sender-pace.ts';

const pace: SenderPace = { grace: 30_000, bytesPerSecond: 32_768, silence: 20_000 };
const megabit = 1_000_000 / 8;

/** Whether somebody who sends evenly is ever too slow before it is all there. */
const isCutOff = (bytes: number, bytesPerSecond: number) => {
  for (let elapsed = 0; elapsed <= (bytes / bytesPerSecond) * 1000; elapsed += 2_000) {
    const receivedBytes = (bytesPerSecond * elapsed) / 1000;
    if (isTooSlow({ elapsed, sinceLastPiece: 1_000, receivedBytes }, pace)) return true;
  }
  return false;
};

describe('Who sends a file', () => {
  it.each([
    ['ten megabytes over one megabit a second', 10 * 1024 * 1024, megabit, false],
    ['ten megabytes over half a megabit a second', 10 * 1024 * 1024, megabit / 2, false],
    ['half a megabyte over 128 kilobit a second', 512 * 1024, megabit / 8, false],
    ['ten megabytes over 128 kilobit a second', 10 * 1024 * 1024, megabit / 8, true],
    ['a byte a second', 100, 1, true],
  ])('of %s is cut off or not', (_what, bytes, bytesPerSecond, cutOff) => {
    expect(isCutOff(bytes, bytesPerSecond)).toBe(cutOff);
  });

  it('may pause, and not for ever, however much came in before', () => {
    const sent = { elapsed: 25_000, receivedBytes: 9_000_000 };
    expect(isTooSlow({ ...sent, sinceLastPiece: 20_000 }, pace)).toBe(false);
    expect(isTooSlow({ ...sent, sinceLastPiece: 20_001 }, pace)).toBe(true);
  });

  it('never keeps a connection longer than the grace and the size at the least rate', () => {
    fc.assert(
      fc.property(fc.nat(60_000_000), fc.nat(10_000_000), (receivedBytes, more) => {
        const elapsed = pace.grace + (receivedBytes / pace.bytesPerSecond) * 1000 + 1 + more;
        expect(isTooSlow({ elapsed, sinceLastPiece: 0, receivedBytes }, pace)).toBe(true);
      }),
    );
  });

  it('has time for the largest file that can be configured before the longest time of all is over', () => {
    const { request, uploadBytesPerSecond, upload } = defaultTimeouts;
    expect(request + ((50 * 1024 * 1024) / uploadBytesPerSecond) * 1000).toBeLessThan(upload);
  });
});
