import { describe, expect, it } from '@jest/globals';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { Ceiling } from './groups/ceiling.ts';
import { unboundCeiling } from './unbound-ceiling.ts';

const version = (number: number, publishedOn: string, euros: number) => ({
  version: number,
  document: {
    ...exampleRegulation,
    ceiling: {
      ...exampleRegulation.ceiling,
      publishedOn: calendarDate(publishedOn),
      amountCents: cents(euros * 100),
    },
  },
});
const received = (on: string) => ({ receivedOn: calendarDate(on) });

describe('The ceiling that binds an application', () => {
  it('is the one that stands, when it was published before receipt and never lowered', () => {
    const raised = [version(1, '2018-12-01', 2_000), version(2, '2019-04-01', 2_500)];
    expect(unboundCeiling(raised, received('2019-03-01'))).toBeNull();
    expect(unboundCeiling(raised, received('2019-05-01'))).toBeNull();
  });

  it('is the higher one of before for who applied before it was lowered', () => {
    const lowered = [version(1, '2018-12-01', 2_000), version(2, '2019-04-01', 1_000)];
    expect(unboundCeiling(lowered, received('2019-03-31'))).toMatch(
      /nog het plafond van €\s2\.000,00 uit versie 1; de verlaging tot €\s1\.000,00 bindt haar niet \(Awb 4:27/,
    );
    expect(unboundCeiling(lowered, received('2019-04-01'))).toBeNull();
  });

  it('is none for who applied before any was published', () => {
    expect(unboundCeiling([version(1, '2019-04-01', 2_000)], received('2019-03-31'))).toContain(
      '1 april 2019',
    );
  });

  it('is not judged where the amount follows from what is not known here', () => {
    const ceiling: Ceiling = {
      kind: 'per-body-kind',
      bodies: [],
      publishedOn: calendarDate('2019-04-01'),
      publicationReference: 'gmb',
    };
    const document = { ...exampleRegulation, ceiling };
    expect(unboundCeiling([{ version: 1, document }], received('2019-03-31'))).toBeNull();
  });
});
