import { readBootstrapConfiguration } from '../platform/config/database-configuration.ts';
import { loadEnvironment } from '../platform/config/load-environment.ts';
import { bootstrapDatabase } from '../platform/database/bootstrap-database.ts';
import { runCommand } from './run-command.ts';

/** `npm run db:bootstrap`: makes database, roles and schema with an administrator's address. */
await runCommand(async () => {
  const plan = readBootstrapConfiguration(loadEnvironment());
  await bootstrapDatabase(plan);
  return (
    `Klaar: schema ${plan.schema} in database ${plan.database}, eigenaar ${plan.owner.name}, ` +
    `dienst ${plan.service.name}.`
  );
});
