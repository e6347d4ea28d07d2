import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rightsMatrix } from './rights-matrix.ts';

describe('The overview of rights that officials read', () => {
  it('is the one that follows from the rights table (otherwise: npm run rights:matrix)', () => {
    expect(readFileSync('docs/rights.md', 'utf8')).toBe(rightsMatrix());
  });

  it('says in Dutch that a kernregisseur sees the work list of the own kern', () => {
    const line = rightsMatrix()
      .split('\n')
      .find((text) => text.startsWith('| de werklijst zien'));
    expect(line?.split('|').map((cell) => cell.trim())).toEqual([
      '',
      'de werklijst zien',
      '–',
      '–',
      'eigen kern of toegewezen',
      'alle',
      'alle',
      'alle',
      'eigen dorp',
      'alle',
      '–',
      '',
      '',
    ]);
  });

  it('says in Dutch what stands in the way of deciding, and who never does two things', () => {
    const text = rightsMatrix();
    expect(text).toMatch(
      /\| een besluit van het college vastleggen .*geen belang; andere taak door een ander +\|/,
    );
    expect(text).toMatch(/\| een aanvraag beoordelen +\| het besluit registreren +\| altijd +\| Awb 2:4/);
    expect(text).toMatch(/\| mensen: namen, adressen.*\| ja +\| ja .*\| – +\| – +\| ja/);
  });
});
