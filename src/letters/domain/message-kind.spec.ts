import { describe, expect, it } from '@jest/globals';
import { letterKinds } from './letter-kind.ts';
import { chosenChannels, messageKindOf } from './message-kind.ts';

describe('how somebody wants to get messages', () => {
  it('is what was chosen with the application, until it is chosen otherwise for one kind', () => {
    expect(chosenChannels('electronic', [])).toEqual({ handling: 'electronic', decision: 'electronic' });
    expect(
      chosenChannels('electronic', [
        { messageKind: 'decision', channel: 'post' },
        { messageKind: 'handling', channel: 'post' },
        { messageKind: 'handling', channel: 'electronic' },
      ]),
    ).toEqual({ handling: 'electronic', decision: 'post' });
  });

  it('tells decisions from what is written while a case is handled', () => {
    expect(letterKinds.filter((kind) => messageKindOf(kind) === 'handling')).toEqual([
      'acknowledgement',
      'completion-request',
      'delay-notice',
      'intention',
      'change-notice',
      'forwarding-notice',
    ]);
  });
});
