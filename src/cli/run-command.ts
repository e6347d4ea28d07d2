/**
 * Does the work of a command and ends the process: 0 after telling what was done, 1 after telling in one
 * sentence what went wrong.
 */
export async function runCommand(work: () => Promise<string>): Promise<never> {
  try {
    process.stdout.write(`${await work()}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
