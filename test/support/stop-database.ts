import { rm } from 'node:fs/promises';

/** Runs once after all tests. */
export default async function stopDatabase(): Promise<void> {
  const running = globalThis.kernbudgetTestServer;
  if (!running) return;
  await running.server.stop('immediate');
  await rm(running.directory, { recursive: true, force: true });
}
