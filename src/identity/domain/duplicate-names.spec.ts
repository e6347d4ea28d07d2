import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasDuplicateNames } from './duplicate-names.ts';

describe('A name that stands twice in one object', () => {
  it.each([
    '{"sub":"fenna","sub":"gijs"}',
    '{"sub":"fenna","\\u0073ub":"gijs"}',
    '{"represents":{"sub":"a","sub":"b"}}',
    '{"list":[{"a":1},{"a":1,"a":2}]}',
    '{"__proto__":1,"__proto__":2}',
  ])('is found: %s', (json) => {
    expect(hasDuplicateNames(json, JSON.parse(json))).toBe(true);
  });

  it.each([
    '{}',
    '[]',
    '"a:b"',
    '{"a":{"a":{"a":1}}}',
    '{"a":"\\":\\"","b":["x:y",{"a":":"}]}',
    '{"\\\\":"\\\\"}',
  ])('is not seen where there is none: %s', (json) => {
    expect(hasDuplicateNames(json, JSON.parse(json))).toBe(false);
  });

  it('is not seen in anything that was written from a value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        expect(hasDuplicateNames(json, JSON.parse(json))).toBe(false);
      }),
    );
  });
});
