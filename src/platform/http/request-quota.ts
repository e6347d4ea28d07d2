/** How somebody stands after one more request. */
export interface Standing {
  readonly allowed: boolean;
  /** Requests that are left until the window ends. */
  readonly remaining: number;
  /** Whole seconds until the window ends, at least 1. */
  readonly secondsLeft: number;
}

interface Window {
  taken: number;
  readonly endsAtMilliseconds: number;
}

export const windowSeconds = 60;
/** About ten megabytes; who would need more keys than this is a flood, and the oldest windows are let go. */
const mostWindows = 50_000;

/**
 * Counts requests per key in windows of a minute that begin with the first request. It lives in the memory of one
 * process: several processes share nothing but the database, and a row per request there would cost more than
 * the requests that it stops. Behind N processes a limit is therefore at most N times as wide.
 */
export class RequestQuota {
  readonly quota: number;
  readonly #now: () => number;
  /** In the order in which the windows began, and therefore end. */
  readonly #windows = new Map<string, Window>();

  /**
   * @param quota requests per minute, more than 0
   * @param now whole milliseconds that only go up
   */
  constructor(quota: number, now: () => number = () => Math.floor(performance.now())) {
    this.quota = quota;
    this.#now = now;
  }

  get size(): number {
    return this.#windows.size;
  }

  take(key: string): Standing {
    const now = this.#now();
    const window = this.#windowOf(key, now);
    window.taken += 1;
    return {
      allowed: window.taken <= this.quota,
      remaining: Math.max(0, this.quota - window.taken),
      secondsLeft: Math.max(1, Math.ceil((window.endsAtMilliseconds - now) / 1000)),
    };
  }

  #windowOf(key: string, now: number): Window {
    const known = this.#windows.get(key);
    if (known && known.endsAtMilliseconds > now) return known;
    this.#windows.delete(key);
    this.#forget(now);
    const window = { taken: 0, endsAtMilliseconds: now + windowSeconds * 1000 };
    this.#windows.set(key, window);
    return window;
  }

  /** Lets go of the windows at the front that are over, and of one more when there are too many. */
  #forget(now: number): void {
    for (const [key, { endsAtMilliseconds }] of this.#windows) {
      if (endsAtMilliseconds > now && this.#windows.size < mostWindows) return;
      this.#windows.delete(key);
    }
  }
}
