import { startEmbeddedDatabase } from '../../src/platform/database/embedded-database.ts';

/**
 * What a test kills: a process with an embedded database in the directory of its first argument. It writes one
 * line of JSON when the database is there, or a sentence on the error stream when it is not.
 */
try {
  const database = await startEmbeddedDatabase({
    dataDirectory: process.argv[2] ?? '',
    schema: 'kernbudget',
    tell: () => undefined,
  });
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  process.stdout.write(`${JSON.stringify({ ownerUrl: database.ownerUrl })}\n`);
  await database.ended;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
