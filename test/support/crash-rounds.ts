import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Comparison, compareWith, type LogLine } from './booking-client.ts';
import { MortalService } from './mortal-service.ts';
import { runOperatorCommand } from './operator-command.ts';
import { repositoryRoot, scriptArguments } from './own-script.ts';
import { PersistentCaller } from './persistent-caller.ts';

export interface CrashRounds {
  /** An empty directory, for the data and for the log of the clients. */
  readonly directory: string;
  readonly clients: number;
  /** What is killed, one after another. */
  readonly victims: readonly ('service' | 'database')[];
  /** How long there is work between two kills, in milliseconds. */
  readonly between: (round: number) => number;
  readonly tell?: (message: string) => void;
}

/**
 * Lets clients in a process of their own book, kills the service and its database again and again, and compares what
 * was acknowledged with what is there. The verifier is run at the end, as a command.
 */
export async function crashRounds(rounds: CrashRounds): Promise<Comparison & { readonly kills: number }> {
  const { directory, clients, victims, between, tell = () => undefined } = rounds;
  const service = await MortalService.start(directory);
  const logFile = `${directory}/acknowledged.jsonl`;
  const parameters = [service.url, logFile, String(clients)];
  const client = spawn(process.execPath, scriptArguments('test/soak/booking-process', parameters), {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(client, 'exit');
  let comparison: Comparison;
  try {
    // The first kill comes when there is work to break off.
    await pause(1_500);
    for (const [round, victim] of victims.entries()) {
      await pause(between(round));
      await (victim === 'service' ? service.killService() : service.killDatabase());
      tell(`${round + 1} of ${victims.length}: killed the ${victim}, up again`);
    }
    await pause(between(victims.length));
    client.kill('SIGTERM');
    await ended;
    const log = readFileSync(logFile, 'utf8').trimEnd().split('\n');
    const lines = log.map((line) => JSON.parse(line) as LogLine);
    comparison = await compareWith(new PersistentCaller(service.url), lines);
  } finally {
    client.kill('SIGKILL');
    await service.stop();
  }
  const { code, output } = await runOperatorCommand('verify-ledger', [], { DATA_DIRECTORY: directory });
  const wrong = code === 0 ? comparison.wrong : [...comparison.wrong, output];
  return { ...comparison, wrong, kills: service.kills };
}
