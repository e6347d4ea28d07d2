import { describe, expect, it } from '@jest/globals';
import { readTraceparent, writeTraceparent } from './trace-context.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';

describe('The header traceparent', () => {
  it('says of which trace a request is a part, and whether that is recorded', () => {
    expect(readTraceparent(`00-${traceId}-${spanId}-01`)).toEqual({ traceId, spanId, isSampled: true });
    expect(readTraceparent(`00-${traceId}-${spanId}-02`)).toEqual({ traceId, spanId, isSampled: false });
  });

  it('is read as far as it is known when it is of a later version', () => {
    expect(readTraceparent(`cc-${traceId}-${spanId}-01-what-the-future-brings`)).toMatchObject({ traceId });
  });

  it('is written as it was read', () => {
    for (const flags of ['00', '01']) {
      const header = `00-${traceId}-${spanId}-${flags}`;
      const context = readTraceparent(header);
      expect(context && writeTraceparent(context)).toBe(header);
    }
  });

  it.each([
    undefined,
    '',
    [`00-${traceId}-${spanId}-01`],
    `00-${traceId}-${spanId}`,
    `00-${traceId.toUpperCase()}-${spanId}-01`,
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `ff-${traceId}-${spanId}-01`,
    `00-${traceId}-${spanId}-01-more`,
    `00-${traceId}-${spanId}-01\n`,
    `00-${traceId}-${spanId}-0g`,
  ])('is passed over when it is not as the standard says: %j', (header) => {
    expect(readTraceparent(header)).toBeNull();
  });
});
