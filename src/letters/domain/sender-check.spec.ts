import { describe, expect, it } from '@jest/globals';
import { contrastWithWhite, senderFaults } from './sender-check.ts';

const codes = (accentColor: string | null, svgPath: string | null) =>
  senderFaults({ accentColor, mark: svgPath === null ? null : { svgPath, width: 40, height: 40 } }).map(
    ({ code }) => code,
  );

describe('the sender of letters', () => {
  it('may leave colour and mark to the service', () => {
    expect(codes(null, null)).toEqual([]);
    expect(codes('#1F4E5F', 'M0 0 L10 0 a5,5 0 1 1 -1e1-2.5Z')).toEqual([]);
  });

  it('has a colour that people can read', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21);
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1);
    expect(codes('#ffcc00', null)).toEqual(['too-little-contrast']);
    expect(codes('rood', null)).toEqual(['not-a-color']);
  });

  it('has a mark that is a drawing and nothing else', () => {
    for (const path of ['', '<svg/>', 'url(x)', 'L0 0', 'M0 0 <script>']) {
      expect(codes(null, path)).toEqual(['not-a-drawing']);
    }
  });
});
