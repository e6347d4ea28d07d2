import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryBehaviour, arbitraryWay } from '../../../test/support/arbitrary-ways.ts';
import {
  exampleAdvice,
  exampleCheck,
  exampleContext,
  exampleProposal,
  exampleVote,
} from '../../../test/support/example-ways.ts';
import { findingsFor } from '../../../test/support/step-findings.ts';
import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { StepOutcome, WayFacts } from '../../ways/domain/conditions.ts';
import { lintWay } from '../../ways/domain/lint/lint-way.ts';
import { type DoneStep, progressOf } from '../../ways/domain/progress.ts';
import { rulesOf, type Step } from '../../ways/domain/step-kinds.ts';
import { longestWay } from '../../ways/domain/step-order.ts';
import { differenceOf } from './difference.ts';
import { type History, historyOf, runningDays } from './history.ts';
import { replay } from './replay.ts';

const start = calendarDate('2019-06-03');
const day = (days: number) => addDays(start, days);

type Done = DoneStep & { readonly findings: object };

/** A step done on a day after the start, with findings that come down to an outcome. */
function doneOn(step: Step, days: number, wish: StepOutcome): [string, Done] {
  const findings = findingsFor(step, wish, day(days));
  return [step.code, { outcome: rulesOf(step.kind).outcomeOf(findings, step), doneOn: day(days), findings }];
}

function pastOf(
  steps: readonly Step[],
  done: ReadonlyMap<string, Done>,
  decidedAfter: number,
  facts: WayFacts = {},
): History {
  const decidedOn = day(decidedAfter);
  const progress = progressOf({ steps, startedOn: start, facts, done, suspensions: [], today: decidedOn });
  return historyOf(progress, done, { startedOn: start, decidedOn, suspensions: [] });
}

const told = ({ steps }: ReturnType<typeof replay>) =>
  steps.map(({ step, state, days, outcome }) => [
    step.code,
    state,
    days && `${days.least}-${days.most}`,
    outcome,
  ]);

/** Check in 3 days, advice after 10 more, proposal 2 days later. */
const advised = pastOf(
  [exampleCheck, exampleAdvice, exampleProposal],
  new Map([
    doneOn(exampleCheck, 3, 'positive'),
    doneOn(exampleAdvice, 13, 'negative'),
    doneOn(exampleProposal, 15, 'negative'),
  ]),
  20,
);

describe('The laboratory plays a past application through another way', () => {
  it('takes over what history tells, and says unknown where it tells nothing', () => {
    const played = replay([exampleCheck, exampleVote, exampleProposal], {
      facts: {},
      areGone: false,
      asked: advised.asked,
    });
    expect(told(played)).toEqual([
      ['check', 'asked', '3-3', 'positive'],
      ['vote', 'asked', '0-15', null],
      ['proposal', 'asked', '2-2', 'negative'],
    ]);
    expect(played.days).toEqual({ least: 5, most: 20 });
    const { verdict, added, dropped } = differenceOf(advised, played);
    expect(verdict).toBe('different');
    expect(added.map(({ step }) => step.code)).toEqual(['vote']);
    expect(dropped.map(({ step }) => step.code)).toEqual(['advice']);
  });

  it('lets advice lapse that came later than the shorter term', () => {
    const shorter = { ...exampleAdvice, termDays: 9 };
    const steps = [exampleCheck, shorter, { ...exampleProposal }];
    const played = replay(steps, { facts: {}, areGone: false, asked: advised.asked });
    expect(told(played)[1]).toEqual(['advice', 'asked', '10-10', 'none']);
    expect(differenceOf(advised, played).verdict).toBe('same');
  });

  it('judges what was found by the step as it is written now', () => {
    const vote = { ...exampleVote, neededPercentage: 50 };
    const past = pastOf([vote, exampleProposal], new Map([doneOn(vote, 4, 'none')]), 20);
    const stricter = { ...exampleVote, neededPercentage: 90 };
    const { steps } = replay([stricter, exampleProposal], { facts: {}, areGone: false, asked: past.asked });
    expect(steps[0]).toMatchObject({ outcome: 'negative', days: { least: 4, most: 4 } });
  });

  it('does not know who is asked after an outcome that it does not know', () => {
    const steps = [
      { ...exampleCheck, code: 'first', ifNegative: 'proposal' },
      exampleAdvice,
      exampleVote,
      exampleProposal,
    ];
    const played = replay(steps, { facts: {}, areGone: false, asked: [] });
    expect(told(played)).toEqual([
      ['first', 'asked', '0-7', null],
      ['advice', 'unknown', '0-15', null],
      ['vote', 'unknown', '0-15', null],
      ['proposal', 'asked', '0-7', null],
    ]);
    expect(played.days).toEqual({ least: 0, most: 44 });
    const whenNegative = [
      exampleCheck,
      {
        ...exampleVote,
        when: [{ fact: 'step-outcome', step: 'check', outcome: 'negative' }],
      } as const satisfies Step,
      exampleProposal,
    ];
    expect(told(replay(whenNegative, { facts: {}, areGone: false, asked: [] }))[1]?.[1]).toBe('unknown');
    expect(told(replay(whenNegative, { facts: {}, areGone: false, asked: advised.asked }))[1]?.[1]).toBe(
      'skipped',
    );
  });

  it('tells what an application did not say from what was destroyed', () => {
    const few = {
      ...exampleVote,
      when: [{ fact: 'supporters-fewer-than', count: 10 }],
    } as const satisfies Step;
    const play = (facts: WayFacts, areGone: boolean) =>
      replay([few, exampleProposal], { facts, areGone, asked: [] }).steps[0];
    expect(play({ supporters: 9 }, false)).toMatchObject({ state: 'asked', isUncertain: false });
    expect(play({ supporters: 10 }, false)).toMatchObject({ state: 'skipped' });
    expect(play({}, false)).toMatchObject({ state: 'asked', isUncertain: true });
    expect(play({}, true)).toMatchObject({ state: 'unknown' });
  });

  it('does not know what would have differed where the case had no way of its own', () => {
    const played = replay([exampleProposal], { facts: {}, areGone: false, asked: [] });
    expect(differenceOf(null, played)).toEqual({ verdict: 'unknown', added: [], dropped: [] });
  });

  it('does not count days on which the clock stood still', () => {
    const asked = { ground: 'completion', startsAfter: day(2), until: day(16) } as const;
    expect(runningDays(start, day(20), [asked])).toBe(7);
    expect(runningDays(day(5), day(10), [asked])).toBe(0);
    expect(runningDays(day(16), day(20), [asked])).toBe(4);
    expect(runningDays(start, day(10), [{ ...asked, until: null }])).toBe(2);
  });
});

describe('Whatever way is tried on whatever past', () => {
  /** A sound way with what people did on it until every term was over. */
  const arbitraryPast = fc.tuple(arbitraryWay, arbitraryBehaviour).map(([value, { acts, facts }]) => {
    const validation = lintWay(value, exampleContext);
    if (validation.kind === 'faulty') return null;
    const { steps } = validation.document;
    const done = new Map<string, Done>();
    const sorted = [...acts].sort(([one], [other]) => one - other);
    for (const [days, wish] of sorted) {
      const today = day(days);
      const { open } = progressOf({ steps, startedOn: start, facts, done, suspensions: [], today });
      if (open !== null) done.set(...doneOn(open.step, days, wish));
    }
    return { steps, facts, history: pastOf(steps, done, 61, facts) };
  });

  it('gives exactly what happened when a finished case is played through its own way', () => {
    let finished = 0;
    fc.assert(
      fc.property(arbitraryPast, (past) => {
        if (past === null || past.history.asked.some(({ state }) => state === 'open')) return;
        finished += 1;
        const { steps, facts, history } = past;
        const played = replay(steps, { facts, areGone: false, asked: history.asked });
        expect(played.days).toEqual({ least: history.days, most: history.days });
        const asked = played.steps.filter(({ state }) => state !== 'skipped' && state !== 'passed-by');
        expect(asked.map(({ step }) => step.code)).toEqual(history.asked.map(({ step }) => step.code));
        expect(differenceOf(history, played)).toEqual({ verdict: 'same', added: [], dropped: [] });
      }),
      { numRuns: 600 },
    );
    expect(finished).toBeGreaterThan(30);
  });

  it('never says less than nothing or more than the longest way, whatever history lacks', () => {
    fc.assert(
      fc.property(arbitraryPast, arbitraryWay, (past, value) => {
        const validation = lintWay(value, exampleContext);
        if (past === null || validation.kind === 'faulty') return;
        const { steps } = validation.document;
        const { days, steps: played } = replay(steps, {
          facts: { requestedCents: cents(1) },
          areGone: true,
          asked: past.history.asked.filter(({ waitedDays, step }) => waitedDays <= step.termDays),
        });
        const slack = past.history.asked.reduce((sum, { waitedDays }) => sum + waitedDays, 0);
        expect(days.least).toBeGreaterThanOrEqual(0);
        expect(days.most).toBeGreaterThanOrEqual(days.least);
        expect(days.most).toBeLessThanOrEqual(longestWay(steps).days + slack);
        // Whatever happens, the last that anybody is asked is a proposal.
        expect(played.some(({ step, state }) => step.kind === 'proposal' && state !== 'passed-by')).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });
});
