import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../migrations/index.ts';
import { AdjustableClock } from '../src/kernel/clock.ts';
import { readConfiguration } from '../src/platform/config/configuration.ts';
import { prepareDatabase } from '../src/platform/database/prepare-database.ts';
import { canReach, serverAccountFor } from '../src/platform/database/server-account.ts';
import { startService } from '../src/start-service.ts';

/** The service on an empty database of its own, which disappears with it. */
export interface Stage {
  readonly url: string;
  readonly clock: AdjustableClock;
  /** Stops everything; again is the same. */
  close(): Promise<void>;
}

/** A directory that the database's account can enter: started by root, PostgreSQL runs as another user. */
async function temporaryDirectory(): Promise<string> {
  const account = serverAccountFor('/');
  const parent = account && !canReach(account, tmpdir()) ? '/tmp' : tmpdir();
  const directory = await mkdtemp(join(parent, 'kernbudget-demo-'));
  await chmod(directory, 0o755);
  return directory;
}

/** Starts everything as `npm start` does, but with nothing kept and at the moment that the story tells. */
export async function buildStage(now: Date): Promise<Stage> {
  const directory = await temporaryDirectory();
  const removeDirectory = () => rm(directory, { recursive: true, force: true });
  // The environment is left out on purpose: the demonstration is the same everywhere and touches nothing else.
  const configuration = readConfiguration({
    PORT: '0',
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE_PER_CALLER: '0',
    DATA_DIRECTORY: join(directory, 'data'),
  });
  const clock = new AdjustableClock(now);
  const database = await prepareDatabase(configuration, migrations, () => undefined).catch(
    async (error: unknown) => {
      await removeDirectory();
      throw error;
    },
  );
  const stopDatabase = async (): Promise<void> => {
    await database.stop();
    await removeDirectory();
  };
  try {
    const service = await startService({ configuration, clock, databaseUrl: database.url });
    const closeAll = async (): Promise<void> => {
      await service.close();
      await stopDatabase();
    };
    let closing: Promise<void> | null = null;
    return { url: service.url, clock, close: () => (closing ??= closeAll()) };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}
