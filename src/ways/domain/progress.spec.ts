import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryBehaviour, arbitraryWay } from '../../../test/support/arbitrary-ways.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import {
  exampleAdvice,
  exampleCheck,
  exampleContext,
  exampleProposal,
  exampleWay,
} from '../../../test/support/example-ways.ts';
import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { StepOutcome, WayFacts } from './conditions.ts';
import { lintWay } from './lint/lint-way.ts';
import { roomFor } from './lint/term-faults.ts';
import { type DoneStep, progressOf } from './progress.ts';
import { bodyOf, type Step } from './step-kinds.ts';
import { longestWay } from './step-order.ts';

const start = calendarDate('2019-06-03');

function at(
  days: number,
  done: Readonly<Record<string, readonly [number, StepOutcome]>> = {},
  steps: readonly Step[] = exampleWay.steps,
  facts: WayFacts = {},
) {
  const records = Object.entries(done).map(([code, [day, outcome]]): [string, DoneStep] => [
    code,
    { outcome, doneOn: addDays(start, day) },
  ]);
  return progressOf({
    steps,
    startedOn: start,
    facts,
    done: new Map(records),
    suspensions: [],
    today: addDays(start, days),
  });
}

const kinds = (progress: ReturnType<typeof at>) =>
  progress.past.map(({ step, kind }) => `${step.code} ${kind}`);

describe('How far a case is on its way', () => {
  it('waits for the first step from the start, and is late the day after its term', () => {
    expect(at(0).open).toMatchObject({ step: exampleCheck, dueOn: addDays(start, 7), isLate: false });
    expect(at(7).open).toMatchObject({ isLate: false });
    expect(at(8).open).toMatchObject({ step: exampleCheck, isLate: true, by: 'assessor' });
  });

  it('goes on without advice that does not come, and what comes too late changes nothing in the order', () => {
    const checked = { check: [3, 'positive'] } as const;
    expect(at(17, { ...checked }).open?.step.code).toBe('advice');
    expect(kinds(at(18, { ...checked }))).toEqual(['check done', 'advice lapsed']);
    const late = at(19, { ...checked, advice: [19, 'negative'] });
    expect(kinds(late)).toEqual(['check done', 'advice lapsed']);
    expect(late.open?.step.code).toBe('proposal');
  });

  it('hands a late proposal to somebody else, and is finished when it is there', () => {
    const done = { check: [1, 'positive'], advice: [2, 'positive'] } as const;
    expect(at(9, { ...done }).open).toMatchObject({ by: 'kernregisseur' });
    expect(at(10, { ...done }).open).toMatchObject({ by: 'assessor', isLate: true });
    expect(at(11, { ...done, proposal: [11, 'positive'] }).isFinished).toBe(true);
  });

  it('skips a step whose conditions do not hold, and does it where nobody knows', () => {
    const dear = {
      ...exampleAdvice,
      when: [{ fact: 'requested-at-least', amountCents: cents(50_000) }],
    } as Step;
    const steps = [dear, exampleProposal];
    expect(kinds(at(0, {}, steps, { requestedCents: cents(49_999) }))).toEqual(['advice skipped']);
    expect(at(0, {}, steps, { requestedCents: cents(50_000) }).open).toMatchObject({ isUncertain: false });
    expect(at(0, {}, steps, {}).open).toMatchObject({ step: dear, isUncertain: true });
  });

  it('takes the other way after a negative outcome', () => {
    const steps = [{ ...exampleCheck, ifNegative: 'proposal' }, exampleAdvice, exampleProposal];
    expect(at(2, { check: [1, 'negative'] }, steps).open?.step.code).toBe('proposal');
    expect(at(2, { check: [1, 'positive'] }, steps).open?.step.code).toBe('advice');
  });

  it('stands still when the clock of the case stands still', () => {
    const asked = {
      ground: 'completion',
      startsAfter: addDays(start, 2),
      until: addDays(start, 16),
    } as const;
    const { open } = progressOf({
      steps: exampleWay.steps,
      startedOn: start,
      facts: {},
      done: new Map(),
      suspensions: [asked],
      today: addDays(start, 20),
    });
    expect(open).toMatchObject({ dueOn: addDays(start, 20), isLate: false });
  });
});

describe('Whatever somebody writes that passes the law', () => {
  it('brings every case to a proposal or to a named official who is waited for, within the term', () => {
    let sound = 0;
    fc.assert(
      fc.property(arbitraryWay, arbitraryBehaviour, (value, { acts, facts }) => {
        const validation = lintWay(value, exampleContext);
        if (validation.kind === 'faulty') return;
        sound += 1;
        const { steps } = validation.document;
        const done = new Map<string, DoneStep>();
        const on = (day: number) =>
          progressOf({ steps, startedOn: start, facts, done, suspensions: [], today: addDays(start, day) });
        for (const [day, outcome] of [...acts].sort(([one], [other]) => one - other)) {
          const { open } = on(day);
          if (open !== null) done.set(open.step.code, { outcome, doneOn: addDays(start, day) });
        }
        const room = roomFor(validation.document.startsAt, exampleRegulation);
        const end = on((room.kind === 'days' ? room.days : 0) - validation.document.decisionDays);
        // Nothing waits for a body any more, nor for time to pass: an official is asked, or the proposal is there.
        if (end.open !== null) {
          expect(['kernregisseur', 'assessor']).toContain(end.open.by);
          expect(bodyOf(end.open.step) === null || !end.open.isLate).toBe(true);
        } else expect(end.isFinished).toBe(true);
        expect(end.past.length).toBeLessThanOrEqual(steps.length);
      }),
      { numRuns: 600 },
    );
    // Else this would prove nothing.
    expect(sound).toBeGreaterThan(100);
  });

  it('reaches the proposal within its longest way when officials act in time and nobody else does', () => {
    fc.assert(
      fc.property(arbitraryWay, (value) => {
        const validation = lintWay(value, exampleContext);
        if (validation.kind === 'faulty') return;
        const { steps } = validation.document;
        const done = new Map<string, DoneStep>();
        const { days } = longestWay(steps);
        for (let day = 0; day <= days; day += 1) {
          const today = addDays(start, day);
          const { open } = progressOf({ steps, startedOn: start, facts: {}, done, suspensions: [], today });
          const acts = open !== null && bodyOf(open.step) === null && open.dueOn === today;
          if (acts) done.set(open.step.code, { outcome: 'none', doneOn: today });
        }
        const today = addDays(start, days);
        expect(
          progressOf({ steps, startedOn: start, facts: {}, done, suspensions: [], today }).isFinished,
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
