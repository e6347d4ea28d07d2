import { describe, expect, it } from '@jest/globals';
import { composeSamples } from '../../../test/support/letter-samples.ts';
import { checkLetter, isDecisionLetter, letterFaults } from './check-letter.ts';
import type { LetterModel } from './letter-model.ts';
import type { SectionName } from './section-name.ts';

const samples = composeSamples();
const grant = samples.grant!;
const refusal = samples.refusal!;

function without(model: LetterModel, name: SectionName): LetterModel {
  return { ...model, sections: model.sections.filter((section) => section.name !== name) };
}

describe('the guard on letters', () => {
  it('lets every sample pass', () => {
    for (const model of Object.values(samples)) expect(letterFaults(model)).toEqual([]);
  });

  it('refuses a decision without objection clause', () => {
    for (const model of Object.values(samples).filter(({ kind }) => isDecisionLetter(kind))) {
      expect(letterFaults(without(model, 'objection'))).toEqual(['De bezwaarclausule ontbreekt.']);
    }
  });

  it('refuses an objection clause in a letter that decides nothing', () => {
    const clause = grant.sections.filter((section) => section.name === 'objection');
    const model = samples.acknowledgement!;
    expect(letterFaults({ ...model, sections: [...model.sections, ...clause] })).toEqual([
      'Deze brief is geen besluit en mag geen bezwaarclausule hebben.',
    ]);
  });

  it('refuses an objection clause without a last day or an address', () => {
    const blocks = [
      { kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: 'U kunt bezwaar maken.' }] },
    ];
    const sections = grant.sections.map((section) =>
      section.name === 'objection' ? { ...section, blocks } : section,
    );
    expect(letterFaults({ ...grant, sections })).toHaveLength(2);
  });

  it.each<[SectionName]>([
    ['message'],
    ['activity'],
    ['computation'],
    ['reasons'],
    ['obligations'],
    ['payment'],
    ['proof'],
    ['legal-basis'],
  ])('refuses a grant without its %s', (name) => {
    expect(() => checkLetter(without(grant, name))).toThrow('letter-incomplete');
  });

  it('refuses a refusal without reasons, and a partial grant without its ceiling', () => {
    expect(() => checkLetter(without(refusal, 'reasons'))).toThrow('letter-incomplete');
    expect(() => checkLetter(without(samples['partial-grant']!, 'ceiling'))).toThrow('"ceiling"');
  });

  it('refuses sections that are empty, or that come twice', () => {
    const emptied = grant.sections.map((section) =>
      section.name === 'reasons' ? { ...section, blocks: [] } : section,
    );
    expect(letterFaults({ ...grant, sections: emptied })).toHaveLength(1);
    expect(letterFaults({ ...grant, sections: [...grant.sections, grant.sections[1]!] })).toHaveLength(1);
  });

  it('refuses a table with rows of different lengths', () => {
    const sections = grant.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'table'
          ? { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.slice(1) })) }
          : block,
      ),
    }));
    expect(letterFaults({ ...grant, sections })).toHaveLength(1);
  });

  it('refuses a letter that was stripped of its explanation of the mark "voorbeeld"', () => {
    expect(letterFaults(without(samples['partial-grant']!, 'sample'))).toHaveLength(1);
    expect(letterFaults({ ...grant, sample: true })).toHaveLength(1);
  });

  it('refuses a letter to nobody, or signed by nobody', () => {
    expect(letterFaults({ ...grant, addresseeLines: ['Şükran Yıldız'] })).toHaveLength(1);
    expect(letterFaults({ ...grant, signature: { ...grant.signature, signatories: [] } })).toHaveLength(1);
  });
});
