import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { StepProposal } from '../../assessment/domain/step-proposal.ts';
import { deviates, resolveProposed } from './deviation.ts';
import type { Proposal } from './proposal-facts.ts';
import { isNotFollowed, standingOf, weighed } from './step-proposal.ts';

const order = { place: 2, standing: '', completedOn: calendarDate('2019-05-01'), byLot: false };

/** Computed: EUR 700 of the EUR 900 that was asked, because no more is left. */
const computed = (change: Partial<Proposal> = {}): Proposal => ({
  ...{ kind: 'partial-grant', requestedCents: cents(90_000), grantableCents: cents(90_000) },
  ...{ grantedCents: cents(70_000), computation: [], reasons: [], explanation: 'Plaats 2.' },
  order: { ...order, remainderCents: cents(70_000), lackingCents: cents(20_000) },
  ...change,
});

const said = (change: Partial<StepProposal> = {}): StepProposal => ({
  ...{ outcome: 'positive', amountCents: null, reason: 'Een goed plan.', isSetAside: false },
  ...change,
});

const nothing = { kind: 'refusal', grantedCents: cents(0) } as const;
const untreated = { kind: 'left-untreated', grantedCents: cents(0), order: null } as const;
const bounded = { grantedCents: cents(50_000), grantableCents: cents(50_000), kind: 'grant' } as const;

describe('A proposal of the way of working', () => {
  it.each<[string, Partial<Proposal>, Partial<StepProposal>, object]>([
    ['to give, without an amount, is what the regulation computes', {}, {}, { standing: 'agrees' }],
    [
      'of the same amount is what the regulation computes',
      {},
      { amountCents: cents(70_000) },
      { standing: 'agrees', deviation: null },
    ],
    [
      'of less is what is proposed, with its reason',
      {},
      { amountCents: cents(60_000) },
      {
        standing: 'followed',
        deviation: { kind: 'partial-grant', grantedCents: 60_000, reason: 'Een goed plan.' },
        explanation: expect.stringMatching(/^Berekend is € 700,00, voorgesteld is € 600,00/u),
      },
    ],
    [
      'to refuse is what is proposed, with its reason',
      {},
      { outcome: 'negative' },
      { standing: 'followed', deviation: { kind: 'refusal', grantedCents: 0, reason: 'Een goed plan.' } },
    ],
    [
      'of more than is left does not lift the ceiling',
      {},
      { amountCents: cents(70_001) },
      { standing: 'not-possible', deviation: null, explanation: expect.stringContaining('(Awb 4:25)') },
    ],
    [
      'of more than the regulation gives stays within the regulation',
      { ...bounded, order: { ...order, remainderCents: cents(90_000), lackingCents: cents(0) } },
      { amountCents: cents(60_000) },
      { standing: 'not-possible', explanation: expect.stringMatching(/^Volgens de regeling kan niet meer/u) },
    ],
    [
      'of less than the least that the regulation gives is not followed',
      {},
      { amountCents: cents(9_999) },
      { standing: 'not-possible', explanation: expect.stringContaining('minimum van € 100,00') },
    ],
    [
      'to give does not lift a ground to refuse',
      { ...nothing, order: null },
      {},
      { standing: 'not-possible', explanation: expect.stringContaining('moet de aanvraag worden afgewezen') },
    ],
    [
      'to give where nothing is left does not lift the ceiling',
      nothing,
      { amountCents: cents(10_000) },
      { standing: 'not-possible', explanation: expect.stringContaining('niets meer over') },
    ],
    ['to refuse what is refused agrees', nothing, { outcome: 'negative' }, { standing: 'agrees' }],
    [
      'is not about who never completed the application',
      untreated,
      { outcome: 'negative' },
      { standing: 'not-possible', deviation: null, explanation: expect.stringContaining('Awb 4:5') },
    ],
    ['to give to who never completed is not followed', untreated, {}, { standing: 'not-possible' }],
    [
      'of who keeps out by now does not count',
      {},
      { outcome: 'negative', isSetAside: true },
      { standing: 'set-aside', deviation: null },
    ],
  ])('%s', (_, change, proposed, expected) => {
    const outcome = weighed(computed(change), said(proposed), { leastCents: cents(10_000) });
    const readable = { ...outcome, explanation: outcome.explanation.replaceAll('\u00a0', ' ') };
    expect(readable).toMatchObject(expected);
  });

  it('never gives more than is computed, whatever is proposed', () => {
    for (const grantedCents of [0, 1, 70_000]) {
      for (const amountCents of [1, 69_999, 70_000, 70_001, 90_000]) {
        const kind = grantedCents === 0 ? 'refusal' : 'partial-grant';
        const proposal = computed({ kind, grantedCents: cents(grantedCents) });
        const { deviation } = weighed(proposal, said({ amountCents: cents(amountCents) }), {});
        const resolved = resolveProposed({ proposal, deviation }, { outcome: 'as-proposed' });
        expect(resolved?.grantedCents).toBeLessThanOrEqual(grantedCents);
      }
    }
  });

  it('gives way to who makes the list, who may also go back to what was computed', () => {
    const inStep = weighed(computed(), said({ outcome: 'negative' }), {});
    const proposal = computed({ inStep });
    const followed = { proposal, deviation: inStep.deviation };
    expect(standingOf(followed)).toMatchObject({ standing: 'followed' });
    expect([deviates(followed), isNotFollowed(standingOf(followed))]).toEqual([true, false]);
    const reason = 'De regeling geeft hier geen grond voor.';
    const back = {
      proposal,
      deviation: { kind: 'partial-grant', grantedCents: cents(70_000), reason },
    } as const;
    expect(standingOf(back)).toMatchObject({ standing: 'otherwise' });
    expect([deviates(back), isNotFollowed(standingOf(back))]).toEqual([false, true]);
    expect(resolveProposed(back, { outcome: 'as-proposed' })).toMatchObject({
      ...{ kind: 'partial-grant', grantedCents: 70_000, changeReason: null },
    });
    expect(standingOf({ proposal: computed(), deviation: null })).toBeNull();
  });
});
