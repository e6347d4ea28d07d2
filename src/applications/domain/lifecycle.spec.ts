import { describe, expect, it } from '@jest/globals';
import { applicationStatuses, lifecycleEvents, nextStatus } from './lifecycle.ts';

/** The full product of states and events, written out once more by hand so that a slip in the table is seen. */
const allowed = [
  'draft submit received',
  'draft withdraw withdrawn',
  'received ask-completion incomplete',
  'received supplement received',
  'received find-complete complete',
  'received withdraw withdrawn',
  'received decide decided',
  'incomplete supplement incomplete',
  'incomplete find-complete complete',
  'incomplete withdraw withdrawn',
  'incomplete decide decided',
  'complete ask-completion incomplete',
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

  it('cannot be withdrawn, completed or decided again once it is decided', () => {
    expect(lifecycleEvents.filter((event) => nextStatus('decided', event))).toEqual(['announce-decision']);
  });
});
