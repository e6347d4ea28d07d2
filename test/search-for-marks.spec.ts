import { describe, expect, it } from '@jest/globals';
import { marked, marksIn } from './support/marked-values.ts';

const sentence = (before: string) => Buffer.from(`${before}${marked.title}, en meer`);

describe('The search for what a person filled in', () => {
  it.each(['', 'x', 'xy', 'xyz'])('finds it in base64 after "%s", and as bytes', (before) => {
    expect(marksIn(`..${sentence(before).toString('base64')}..`)).not.toEqual([]);
    expect(marksIn(sentence(before).toString('hex'))).not.toEqual([]);
  });

  it('does not take a few letters for it, which encrypted text has by chance', () => {
    const whole = sentence('').toString('base64');
    for (let start = 0; start + 7 <= whole.length; start += 1) {
      expect(marksIn(whole.slice(start, start + 7))).toEqual([]);
    }
  });
});
