import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cents } from '../../kernel/money.ts';
import { publicMeasure, type StepMeasure, type WayMeasure } from './way-measures.ts';

const step: StepMeasure = {
  ...{ code: 'stemming', title: 'Stemming', kind: 'vote', done: 12, inTime: 12, lapsed: 8 },
  ...{ averageDays: 9, medianDays: 8, people: 480, officials: 2 },
};

const measure: WayMeasure = {
  ...{ kernCode: 'here', kernName: 'Hier', regulationCode: 'example', wayVersionId: 'v' },
  ...{ wayTitle: 'Hier stemt', wayNumber: 1, applications: 20, granted: 14, averageDays: 40 },
  ...{ knownTerms: 20, decidedInTime: 15 },
  ...{ requestedCents: cents(2_000_000), grantedCents: cents(1_500_000), steps: [step] },
};

const shown = (change: Partial<WayMeasure>, ofStep: Partial<StepMeasure> = {}) =>
  publicMeasure({ ...measure, ...change, steps: [{ ...step, ...ofStep }] });

describe('What everybody may see of how a kern works', () => {
  it('is how long, how much in time, how many took part and how much was granted', () => {
    expect(shown({})).toMatchObject({
      ...{ applications: 20, averageDays: 40, grantedPercentage: 75 },
      ...{ knownTerms: 20, decidedInTimePercentage: 75 },
      steps: [{ inTimePercentage: 60, averageDays: 9, people: 480 }],
    });
  });

  it('is nothing where there were fewer than five applications', () => {
    expect(shown({ applications: 4 })).toMatchObject({
      ...{ applications: null, averageDays: null, grantedPercentage: null },
      ...{ knownTerms: null, decidedInTimePercentage: null },
      steps: [{ title: 'Stemming', inTimePercentage: null, averageDays: null, people: null }],
    });
  });

  it('leaves out a share of which one side is a few people', () => {
    expect(shown({}, { done: 19, inTime: 19, lapsed: 1 }).steps[0]?.inTimePercentage).toBeNull();
    expect(shown({}, { done: 20, inTime: 3, lapsed: 0 }).steps[0]?.inTimePercentage).toBeNull();
    expect(shown({}, { done: 20, inTime: 20, lapsed: 0 }).steps[0]?.inTimePercentage).toBe(100);
    expect(shown({}, { done: 4, inTime: 4, lapsed: 16 }).steps[0]?.averageDays).toBeNull();
    expect(shown({ granted: 19 }).grantedPercentage).toBeNull();
    expect(shown({ granted: 2 }).grantedPercentage).toBeNull();
  });

  it.each([
    ['everybody had the decision in time', { decidedInTime: 20 }, 20, 100],
    ['nobody had', { decidedInTime: 0 }, 20, 0],
    ['few had it too late', { decidedInTime: 16 }, null, null],
    ['few had it in time', { decidedInTime: 4 }, null, null],
    ['it is known of few', { knownTerms: 4, decidedInTime: 4 }, null, null],
    ['it is not known of few', { knownTerms: 18, decidedInTime: 10 }, null, null],
    ['it is known of a part', { knownTerms: 12, decidedInTime: 6 }, 12, 50],
  ])('gives how many decisions were in time when %s', (_when, change, knownTerms, share) => {
    expect(shown(change)).toMatchObject({ knownTerms, decidedInTimePercentage: share });
  });

  it('never gives a number of applications from one to four, nor a share of so few, whatever was measured', () => {
    const count = fc.nat(30);
    fc.assert(
      fc.property(count, count, count, count, count, (applications, granted, done, inTime, lapsed) => {
        fc.pre(granted <= applications && inTime <= done && done + lapsed <= applications);
        const {
          applications: told,
          grantedPercentage,
          steps,
        } = shown({ applications, granted }, { done, inTime, lapsed });
        expect(told === null || told >= 5).toBe(true);
        if (grantedPercentage !== null) {
          expect([granted, applications - granted].every((each) => each === 0 || each >= 5)).toBe(true);
        }
        const [only] = steps;
        if (only?.inTimePercentage != null) {
          expect([inTime, done + lapsed - inTime].every((each) => each === 0 || each >= 5)).toBe(true);
        }
        if (only?.averageDays != null) expect(done).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
