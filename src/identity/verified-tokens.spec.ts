import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../kernel/actor.ts';
import { VerifiedTokens } from './verified-tokens.ts';

function somebody(subject: string): Actor {
  return { subject, name: subject, roles: ['resident'], kernCodes: [], represents: null };
}

describe('The memory of verified tokens', () => {
  it('knows a token until its time is over, and not at that moment any more', () => {
    const tokens = new VerifiedTokens<Actor>(10);
    tokens.remember('token', somebody('fenna'), 1000);
    expect(tokens.find('token', 999)?.subject).toBe('fenna');
    expect(tokens.find('token', 1000)).toBeNull();
    expect(tokens.size).toBe(0);
  });

  it('does not take one token for another', () => {
    const tokens = new VerifiedTokens<Actor>(10);
    tokens.remember('token', somebody('fenna'), 1000);
    expect(tokens.find('tokem', 0)).toBeNull();
  });

  it('forgets what was used longest ago when it is full', () => {
    const tokens = new VerifiedTokens<Actor>(2);
    tokens.remember('first', somebody('first'), 1000);
    tokens.remember('second', somebody('second'), 1000);
    tokens.find('first', 0);
    tokens.remember('third', somebody('third'), 1000);
    expect(['first', 'second', 'third'].map((token) => tokens.find(token, 0)?.subject)).toEqual([
      'first',
      undefined,
      'third',
    ]);
    expect(tokens.size).toBe(2);
  });
});
