import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { type CompletionRequest, suspensionsOf } from './completion-request.ts';

const day = calendarDate;
const request = (change: Partial<CompletionRequest>): CompletionRequest => ({
  ...{ id: 'vraag', applicationId: 'aanvraag', letterId: 'brief', items: [] },
  ...{ askedOn: day('2022-05-10'), lastDay: day('2022-05-24'), answeredOn: null },
  ...change,
});

describe('How long the clock stands still for a completion', () => {
  it.each([
    ['completed on 20 May', { answeredOn: day('2022-05-20') }, '2022-05-20'],
    ['completed on the last day', { answeredOn: day('2022-05-24') }, '2022-05-24'],
    ['not completed', {}, '2022-05-25'],
    ['completed long after the term ran out', { answeredOn: day('2022-06-30') }, '2022-05-25'],
  ])('%s', (_when, change, until) => {
    expect(suspensionsOf([request(change)])).toEqual([
      { ground: 'completion', startsAfter: '2022-05-10', until },
    ]);
  });

  it('not at all for a request that was never sent', () => {
    expect(suspensionsOf([request({ askedOn: null, lastDay: null })])).toEqual([]);
  });
});
