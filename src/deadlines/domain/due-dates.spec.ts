import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { addDays, type CalendarDate, calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { type CaseClock, freshClock } from './case-clock.ts';
import { type DueDate, lateSince, nextDueDate, stateOf } from './due-date.ts';
import { dueDateKinds } from './due-date-kind.ts';
import { dueDatesOf, penaltyOn } from './due-dates.ts';
import { accruedOn, urgencyOn } from './urgency.ts';

const day = calendarDate;
const document: RegulationDocument = {
  ...exampleRegulation,
  window: { kind: 'rolling', opensOn: day('2019-01-01') },
  terms: { decisionWeeks: 8, decisionStartsAt: 'receipt', generalTermsActApplies: true, completionWeeks: 2 },
};
const clock = (change: Partial<CaseClock> = {}, status: CaseClock['application']['status'] = 'received') => ({
  ...freshClock(
    { id: 'zaak', kernId: 'kern', status, receivedOn: day('2022-05-02'), activityEndsOn: day('2022-10-01') },
    document,
  ),
  ...change,
});
const request = (change: object = {}) => ({
  ...{ id: 'vraag', applicationId: 'zaak', letterId: 'brief', items: [], answeredOn: null },
  ...{ askedOn: day('2022-05-10'), lastDay: day('2022-05-24') },
  ...change,
});
const find = (given: CaseClock, kind: string): DueDate => {
  const found = dueDatesOf(given).find((due) => due.kind === kind);
  if (!found) throw new Error(`No due date of the kind ${kind}`);
  return found;
};
const nextOn = (given: CaseClock, today: string) => {
  const next = nextDueDate(dueDatesOf(given), day(today));
  return next && `${next.kind} ${next.lastDay}`;
};

describe('What is due next', () => {
  it.each([
    ['an application has to be decided', clock(), '2022-05-03', 'decision 2022-06-27'],
    [
      'an incomplete one is with the applicant',
      clock({ requests: [request()] }, 'incomplete'),
      '2022-05-20',
      'completion 2022-05-24',
    ],
    [
      'when the applicant let the term pass, four weeks remain to leave it untreated',
      clock({ requests: [request()] }, 'incomplete'),
      '2022-05-25',
      'leaving-untreated 2022-06-21',
    ],
    [
      'after those four weeks it has to be decided on its content',
      clock({ requests: [request()] }, 'incomplete'),
      '2022-06-22',
      'decision 2022-07-11',
    ],
    [
      'a decision that was not sent is not there yet',
      clock({}, 'decided'),
      '2022-05-03',
      'decision 2022-06-27',
    ],
    [
      'after sending the term to object runs',
      clock({ announced: { sentOn: day('2022-06-01'), grantedCents: cents(0) } }, 'announced'),
      '2022-06-02',
      'objection 2022-07-13',
    ],
    [
      'and then nothing',
      clock({ announced: { sentOn: day('2022-06-01'), grantedCents: cents(0) } }, 'announced'),
      '2022-07-14',
      null,
    ],
    ['a withdrawn application has nothing due', clock({}, 'withdrawn'), '2022-05-03', null],
  ])('%s', (_what, given, today, expected) => {
    expect(nextOn(given, today)).toBe(expected);
  });
});

describe('How a due date stands', () => {
  it('runs, stands still, is late and is met in turn', () => {
    const decision = find(clock({ requests: [request({ answeredOn: day('2022-05-24') })] }), 'decision');
    const states = ['2022-05-10', '2022-05-11', '2022-05-23', '2022-05-24', '2022-07-11', '2022-07-12'].map(
      (today) => stateOf(decision, day(today)),
    );
    expect(states).toEqual(['running', 'suspended', 'suspended', 'running', 'running', 'late']);
    expect(lateSince(decision, day('2022-07-12'))).toBe('2022-07-12');
    const late = { ...decision, metOn: day('2022-07-20') };
    expect([stateOf(late, day('2022-08-01')), lateSince(late, day('2022-08-01'))]).toEqual([
      'met',
      '2022-07-12',
    ]);
    const inTime = { ...decision, metOn: day('2022-07-11') };
    expect(lateSince(inTime, day('2022-08-01'))).toBeNull();
  });

  it('that nobody at the town hall can meet is over, and not late', () => {
    const announced = { sentOn: day('2022-06-01'), grantedCents: cents(10_000) };
    const objection = find(clock({ announced }, 'announced'), 'objection');
    expect(stateOf(objection, day('2022-09-01'))).toBe('passed');
    expect(lateSince(objection, day('2022-09-01'))).toBeNull();
  });

  it('has haste within seven days, and money runs after the two weeks of a default notice', () => {
    const due = day('2022-07-12');
    expect(
      ['2022-07-04', '2022-07-05', '2022-07-12', '2022-07-13'].map((on) => urgencyOn(due, day(on))),
    ).toEqual(['later', 'this-week', 'this-week', 'late']);
    expect(accruedOn('default-notice', due, day('2022-07-15'))).toBe(4_600);
    expect(accruedOn('decision', due, day('2022-07-15'))).toBe(0);
  });
});

describe('What follows after a grant', () => {
  const announced = { sentOn: day('2022-06-01'), grantedCents: cents(50_000) };
  const kindsUnder = (change: Partial<RegulationDocument>) =>
    dueDatesOf(clock({ announced, document: { ...document, ...change } }, 'announced'))
      .filter(({ metOn }) => metOn === null)
      .map(({ kind, lastDay }) => `${kind} ${lastDay}`);

  it('that is fixed at once: to pay and, for five years, to recover', () => {
    expect(
      kindsUnder({ settlement: { fixed: 'directly', keepProofYears: 5 }, payment: { kind: 'at-once' } }),
    ).toEqual(['objection 2022-07-13', 'payment 2022-07-13', 'recovery 2027-06-01']);
  });

  it('on account: an account of the activity, and nothing is paid before it', () => {
    expect(
      kindsUnder({
        settlement: { fixed: 'on-account', accountWeeks: 8, evidence: ['Bonnen'] },
        payment: { kind: 'afterwards', declarationWeeks: 4, evidence: ['Bonnen'] },
      }),
    ).toEqual(['objection 2022-07-13', 'declaration 2022-10-31', 'account 2022-11-28']);
  });

  it('that the municipality fixes by itself: within so many weeks after the activity', () => {
    expect(
      kindsUnder({
        settlement: { fixed: 'ex-officio', withinWeeks: 13 },
        payment: { kind: 'advance', percentage: 100, withinWeeks: 4 },
      }),
    ).toEqual(['objection 2022-07-13', 'payment 2022-06-29', 'settlement 2022-12-31']);
  });
});

describe('A late decision', () => {
  const defaultNoticeOn = day('2022-06-28');

  it('costs nothing when it is sent within two weeks of the notice', () => {
    const announced = { sentOn: day('2022-07-12'), grantedCents: cents(0) };
    const given = clock({ defaultNoticeOn, announced }, 'announced');
    expect(dueDatesOf(given).map(({ kind }) => kind)).not.toContain('penalty');
    expect(penaltyOn(given, day('2022-12-01'))).toMatchObject({ days: 0, amountCents: 0 });
  });

  it('has its amount determined two weeks after the last day that counts', () => {
    const announced = { sentOn: day('2022-07-20'), grantedCents: cents(0) };
    const given = clock({ defaultNoticeOn, announced }, 'announced');
    expect(penaltyOn(given, day('2022-12-01'))).toMatchObject({ days: 7, amountCents: 16_100 });
    expect(find(given, 'penalty-decision').lastDay).toBe('2022-08-02');
  });

  it('was not late when a standstill turns out to have made the term longer than the notice', () => {
    const suspension = {
      ground: 'force-majeure',
      startsAfter: day('2022-06-01'),
      until: day('2022-06-20'),
    } as const;
    const given = clock({ defaultNoticeOn, suspensions: [suspension] });
    expect(dueDatesOf(given).map(({ kind }) => kind)).not.toContain('default-notice');
    expect(penaltyOn(given, day('2022-08-01'))).toEqual({ kind: 'notice-too-early' });
  });
});

describe('Every due date of any case', () => {
  const offset = fc.integer({ min: 0, max: 200 });
  const optionalDay = (from: CalendarDate) => fc.option(offset.map((days) => addDays(from, days)));
  const start = day('2022-05-02');

  it('has at least one sentence, an end after receipt, and comes once per kind', () => {
    const anyClock = fc.record({
      announcedOn: optionalDay(start),
      notice: optionalDay(start),
      promisedOn: optionalDay(start),
      asked: optionalDay(start),
      granted: fc.constantFrom(cents(0), cents(10_000)),
    });
    fc.assert(
      fc.property(anyClock, ({ announcedOn, notice, promisedOn, asked, granted }) => {
        const requests = asked === null ? [] : [request({ askedOn: asked, lastDay: addDays(asked, 14) })];
        const announced = announcedOn && { sentOn: announcedOn, grantedCents: granted };
        const dueDates = dueDatesOf(clock({ requests, defaultNoticeOn: notice, promisedOn, announced }));
        const kinds = dueDates.map(({ kind }) => kind);
        expect(new Set(kinds).size).toBe(kinds.length);
        for (const { kind, lastDay, steps } of dueDates) {
          expect(dueDateKinds).toContain(kind);
          expect(steps.length).toBeGreaterThan(0);
          expect(lastDay! >= start).toBe(true);
        }
      }),
    );
  });
});
