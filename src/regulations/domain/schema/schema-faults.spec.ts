import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { arbitraryChange, arbitraryValue } from '../../../../test/support/arbitrary-value.ts';
import { isCalendarDate } from '../../../kernel/calendar-date.ts';
import { publishedSchema, regulationSchema } from '../regulation-document.ts';
import type { SchemaNode } from './schema-node.ts';
import { schemaFaults } from './schema-faults.ts';

const schema = regulationSchema as unknown as SchemaNode;
const ajv = new Ajv2020({ discriminator: true, allErrors: true, multipleOfPrecision: 6 });
ajv.addFormat('date', { type: 'string', validate: isCalendarDate });
const accepts = ajv.compile(publishedSchema());

/** Something that is seldom what a place in a document should hold. */
const anything = fc.oneof(
  fc.constantFrom(null, true, -1, 0.005, 1e12, '', ' x', '2019-02-30', [], {}, { kind: 'unknown' }),
  fc.string({ maxLength: 3 }),
);

function spoiled(document: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(document) as Record<string | number, unknown>;
  let place = copy;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>;
  place[path.at(-1) ?? 0] = value;
  return copy;
}

describe('The form of a regulation', () => {
  it('every document that the schema describes is accepted, here and by another reader of the schema', () => {
    fc.assert(
      fc.property(arbitraryValue(schema), (document) => {
        expect(schemaFaults(schema, document)).toEqual([]);
        expect(accepts(document)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('a document with anything else in it is refused exactly when another reader of the schema refuses it', () => {
    fc.assert(
      fc.property(arbitraryChange(schema), anything, ({ before, path }, value) => {
        const document = spoiled(before, path, value);
        const faults = schemaFaults(schema, document);
        expect({ document, sound: faults.length === 0 }).toEqual({ document, sound: accepts(document) });
        for (const { pointer, detail, suggestion } of faults) {
          expect(pointer === '' || pointer.startsWith('/')).toBe(true);
          expect(detail).toMatch(/\p{L}.*\.$/u);
          expect(suggestion).toMatch(/\p{L}.*[.?]$/u);
        }
      }),
      { numRuns: 200 },
    );
  });
});
