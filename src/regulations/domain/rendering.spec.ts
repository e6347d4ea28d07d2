import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryChange } from '../../../test/support/arbitrary-value.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { groupNames, type RegulationDocument, regulationSchema } from './regulation-document.ts';
import { assumedRules, renderRegulation, renderText } from './rendering.ts';
import type { SchemaNode } from './schema/schema-node.ts';

const schemaOf = (part: keyof RegulationDocument) =>
  regulationSchema.properties[part] as unknown as SchemaNode;

describe('A regulation in plain Dutch', () => {
  it('has a heading and sentences for every part, and says where each part comes from', () => {
    const rendered = renderRegulation(exampleRegulation);
    expect(rendered).toHaveLength(21);
    for (const { title, sentences } of rendered) {
      expect(title).toMatch(/^[A-Z]/);
      expect(sentences.at(-1)).toBe('Bron: voorbeeld.');
      for (const sentence of sentences) expect(sentence).toMatch(/[.:)"]$/);
    }
    expect(renderText(exampleRegulation)).toContain('In deze regeling voor 2019');
  });

  it.each([...groupNames, 'title', 'year', 'provenance'] as const)(
    'changing any field of "%s" changes the text',
    (part) => {
      fc.assert(
        fc.property(arbitraryChange(schemaOf(part)), ({ before, after, path }) => {
          fc.pre(JSON.stringify(before) !== JSON.stringify(after));
          const [one, other] = [before, after].map((value) =>
            renderText({ ...exampleRegulation, [part]: value }),
          );
          expect({ path, before, after, same: one === other }).toMatchObject({ same: false });
        }),
        { numRuns: 200 },
      );
    },
  );

  it('names what is only assumed', () => {
    const provenance = {
      ...exampleRegulation.provenance,
      terms: { kind: 'assumed', reason: 'acht weken' } as const,
    };
    expect(assumedRules({ ...exampleRegulation, provenance })).toEqual(['acht weken']);
    expect(assumedRules(exampleRegulation)).toEqual([]);
  });
});
