import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commaSeparated } from './comma-separated.ts';

describe('A list for a spreadsheet', () => {
  it('never begins a cell with what a spreadsheet would calculate', () => {
    const rows = ['=1+1', '+31', '-cmd', '@SUM(A1)', '\t=1', '\r=1', 'Bank bij de haven'].map((name) => ({
      name,
    }));
    const lines = commaSeparated(['name'], rows).split('\r\n');
    expect(lines.slice(1, 5)).toEqual(["'=1+1", "'+31", "'-cmd", "'@SUM(A1)"]);
    expect(lines).toContain('Bank bij de haven');
    const formulaFirst = fc.constantFrom('=', '+', '-', '@', '\t', '\r');
    fc.assert(
      fc.property(formulaFirst, fc.string(), (first, rest) => {
        const [, cell = ''] = commaSeparated(['name'], [{ name: `${first}${rest}` }]).split(/\r\n(.*)/s);
        expect(cell.replace(/^"/, '')).toMatch(/^'/);
      }),
    );
  });

  it('leaves an amount below zero a number', () => {
    expect(commaSeparated(['amountCents'], [{ amountCents: -200_000 }])).toContain('\r\n-200000\r\n');
  });
});
