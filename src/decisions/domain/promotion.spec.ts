import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents, sumCents } from '../../kernel/money.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { promote, type WaitingFacts } from './promotion.ts';
import type { ProposalRun } from './proposal.ts';
import type { ProposalFacts } from './proposal-facts.ts';
import { recompute, storedWaiting } from './stored-inputs.ts';
import { waitingPlaceOf, waitingUntil } from './waiting-place.ts';

const waiting = (number: number, change: Partial<WaitingFacts> = {}): WaitingFacts => ({
  applicationId: `application-${number}`,
  number: `LB-2019-00000${number}`,
  limitIds: ['kern'],
  requestedCents: cents(90_000),
  place: {
    ...{ method: 'order-of-completeness', pool: 'kern', period: 0, rolling: false, compared: {} },
    ...{ completedOn: calendarDate(`2019-05-0${number}`), declinesPart: false },
    ...{ grantableCents: cents(90_000), lackingCents: cents(60_000) },
    lines: [{ label: 'U vroeg', amountCents: cents(90_000) }],
  },
  earlierCents: cents(30_000),
  lackingCents: cents(60_000),
  reasons: [],
  ...change,
});

const refused = { earlierCents: cents(0), lackingCents: cents(90_000) };

const run = (available: number): ProposalRun => ({
  document: exampleRegulation,
  today: calendarDate('2019-06-11'),
  left: new Map([['kern', cents(available)]]),
  lotSeed: 'seed',
});

const undecided = (change: Partial<ProposalFacts> = {}): ProposalFacts => ({
  ...{ applicationId: 'undecided', number: 'LB-2019-000009', pool: 'kern', limitIds: ['kern'] },
  ...{ period: { index: 0, rolling: false, closed: true }, compared: {}, remark: '', declinesPart: false },
  ...{ status: 'complete', completedOn: calendarDate('2019-05-09'), requestedCents: cents(50_000) },
  grantable: { grantableCents: cents(50_000), lines: [], missing: [] },
  ...{ findings: [], completionRanOut: false, mayLeaveUntreated: false },
  ...change,
});

const given = (outcomes: ReturnType<typeof promote>) =>
  Object.fromEntries(
    [...outcomes].map(([id, outcome]) => [
      id.slice(-1),
      outcome.kind === 'proposed' ? outcome.proposal.grantedCents / 100 : outcome.reason,
    ]),
  );

const nothingFree = expect.stringContaining('Er is geen geld vrijgekomen');

describe('Money that came free', () => {
  it('goes to the first who lacked money until nothing is lacking, then to the next', () => {
    const outcomes = promote(run(70_000), [], [waiting(2, refused), waiting(1), waiting(3, refused)]);
    expect(given(outcomes)).toEqual({ 1: 900, 2: 100, 3: nothingFree });
    const [second] = [...outcomes.values()].flatMap((outcome) =>
      outcome.kind === 'proposed' && outcome.proposal.kind === 'partial-grant' ? [outcome.proposal] : [],
    );
    expect(second).toMatchObject({ earlierCents: 0, order: { place: 2, lackingCents: 80_000 } });
    expect(sumCents(second!.computation.map(({ amountCents }) => amountCents))).toBe(10_000);
    expect(second!.explanation).toMatch(
      /^Plaats 2 op de wachtlijst\. Kreeg €.0,00 en kwam €.900,00 tekort\. Er is €.100,00 vrij; daarvan gaat €.100,00 hierheen\.$/u,
    );
  });

  it('gives nobody anything while nothing is free, or all of it may be claimed by who is not decided on yet', () => {
    expect(given(promote(run(0), [], [waiting(1)]))).toEqual({ 1: nothingFree });
    expect(given(promote(run(50_000), [undecided()], [waiting(1)]))).toEqual({ 1: nothingFree });
    const unknown = { grantable: { grantableCents: cents(0), lines: [], missing: ['de kosten'] } };
    expect(given(promote(run(60_000), [undecided(unknown)], [waiting(1)]))).toEqual({ 1: 400 });
    expect(
      given(promote(run(60_000), [undecided({ completedOn: null, status: 'incomplete' })], [waiting(1)])),
    ).toEqual({ 1: 900 });
  });

  it('passes who wants no part, and who was decided on by another way of dividing', () => {
    const one = waiting(1);
    const declining = { ...one, place: { ...one.place, declinesPart: true } };
    const other = { ...waiting(2), place: { ...waiting(2).place, method: 'tender' as const } };
    expect(given(promote(run(50_000), [], [declining, other, waiting(3)]))).toEqual({
      1: expect.stringContaining('wil geen deel'),
      2: expect.stringContaining('verdeelt het geld nu anders'),
      3: 800,
    });
  });

  it('is computed again from what was stored, and nothing else', () => {
    const all = [waiting(1), waiting(2, refused)];
    const stored = {
      ...{ regulationVersion: 1, on: calendarDate('2019-06-11'), lotSeed: 'seed', applications: [] },
      limits: [{ id: 'kern', name: 'Ingen', version: 3, leftCents: cents(70_000) }],
      waiting: JSON.parse(JSON.stringify(all.map(storedWaiting))) as WaitingFacts[],
    };
    expect(recompute(exampleRegulation, stored).map(({ grantedCents }) => grantedCents)).toEqual([
      90_000, 10_000,
    ]);
  });
});

describe('Who waits after a decision', () => {
  const proposal = {
    ...({ kind: 'partial-grant', requestedCents: cents(90_000), grantableCents: cents(90_000) } as const),
    ...{ grantedCents: cents(30_000), computation: [], reasons: [], explanation: '' },
    order: {
      ...{ place: 2, standing: '', completedOn: calendarDate('2019-05-09'), byLot: false },
      ...{ remainderCents: cents(30_000), lackingCents: cents(60_000) },
    },
  };
  const facts = undecided();
  const placeOf = (change: object, changeReason: string | null = null) =>
    waitingPlaceOf(exampleRegulation, { facts, proposal: { ...proposal, ...change }, changeReason });

  it('is who took a place in the order and got too little for lack of money', () => {
    expect(placeOf({})).toMatchObject({ lackingCents: 60_000, grantableCents: 50_000, pool: 'kern' });
    expect(placeOf({ order: null })).toBeNull();
    expect(placeOf({ order: { ...proposal.order, lackingCents: cents(0) } })).toBeNull();
    expect(placeOf({}, 'Het college vindt het te duur.')).toBeNull();
  });

  it('waits for as many weeks as the regulation says, and no day where it says nothing', () => {
    const { distribution } = exampleRegulation;
    const decidedOn = calendarDate('2019-06-11');
    expect(waitingUntil({ distribution: { ...distribution, waitingListUntilWeeks: 12 } }, decidedOn)).toBe(
      '2019-09-03',
    );
    expect(waitingUntil({ distribution }, decidedOn)).toBeNull();
  });
});
