import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';

/** A process that is really there: one that ended but was not yet collected by its parent does not count. */
export interface RunningProcess {
  readonly pid: number;
  /** When it started, in the system's own notation: tells two processes apart that had the same number. */
  readonly startedAt: string;
  readonly commandLine: string;
}

function onLinux(pid: number): RunningProcess | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field, the name between brackets, may itself hold brackets and spaces: count from the last one.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z' || state === 'X') return null;
  const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return { pid, startedAt: fields[18] ?? '', commandLine };
}

function elsewhere(pid: number): RunningProcess | null {
  const read = (column: string): string =>
    execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  if (read('stat').startsWith('Z')) return null;
  return { pid, startedAt: read('lstart'), commandLine: read('command') };
}

/** Finds a process by its number; null when it has ended. */
export function findProcess(pid: number): RunningProcess | null {
  try {
    return platform() === 'linux' ? onLinux(pid) : elsewhere(pid);
  } catch {
    return null;
  }
}
