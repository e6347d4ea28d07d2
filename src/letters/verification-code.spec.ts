import { describe, expect, it } from '@jest/globals';
import { newVerificationCode, readVerificationCode } from './verification-code.ts';

describe('the code of a letter', () => {
  it('comes in three groups, without signs that look alike, and is another each time', () => {
    const codes = new Set(Array.from({ length: 1000 }, newVerificationCode));
    expect(codes.size).toBe(1000);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  it('is understood however it is typed over', () => {
    for (const typed of ['7k3mqx9a2tbv', '7K3M QX9A 2TBV', '7k3m-qx9a-2tbv']) {
      expect(readVerificationCode(typed)).toBe('7K3M-QX9A-2TBV');
    }
  });
});
