import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { repositoryRoot, scriptArguments } from './own-script.ts';

/**
 * Runs a command of `src/cli` as an operator would, in a process of its own with nothing in its environment but what
 * is given. @returns the exit code and all that it wrote
 */
export async function runOperatorCommand(
  name: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, scriptArguments(`src/cli/${name}`, parameters), {
    cwd: repositoryRoot,
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
