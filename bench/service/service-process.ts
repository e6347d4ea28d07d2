import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { AdjustableClock } from '../../src/kernel/clock.ts';
import { readConfiguration } from '../../src/platform/config/configuration.ts';
import { seedMunicipality } from '../../src/seeds/seed-municipality.ts';
import { startService } from '../../src/start-service.ts';
import { bareInsertPath, bareInsertStatement } from './bare-insert.ts';
import type { Command, CommandName, Commands } from './commands.ts';
import { Layers } from './layers.ts';
import { StatementRecorder } from './statement-recorder.ts';

/**
 * The service as `npm start` runs it, in a process of its own whose memory can be read, with the yardstick for
 * submissions beside it: a route that does nothing but store what it got as one row.
 */
const configuration = readConfiguration(process.env);
const databaseUrl = process.env.DATABASE_URL ?? '';
const clock = new AdjustableClock(new Date('2019-03-04T09:00:00Z'));
const recorder = new StatementRecorder();
const bare = new pg.Pool({ connectionString: databaseUrl, max: configuration.database.poolSize });

const service = await startService({
  configuration,
  clock,
  databaseUrl,
  mount: (instance) => {
    instance.post(bareInsertPath, async (request, reply) => {
      await bare.query(bareInsertStatement(request.body));
      return reply.code(201).send({ stored: true });
    });
  },
});
await seedMunicipality(service.application);
const layers = new Layers(service.application);

/** The collector, which a process shows only when it is asked for. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

const answers: { [Name in CommandName]: (ask: Commands[Name]['ask']) => Commands[Name]['answer'] } = {
  'set-clock': (now) => {
    clock.set(new Date(now));
    return null;
  },
  'leave-out': (left) => {
    layers.leaveOut(left);
    return null;
  },
  'resident-bytes': () => process.memoryUsage.rss(),
  'kept-bytes': () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },
  'start-recording': () => {
    recorder.start();
    return null;
  },
  'stop-recording': () => recorder.stop(),
};

function answerTo<Name extends CommandName>(name: Name, ask: unknown): Commands[Name]['answer'] {
  return answers[name](ask as Commands[Name]['ask']);
}

process.on('message', ({ id, name, ask }: Command) => {
  process.send?.({ id, answer: answerTo(name, ask) });
});
process.once('disconnect', () => {
  void Promise.all([service.close(), bare.end()]).then(() => process.exit(0));
});
process.send?.({ id: 0, answer: service.url });
