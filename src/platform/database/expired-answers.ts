import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const hourMilliseconds = 3_600_000;

/** Forgets stored answers after their end date, once at the start and then every hour. */
@Injectable()
export class ExpiredAnswers implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #dataSource: DataSource;
  #timer: NodeJS.Timeout | undefined;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.discard();
    // A failure is not followed up: the next hour does the same work.
    this.#timer = setInterval(() => void this.discard().catch(() => undefined), hourMilliseconds);
    this.#timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async discard(): Promise<void> {
    await this.#dataSource.query('DELETE FROM idempotency_record WHERE ends_at < now()');
  }
}
