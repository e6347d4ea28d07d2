import { describe, expect, it } from '@jest/globals';
import {
  applicationStatuses,
  endedWithoutDecision,
  lifecycleEvents,
  nextStatus,
  possibleEvents,
} from './lifecycle.ts';

/** The full product of states and events, written out once more by hand so that a slip in the table is seen. */
const allowed = [
  'draft submit received',
  'draft withdraw withdrawn',
  'received ask-completion incomplete',
  'received supplement received',
  'received find-complete complete',
  'received correct received',
  'received reduce received',
  'received take-in received',
  'received merge merged',
  'received forward forwarded',
  'received withdraw withdrawn',
  'received decide decided',
  'incomplete supplement incomplete',
  'incomplete find-complete complete',
  'incomplete correct incomplete',
  'incomplete reduce incomplete',
  'incomplete take-in incomplete',
  'incomplete merge merged',
  'incomplete forward forwarded',
  'incomplete withdraw withdrawn',
  'incomplete decide decided',
  'complete ask-completion incomplete',
  'complete correct complete',
  'complete reduce complete',
  'complete take-in complete',
  'complete merge merged',
  'complete forward forwarded',
  'complete withdraw withdrawn',
  'complete decide decided',
  'decided announce-decision announced',
  'announced announce-change announced',
];

describe('The life of an application', () => {
  it.each(applicationStatuses.flatMap((status) => lifecycleEvents.map((event) => [status, event] as const)))(
    'when it is %s and somebody wants to %s, only what the law allows follows',
    (status, event) => {
      const expected = allowed.find((line) => line.startsWith(`${status} ${event} `));
      expect(nextStatus(status, event)).toBe(expected ? expected.split(' ')[2] : null);
    },
  );

  it.each(['withdrawn', 'merged', 'forwarded'] as const)('is over when it is %s', (status) => {
    expect(possibleEvents(status)).toEqual([]);
    expect(endedWithoutDecision(status)).toBe(true);
  });

  it('cannot be withdrawn, corrected, completed or decided again once it is decided', () => {
    expect(lifecycleEvents.filter((event) => nextStatus('decided', event))).toEqual(['announce-decision']);
  });
});
