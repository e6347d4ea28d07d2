import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import { withoutUnboundRefusals } from './binding-ceiling.ts';
import type { Proposal, ProposalOutcome } from './proposal-facts.ts';

const proposed = (
  grantedEuros: number,
  order: Proposal['order'] = { ...ordered, lackingCents: cents(80_000 - grantedEuros * 100) },
): ProposalOutcome => ({
  kind: 'proposed',
  proposal: {
    ...{ kind: grantedEuros === 0 ? 'refusal' : 'grant', requestedCents: cents(80_000), order },
    ...{ grantableCents: cents(80_000), grantedCents: cents(grantedEuros * 100) },
    ...{ computation: [], reasons: [], explanation: '' },
  },
});
const ordered = {
  ...{ place: 1, standing: '', completedOn: calendarDate('2019-03-01'), byLot: false },
  remainderCents: cents(0),
};
const sentence = 'De verlaging bindt haar niet.';

describe('A ceiling that does not bind an application', () => {
  const held = (outcome: ProposalOutcome, unboundCeiling: string | null) =>
    withoutUnboundRefusals(new Map([['a', outcome]]), [{ applicationId: 'a', unboundCeiling }]).get('a');

  it('refuses it neither in whole nor in part: the money comes first', () => {
    for (const euros of [0, 300]) {
      expect(held(proposed(euros), sentence)).toMatchObject({
        kind: 'not-ready',
        reason: expect.stringContaining(sentence),
      });
    }
  });

  it('is no matter where it fits, where the ceiling does bind, or where it is refused on other grounds', () => {
    expect(held(proposed(800), sentence)).toEqual(proposed(800));
    expect(held(proposed(0), null)).toEqual(proposed(0));
    expect(held(proposed(0, null), sentence)).toEqual(proposed(0, null));
  });
});
