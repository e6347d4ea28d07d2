import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/platform/database/embedded-server.ts';
import { type ServiceProcess, spawnService, untilReady } from './service-process.ts';

/** A service that is killed and started again, on the same data and at the same address. */
export class MortalService {
  readonly #environment: Readonly<Record<string, string>>;
  readonly #port: number;
  readonly #dataDirectory: string;
  #service: ServiceProcess;
  kills = 0;

  private constructor(
    dataDirectory: string,
    environment: Readonly<Record<string, string>>,
    port: number,
    service: ServiceProcess,
  ) {
    this.#dataDirectory = dataDirectory;
    this.#environment = environment;
    this.#port = port;
    this.#service = service;
  }

  static async start(dataDirectory: string): Promise<MortalService> {
    const environment = { DATA_DIRECTORY: dataDirectory, LOG_LEVEL: 'error', DATABASE_POOL_SIZE: '10' };
    const port = await freePort();
    const service = await spawnService(environment, port);
    await untilReady(service);
    return new MortalService(dataDirectory, environment, port, service);
  }

  get url(): string {
    return this.#service.url;
  }

  /** Kills the service; its database is left behind, as after a real crash. */
  async killService(): Promise<void> {
    this.#service.child.kill('SIGKILL');
    await this.#again();
  }

  /** Kills the server of the database and all that it was doing. */
  async killDatabase(): Promise<void> {
    const { elsewhere } = JSON.parse(readFileSync(`${this.#dataDirectory}/postgres.json`, 'utf8')) as {
      elsewhere: string | null;
    };
    const cluster = `${elsewhere ?? `${this.#dataDirectory}/postgres`}/cluster`;
    const [pid = ''] = readFileSync(`${cluster}/postmaster.pid`, 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await Promise.race([this.#service.ended, pause(5_000)]);
    this.#service.child.kill('SIGKILL');
    await this.#again();
  }

  async #again(): Promise<void> {
    this.kills += 1;
    await this.#service.ended;
    this.#service = await spawnService(this.#environment, this.#port);
    await untilReady(this.#service);
  }

  async stop(): Promise<void> {
    this.#service.child.kill('SIGTERM');
    await this.#service.ended;
  }
}
