import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProcess } from './running-process.ts';

interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

function holderOf(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  return findProcess(holder.pid)?.startedAt === holder.startedAt;
}

/**
 * Marks the data directory as in use by this process, until the process ends or the returned function is called.
 * A mark left by a process that was killed is ignored.
 * @throws Error in Dutch when another process that is still running uses the directory
 */
export function lockDataDirectory(dataDirectory: string): () => void {
  const file = join(dataDirectory, 'service.lock');
  const mine: Holder = { pid: process.pid, startedAt: findProcess(process.pid)?.startedAt ?? '' };
  for (let attempt = 1; ; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 3) throw error;
      const holder = holderOf(file);
      if (holder && isAlive(holder)) {
        throw new Error(
          `De dienst draait al met de gegevens in ${dataDirectory} (proces ${holder.pid}). Stop die eerst, of ` +
            'geef deze met DATA_DIRECTORY een eigen map (en met PORT een eigen poort).',
        );
      }
      rmSync(file, { force: true });
    }
  }
  const release = (): void => {
    process.removeListener('exit', release);
    rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}
