import { migrations } from '../migrations/index.ts';
import { SystemClock } from './kernel/clock.ts';
import { type Configuration, readConfiguration } from './platform/config/configuration.ts';
import { loadEnvironment } from './platform/config/load-environment.ts';
import { prepareDatabase } from './platform/database/prepare-database.ts';
import { startService } from './start-service.ts';
import { welcome } from './welcome.ts';

interface Running {
  readonly url: string;
  /** Fulfilled when the database under the service has gone. */
  readonly databaseEnded: Promise<void>;
  stop(): Promise<void>;
}

/** Besides the time in which the service says that it is leaving. */
const patienceMilliseconds = 15_000;
// Ctrl-C under npm arrives twice, from the terminal and from npm; only a later one means "at once".
const sameSignalMilliseconds = 1_500;

async function start(configuration: Configuration): Promise<Running> {
  const database = await prepareDatabase(configuration, migrations, (message) => console.log(message));
  try {
    const service = await startService({
      configuration,
      clock: new SystemClock(),
      databaseUrl: database.url,
    });
    return {
      url: service.url,
      databaseEnded: database.ended,
      async stop() {
        await service.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') return `Poort ${String(port)} is al in gebruik. Kies met PORT een andere.`;
  return error.message;
}

/** Tells in a sentence what went wrong; where it went wrong is for who asks for it with LOG_LEVEL=debug. */
function fail(error: unknown): never {
  console.error(sentence(error));
  if (error instanceof Error && process.env.LOG_LEVEL === 'debug') console.error(error.stack);
  process.exit(1);
}

/** Stops on the first signal, whenever it comes, as soon as the start is over; on a later one at once. */
function stopOnSignal(starting: Promise<Running>, delayMilliseconds: number): void {
  let firstSignalAt = 0;
  const stop = (): void => {
    if (firstSignalAt !== 0) {
      if (Date.now() - firstSignalAt > sameSignalMilliseconds) process.exit(130);
      return;
    }
    firstSignalAt = Date.now();
    console.log('De dienst stopt …');
    setTimeout(
      () => fail(new Error('De dienst stopte niet op tijd.')),
      delayMilliseconds + patienceMilliseconds,
    ).unref();
    starting.then((running) => running.stop()).then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  void starting.then(async ({ databaseEnded }) => {
    await databaseEnded;
    if (firstSignalAt === 0) fail(new Error('De ingebouwde database is gestopt; de dienst stopt ook.'));
  }, fail);
}

try {
  const configuration = readConfiguration(loadEnvironment());
  const starting = start(configuration);
  stopOnSignal(starting, configuration.operations.shutdownDelaySeconds * 1000);
  console.log(welcome((await starting).url, configuration));
} catch (error) {
  fail(error);
}
