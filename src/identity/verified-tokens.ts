import { hash } from 'node:crypto';
import type { Actor } from '../kernel/actor.ts';

interface Remembered {
  readonly actor: Actor;
  readonly untilMilliseconds: number;
}

/**
 * Remembers for a short time who belongs to a token that was verified, so that a caller who sends ten requests in a
 * row costs one signature check. Keeps a hash, never the token. The least recently used leave first.
 */
export class VerifiedTokens {
  readonly #remembered = new Map<string, Remembered>();
  readonly #most: number;

  /** @param most how many tokens are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#remembered.size;
  }

  find(token: string, nowMilliseconds: number): Actor | null {
    const key = hash('sha256', token, 'base64');
    const found = this.#remembered.get(key);
    if (found === undefined) return null;
    this.#remembered.delete(key);
    if (found.untilMilliseconds <= nowMilliseconds) return null;
    this.#remembered.set(key, found);
    return found.actor;
  }

  remember(token: string, actor: Actor, untilMilliseconds: number): void {
    this.#remembered.set(hash('sha256', token, 'base64'), { actor, untilMilliseconds });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > this.#most && oldest !== undefined) this.#remembered.delete(oldest);
  }
}
