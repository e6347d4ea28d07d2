import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProcess } from './running-process.ts';

const patienceMilliseconds = 20_000;

async function hasEnded(pid: number): Promise<boolean> {
  const deadline = Date.now() + patienceMilliseconds;
  while (Date.now() < deadline) {
    if (!findProcess(pid)) return true;
    await pause(20);
  }
  return false;
}

/**
 * Stops the server that a killed service left behind, or clears away what a killed server left behind: its
 * postmaster.pid, whose number may by now belong to something else or to a process that has ended but was not
 * collected; PostgreSQL would refuse to start over both.
 * @param cluster PostgreSQL's data directory
 * @throws Error in Dutch when the server is somebody else's or does not stop
 */
export async function stopLeftoverServer(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => null);
  if (text === null) return;
  const pid = Number(text.split('\n')[0]);
  const found = findProcess(pid);
  if (found?.commandLine.includes(cluster)) {
    try {
      process.kill(pid, 'SIGINT');
    } catch {
      throw new Error(
        `Voor ${cluster} draait al een PostgreSQL-server van een andere gebruiker (proces ${pid}).`,
      );
    }
    if (!(await hasEnded(pid))) {
      throw new Error(`De PostgreSQL-server van een eerdere start (proces ${pid}) stopt niet.`);
    }
  }
  await rm(pidFile, { force: true });
}
