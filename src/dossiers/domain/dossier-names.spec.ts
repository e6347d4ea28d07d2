import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numberedFileName, safeFileName } from './safe-file-name.ts';

describe('The name of a file in a dossier', () => {
  it.each([
    ['Offerte bank (definitief).pdf', 'offerte-bank-definitief-pdf'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Ömer Yılmaz – Ş.docx', 'omer-yilmaz-s-docx'],
    ['con', 'stuk-con'],
    ['🎉', 'stuk'],
  ])('of %s is %s', (text, name) => {
    expect(safeFileName(text)).toBe(name);
  });

  it('is one that every file system takes, whatever somebody called it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(safeFileName(text)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,63}[a-z0-9])?$/);
      }),
    );
    expect(numberedFileName(7, 'Plan', 'pdf')).toBe('007-plan.pdf');
  });
});
