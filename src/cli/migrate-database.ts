import { migrations } from '../../migrations/index.ts';
import { readOwnerUrl } from '../platform/config/database-configuration.ts';
import { loadEnvironment } from '../platform/config/load-environment.ts';
import { runMigrations } from '../platform/database/migrations.ts';
import { runCommand } from './run-command.ts';

/** `npm run db:migrate`: brings the tables up to this version, as the owner. */
await runCommand(async () => {
  const done = await runMigrations(readOwnerUrl(loadEnvironment()), migrations);
  return done.length === 0 ? 'De tabellen waren al bij.' : `Uitgevoerd: ${done.join(', ')}.`;
});
