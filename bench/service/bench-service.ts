import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { migrations } from '../../migrations/index.ts';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '../../src/platform/database/embedded-database.ts';
import { runMigrations } from '../../src/platform/database/migrations.ts';
import { asOwner } from './as-owner.ts';
import { bareInsertTable } from './bare-insert.ts';
import { throwAwayKeys } from './throw-away-keys.ts';
import type { CommandName, Commands, Reply } from './commands.ts';

/** The built service in its own process, on an embedded PostgreSQL with its ordinary, durable settings. */
export class BenchService {
  readonly #child: ChildProcess;
  readonly #database: EmbeddedDatabase;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  readonly #tokens = new Map<string, Promise<string>>();
  readonly url: string;
  #lastId = 0;

  private constructor(child: ChildProcess, database: EmbeddedDatabase, url: string) {
    this.#child = child;
    this.#database = database;
    this.url = url;
    child.on('message', ({ id, answer }: Reply) => {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    });
  }

  /** Starts PostgreSQL in an empty directory, and the service on it. */
  static async start(directory: string): Promise<BenchService> {
    const database = await startEmbeddedDatabase({
      dataDirectory: directory,
      schema: 'kernbudget',
      tell: () => undefined,
    });
    try {
      await runMigrations(database.ownerUrl, migrations);
      await asOwner(database.ownerUrl, (client) => client.query(bareInsertTable));
      const child = fork(fileURLToPath(new URL('./service-process.js', import.meta.url)), {
        execArgv: ['--enable-source-maps'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        serialization: 'advanced',
        env: {
          ...process.env,
          PORT: '0',
          REQUESTS_PER_MINUTE_PER_CALLER: '0',
          REQUESTS_PER_MINUTE_PER_ADDRESS: '0',
          DATABASE_URL: database.serviceUrl,
          ...throwAwayKeys,
        },
      });
      const ended = once(child, 'exit').then(() => Promise.reject(new Error('De dienst kwam niet op gang.')));
      const [{ answer }] = (await Promise.race([once(child, 'message'), ended])) as [Reply];
      ended.catch(() => undefined);
      return new BenchService(child, database, String(answer));
    } catch (error) {
      await database.stop();
      throw error;
    }
  }

  get serviceUrl(): string {
    return this.#database.serviceUrl;
  }

  get ownerUrl(): string {
    return this.#database.ownerUrl;
  }

  tell<Name extends CommandName>(name: Name, ask: Commands[Name]['ask']): Promise<Commands[Name]['answer']> {
    const id = (this.#lastId += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, (answer) => resolve(answer as Commands[Name]['answer']));
      this.#child.send({ id, name, ask });
    });
  }

  /** A token of one of the demo people, asked for once. */
  token(personId: string): Promise<string> {
    const known = this.#tokens.get(personId) ?? this.#askToken(personId);
    this.#tokens.set(personId, known);
    return known;
  }

  async #askToken(personId: string): Promise<string> {
    const response = await fetch(`${this.url}/development/issuer/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: personId,
        client_secret: 'demo',
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }

  async stop(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
    await this.#database.stop();
  }
}
