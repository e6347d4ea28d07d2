import { hash } from 'node:crypto';

interface Remembered<Known> {
  readonly known: Known;
  readonly untilMilliseconds: number;
}

/**
 * Remembers for a short time what is known by a token that was verified, so that a caller who sends ten requests in a
 * row costs one signature check. Keeps a hash, never the token. The least recently used leave first.
 */
export class VerifiedTokens<Known> {
  readonly #remembered = new Map<string, Remembered<Known>>();
  readonly #most: number;

  /** @param most how many tokens are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#remembered.size;
  }

  find(token: string, nowMilliseconds: number): Known | null {
    const key = hash('sha256', token, 'base64');
    const found = this.#remembered.get(key);
    if (found === undefined) return null;
    this.#remembered.delete(key);
    if (found.untilMilliseconds <= nowMilliseconds) return null;
    this.#remembered.set(key, found);
    return found.known;
  }

  remember(token: string, known: Known, untilMilliseconds: number): void {
    this.#remembered.set(hash('sha256', token, 'base64'), { known, untilMilliseconds });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > this.#most && oldest !== undefined) this.#remembered.delete(oldest);
  }
}
