import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { type Cents, cents } from '../../kernel/money.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { admittedBy, disturbedBy } from './decided-apart.ts';
import type { StoredApplication, StoredInputs } from './stored-inputs.ts';

const application = (number: number, euros: number): StoredApplication => ({
  ...{ applicationId: `application-${number}`, number: `LB-2019-00000${number}`, pool: 'kern' },
  ...{ limitIds: ['kern'], period: { index: 0, rolling: false, closed: true }, status: 'complete' },
  ...{ completedOn: calendarDate(`2019-05-0${number}`), requestedCents: cents(euros * 100), compared: {} },
  ...{ declinesPart: false, completionRanOut: false, mayLeaveUntreated: false, missing: [], findings: {} },
  grantableCents: cents(euros * 100),
});
const inputs: StoredInputs = {
  ...{ regulationVersion: 1, on: calendarDate('2019-06-11'), lotSeed: 'seed' },
  limits: [{ id: 'kern', name: 'Ingen', version: 1, leftCents: cents(100_000) }],
  applications: [application(1, 600), application(2, 500), application(3, 300)],
};
const at = (atCeiling: 'remainder' | 'stop' | 'nothing') => ({
  ...exampleRegulation,
  distribution: { ...exampleRegulation.distribution, atCeiling },
});
const taken = (...amounts: readonly [number, number][]): ReadonlyMap<string, Cents> =>
  new Map(amounts.map(([number, euros]) => [`application-${number}`, cents(euros * 100)]));

describe('Deciding on some before the others', () => {
  it('changes nothing for the others where everybody gets what is left in turn', () => {
    expect(disturbedBy(at('remainder'), inputs, taken([1, 600]))).toEqual([]);
    expect(disturbedBy(at('remainder'), inputs, taken([2, 400]))).toEqual([]);
    expect(disturbedBy(at('nothing'), inputs, taken([3, 300]))).toEqual([]);
  });

  it('would help who comes after somebody that stopped the order', () => {
    expect(disturbedBy(at('stop'), inputs, taken([1, 600]))).toEqual([]);
    expect(disturbedBy(at('stop'), inputs, taken([2, 0]))).toEqual(['LB-2019-000003']);
    expect(disturbedBy(at('stop'), inputs, taken([2, 0], [3, 0]))).toEqual([]);
  });

  it('would cost the others when it takes more than was computed', () => {
    expect(disturbedBy(at('remainder'), inputs, taken([2, 500]))).toEqual(['LB-2019-000001']);
  });

  it('lets in who gets nothing by the rule, unless who stopped the order is left too', () => {
    expect(admittedBy(at('stop'), inputs, taken([1, 600], [2, 0]))).toEqual(['LB-2019-000003']);
    expect(admittedBy(at('stop'), inputs, taken([1, 600]))).toEqual([]);
    expect(admittedBy(at('stop'), inputs, taken([1, 600], [3, 0]))).toEqual([]);
    expect(admittedBy(at('remainder'), inputs, taken([2, 500]))).toEqual([]);
  });
});
