import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { repositoryRoot, scriptArguments } from './own-script.ts';
import { freePort } from '../../src/platform/database/embedded-server.ts';

/** The service as an operator starts it: a process of its own, that takes signals. */
export interface ServiceProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** All that it has written. */
  readonly output: () => string;
  /** Fulfilled with the exit code. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts the service with nothing in its environment but what is given.
 * @param chosenPort one that is free; another that is free where none is given
 */
export async function spawnService(
  environment: Readonly<Record<string, string>>,
  chosenPort?: number,
): Promise<ServiceProcess> {
  const port = chosenPort ?? (await freePort());
  const child = spawn(process.execPath, scriptArguments('src/main'), {
    cwd: repositoryRoot,
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { url: `http://127.0.0.1:${port}`, child, output: () => written, ended };
}

/** @throws Error with what the service wrote, when it ends or is not ready within so many seconds (a busy machine takes long) */
export async function untilReady(service: ServiceProcess, seconds = 180): Promise<void> {
  for (let waited = 0; waited < seconds; waited += 0.1) {
    const answer = await fetch(`${service.url}/health/ready`).catch(() => null);
    if (answer?.status === 200) return;
    if (service.child.exitCode !== null) break;
    await pause(100);
  }
  throw new Error(`The service did not become ready: ${service.output()}`);
}
