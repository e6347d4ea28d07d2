import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LedgerHeads } from './ledger-heads.service.ts';

const hourMilliseconds = 3_600_000;

/**
 * Sees to it that every day has a head: at the start of the service, and then it looks every hour. A command that only
 * looks at the ledger does not start it.
 */
@Injectable()
export class DailyHead implements OnApplicationShutdown {
  readonly #heads: LedgerHeads;
  #timer: NodeJS.Timeout | undefined;

  constructor(heads: LedgerHeads) {
    this.#heads = heads;
  }

  async start(): Promise<void> {
    await this.#heads.seal();
    // A failure is not followed up: the next hour does the same work.
    this.#timer = setInterval(() => void this.#heads.seal().catch(() => undefined), hourMilliseconds);
    this.#timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }
}
