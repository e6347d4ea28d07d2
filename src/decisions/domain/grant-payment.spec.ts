import { describe, expect, it } from '@jest/globals';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { cents } from '../../kernel/money.ts';
import { obligationsOf } from '../../regulations/domain/obligations.ts';
import { paymentFacts } from './grant-payment.ts';

const unknown = { ibanLastFour: null };

describe('What a grant says of paying', () => {
  const granted = cents(100_001);

  it('pays instalments that add up to the grant, the odd cent with the last', () => {
    const parts = [
      { percentage: 50, when: 'na de verlening' },
      { percentage: 50, when: 'na de vaststelling' },
    ];
    expect(paymentFacts({ kind: 'instalments', parts }, granted, false, unknown)).toMatchObject({
      kind: 'instalments',
      parts: [{ amountCents: 50_000 }, { amountCents: 50_001 }],
    });
  });

  it('pays an advance only to who asks where the regulation says so, and to whom it names', () => {
    const advance = { kind: 'advance', percentage: 80, to: 'third-party-on-invoice' } as const;
    expect(paymentFacts(advance, granted, false, { ibanLastFour: '4300' })).toMatchObject({
      kind: 'advance',
      advanceCents: 80_000,
      receiver: 'third-party-on-invoice',
    });
    const asked = { ...advance, onRequest: 'when-asked' } as const;
    expect(paymentFacts(asked, granted, false, unknown).kind).toBe('advance-when-asked');
  });

  it('at once is an advance as long as the amount is not fixed', () => {
    expect(paymentFacts({ kind: 'at-once' }, granted, true, unknown).kind).toBe('at-once');
    expect(paymentFacts({ kind: 'at-once' }, granted, false, unknown).kind).toBe('advance');
  });

  it('puts every obligation of the regulation on the grant, with where it stands', () => {
    const execution = {
      completeWithinMonths: 12,
      effectYears: 5,
      obligations: [{ text: 'Houd de speelplek schoon.', basis: 'artikel 9' }],
    };
    const publication = { ...exampleRegulation.publication, mentionMunicipality: true };
    expect(obligationsOf({ execution, publication }, 'de regeling')).toEqual([
      {
        text: 'Zorg dat uw plan klaar is binnen 12 maanden na de dag van verzending van deze brief.',
        basis: 'de regeling',
      },
      { text: 'Wat er komt, blijft minstens 5 jaar bestaan.', basis: 'de regeling' },
      { text: 'Noem de gemeente als u over uw plan vertelt.', basis: 'de regeling' },
      { text: 'Houd de speelplek schoon.', basis: 'artikel 9' },
    ]);
  });
});
