import { describe, expect, it } from '@jest/globals';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { type CaseClock, freshClock } from './case-clock.ts';
import { keptDecisionTerm } from './kept-decision-term.ts';

const day = calendarDate;
const document: RegulationDocument = {
  ...exampleRegulation,
  window: { kind: 'rolling', opensOn: day('2019-01-01') },
  terms: { decisionWeeks: 8, decisionStartsAt: 'receipt', generalTermsActApplies: true, completionWeeks: 2 },
};
const application: CaseClock['application'] = {
  id: 'zaak',
  kernId: 'kern',
  status: 'announced',
  activityEndsOn: null,
  receivedOn: day('2022-05-02'),
};

/** A case that was received on 2 May 2022, so that eight weeks end on 27 June, with its decision sent on a day. */
const sent = (on: string, change: Partial<CaseClock> = {}): CaseClock => ({
  ...freshClock(application, document),
  announced: { sentOn: day(on), grantedCents: cents(0) },
  ...change,
});
const agreed = (until: string | null) => ({
  suspensions: [
    { ground: 'consent', startsAfter: day('2022-05-31'), until: until === null ? null : day(until) },
  ] as const,
});
const notice = (basis: 'scheme' | 'named-date', weeks: number | null, announcedOn = '2022-06-20') => ({
  notices: [
    { basis, announcedOn: day(announcedOn), weeks, expectedOn: weeks === null ? day('2022-08-01') : null },
  ],
});

describe('What is kept of the term when a decision was sent', () => {
  it.each([
    ['the last day is in time', sent('2022-06-27'), '2022-06-27', true],
    ['the day after is late', sent('2022-06-28'), '2022-06-27', false],
    [
      'days on which the clock stood still come after the term',
      sent('2022-07-04', agreed('2022-06-08')),
      '2022-07-04',
      true,
    ],
    [
      'an extension that the regulation allows counts',
      sent('2022-08-08', notice('scheme', 6)),
      '2022-08-08',
      true,
    ],
    [
      'a notice that names a day makes no decision in time (Awb 4:14(1))',
      sent('2022-08-01', notice('named-date', null)),
      '2022-06-27',
      false,
    ],
    [
      'an extension after the term was over changes nothing',
      sent('2022-07-29', notice('scheme', 6, '2022-06-28')),
      '2022-06-27',
      false,
    ],
  ])('%s', (_what, clock, dueOn, isInTime) => {
    expect(keptDecisionTerm(clock)).toMatchObject({ dueOn, isInTime, stoodStill: false });
  });

  it('says that the clock stood still, so that no term could be over', () => {
    expect(keptDecisionTerm(sent('2022-09-01', agreed(null)))).toEqual({
      ...{ dueOn: '2022-06-27', stoodStill: true, announcedOn: '2022-09-01', isInTime: true },
    });
  });

  it('is nothing before the decision was sent', () => {
    expect(keptDecisionTerm(freshClock({ ...application, status: 'decided' }, document))).toBeNull();
  });
});
