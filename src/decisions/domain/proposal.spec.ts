import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents, sumCents } from '../../kernel/money.ts';
import type { AssessedFinding } from '../../assessment/domain/assessed-finding.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { propose, type ProposalRun } from './proposal.ts';
import { periodFacts, type ProposalFacts } from './proposal-facts.ts';

const finding = (outcome: AssessedFinding['outcome']): AssessedFinding => ({
  criterionCode: 'not-a-party',
  statement: 'Het plan is geen feest.',
  basis: 'voorwaarde 6',
  outcome,
  reason: 'U vraagt alleen geld voor eten.',
  assessorSubject: 'assessor',
});

const facts = (number: number, change: Partial<ProposalFacts> = {}): ProposalFacts => ({
  applicationId: `application-${number}`,
  number: `LB-2019-00000${number}`,
  pool: 'kern',
  limitIds: ['kern'],
  period: { index: 0, rolling: false, closed: true },
  compared: {},
  remark: '',
  declinesPart: false,
  status: 'complete',
  completedOn: calendarDate(`2019-05-0${number}`),
  requestedCents: cents(90_000),
  grantable: {
    grantableCents: cents(90_000),
    lines: [{ label: 'U vroeg', amountCents: cents(90_000) }],
    missing: [],
  },
  findings: [finding('met')],
  completionRanOut: false,
  mayLeaveUntreated: false,
  ...change,
});

const run = (available = 200_000): ProposalRun => ({
  document: exampleRegulation,
  today: calendarDate('2019-06-11'),
  left: new Map([['kern', cents(available)]]),
  lotSeed: 'seed',
});
const outcomeOf = (application: ProposalFacts) =>
  propose(run(), [application]).get(application.applicationId);

describe('What is proposed to the college', () => {
  it('three that together exceed the ceiling: two in full, the last gets the remainder and reads why', () => {
    const outcomes = propose(run(), [facts(3), facts(1), facts(2)]);
    const proposals = [1, 2, 3].map((number) => outcomes.get(`application-${number}`));
    expect(proposals.map((outcome) => outcome?.kind === 'proposed' && outcome.proposal.kind)).toEqual([
      'grant',
      'grant',
      'partial-grant',
    ]);
    const last = proposals[2];
    if (last?.kind !== 'proposed') throw new Error('proposed');
    expect(last.proposal.grantedCents).toBe(20_000);
    expect(sumCents(last.proposal.computation.map((line) => line.amountCents))).toBe(20_000);
    expect(last.proposal.order).toMatchObject({ place: 3, byLot: false, remainderCents: 20_000 });
    expect(last.proposal.explanation).toContain('krijgt wat er over is (Awb 4:25)');
  });

  it('a refusal on a criterion takes no place in the order and no money from others', () => {
    const refused = facts(1, { findings: [finding('not-met')] });
    const outcomes = propose(run(), [refused, facts(2)]);
    expect(outcomes.get('application-1')).toMatchObject({
      proposal: {
        kind: 'refusal',
        grantedCents: 0,
        order: null,
        reasons: [{ criterionCode: 'not-a-party' }],
      },
    });
    expect(outcomes.get('application-2')).toMatchObject({ proposal: { kind: 'grant', order: { place: 1 } } });
  });

  it('who did not complete in time is left untreated; who still may, is not on the list', () => {
    expect(
      outcomeOf(
        facts(1, {
          status: 'incomplete',
          completedOn: null,
          completionRanOut: true,
          mayLeaveUntreated: true,
        }),
      ),
    ).toMatchObject({
      proposal: { kind: 'left-untreated' },
    });
    expect(outcomeOf(facts(1, { status: 'incomplete', completedOn: null }))).toMatchObject({
      kind: 'not-ready',
    });
  });

  it('four weeks after the term to complete ran out, the decision is on the content', () => {
    const tooLate = { status: 'incomplete', completedOn: null, completionRanOut: true } as const;
    expect(outcomeOf(facts(1, tooLate))).toMatchObject({ kind: 'not-ready' });
    expect(outcomeOf(facts(1, { ...tooLate, findings: [finding('not-met')] }))).toMatchObject({
      proposal: { kind: 'refusal' },
    });
  });

  it('an application that nobody has judged yet is not ready', () => {
    expect(outcomeOf(facts(1, { findings: [finding('needs-judgement')] }))).toEqual({
      kind: 'not-ready',
      reason: 'Nog te beoordelen: Het plan is geen feest.',
    });
  });

  it('nothing left: a refusal on the ceiling with the place in the order', () => {
    const outcomes = propose(run(0), [facts(1)]);
    expect(outcomes.get('application-1')).toMatchObject({
      proposal: { kind: 'refusal', computation: [], order: { place: 1, remainderCents: 0 } },
    });
  });

  it('whoever comes after somebody not yet judged waits, unless the plan fits whatever is found', () => {
    const open = facts(1, { findings: [finding('needs-judgement')] });
    const outcomes = propose(run(), [open, facts(2), facts(3)]);
    expect(outcomes.get('application-2')).toMatchObject({ proposal: { kind: 'grant' } });
    expect(outcomes.get('application-3')).toEqual({
      kind: 'not-ready',
      reason: 'Een eerdere aanvraag is nog niet beoordeeld.',
    });
  });

  it('money is divided only after the window has closed, but a refusal need not wait', () => {
    const open = { ...run(), lotSeed: null };
    const outcomes = propose(open, [facts(1), facts(2, { findings: [finding('not-met')] })]);
    expect(outcomes.get('application-1')).toEqual({
      kind: 'not-ready',
      reason: 'De aanvraagperiode loopt nog.',
    });
    expect(outcomes.get('application-2')).toMatchObject({ proposal: { kind: 'refusal' } });
  });

  it('who fits waits too when somebody between could fit once an earlier claim falls away', () => {
    const skipping = { ...exampleRegulation.distribution, atCeiling: 'nothing' } as const;
    const document = { ...exampleRegulation, distribution: skipping };
    const sized = (number: number, amount: number, change: Partial<ProposalFacts> = {}) =>
      facts(number, {
        grantable: { grantableCents: cents(amount), lines: [], missing: [] },
        requestedCents: cents(amount),
        ...change,
      });
    const open = sized(1, 150_000, { findings: [finding('needs-judgement')] });
    const outcomes = propose({ ...run(), document }, [open, sized(2, 100_000), sized(3, 40_000)]);
    expect([2, 3].map((number) => outcomes.get(`application-${number}`))).toEqual(
      [1, 2].map(() => ({ kind: 'not-ready', reason: 'Een eerdere aanvraag is nog niet beoordeeld.' })),
    );
  });

  it('an application of which the amount is not known yet may claim all that it asked', () => {
    const unknown = facts(1, {
      requestedCents: cents(190_000),
      grantable: { grantableCents: cents(0), lines: [], missing: ['het aantal huishoudens'] },
    });
    const outcomes = propose(run(), [unknown, facts(2)]);
    expect(outcomes.get('application-2')).toMatchObject({ kind: 'not-ready' });
  });

  it('where decisions are taken as applications come, the day of completeness must be over', () => {
    const distribution = { ...exampleRegulation.distribution, moment: 'as-they-come' } as const;
    const asTheyCome = { ...run(), document: { ...exampleRegulation, distribution } };
    const open = { period: { index: 0, rolling: false, closed: false } };
    const today = facts(1, { ...open, completedOn: calendarDate('2019-06-11') });
    const outcomes = propose(asTheyCome, [today, facts(2, open)]);
    expect(outcomes.get('application-1')).toMatchObject({
      kind: 'not-ready',
      reason: expect.stringContaining('Beslis vanaf morgen'),
    });
    expect(outcomes.get('application-2')).toMatchObject({ proposal: { kind: 'grant' } });
  });

  it('an application without a budget for its year is not decided on', () => {
    expect(outcomeOf(facts(1, { limitIds: [] }))).toMatchObject({
      reason: 'Voor het jaar van deze aanvraag is er nog geen budget.',
    });
  });
});

describe('Where applications are compared', () => {
  const distribution = {
    kind: 'committee',
    body: 'De dorpsraad',
    tie: 'lot',
    atCeiling: 'remainder',
    moment: 'after-window-closes',
  } as const;
  const compared = { ...run(), document: { ...exampleRegulation, distribution } };
  const ranked = (number: number, rank: number, change: Partial<ProposalFacts> = {}) =>
    facts(number, { compared: { rank }, ...change });
  const later = { period: { index: 1, rolling: true, closed: false } } as const;
  const waits = { kind: 'not-ready', reason: expect.stringContaining('met elkaar vergeleken') };

  it('the order is theirs, and the explanation says so', () => {
    const outcomes = propose(compared, [ranked(1, 3), ranked(2, 1), ranked(3, 2)]);
    expect(outcomes.get('application-2')).toMatchObject({ proposal: { kind: 'grant' } });
    expect(outcomes.get('application-1')).toMatchObject({
      proposal: {
        kind: 'partial-grant',
        grantableCents: 90_000,
        explanation: expect.stringMatching(/^De dorpsraad: plaats 3\. Plaats 3 in de volgorde\./),
      },
    });
  });

  it('one that can still be completed, judged or ranked keeps the round waiting, and who came after it', () => {
    const unfinished = [
      ranked(1, 1, { status: 'incomplete', completedOn: null }),
      ranked(1, 1, { findings: [finding('needs-judgement')] }),
      facts(1),
    ];
    for (const one of unfinished) {
      const outcomes = propose(compared, [one, ranked(2, 2), facts(3, later)]);
      expect(outcomes.get('application-2')).toEqual(waits);
      expect(outcomes.get('application-3')).toMatchObject({
        reason: 'Eerst wordt beslist over wie in een eerdere ronde aanvroeg.',
      });
    }
  });

  it('one that was in time keeps its round, however late it was complete', () => {
    const window = {
      kind: 'first-round-then-rolling',
      opensOn: calendarDate('2019-01-01'),
      firstRoundClosesOn: calendarDate('2019-03-01'),
    } as const;
    const rules = { ...exampleRegulation, window };
    const on = (day: string) => periodFacts(rules, calendarDate(day), calendarDate('2019-06-11'));
    expect(on('2019-03-01')).toEqual({ index: 0, rolling: false, closed: true });
    expect(on('2019-03-02')).toEqual({ index: 1, rolling: true, closed: false });
  });
});
