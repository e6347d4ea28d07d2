import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.ts';
import { SystemClock } from '../kernel/clock.ts';
import { readConfiguration } from '../platform/config/configuration.ts';
import { loadEnvironment } from '../platform/config/load-environment.ts';
import { keysOf } from '../platform/encryption/key-ring.ts';
import { seedMunicipality } from '../seeds/seed-municipality.ts';
import { runCommand } from './run-command.ts';

/** `npm run db:seed`: fills an empty database with the seeded municipality, as the service's role. */
await runCommand(async () => {
  const configuration = readConfiguration(loadEnvironment());
  const { database, production } = configuration;
  if (database.url === null) return 'De ingebouwde database wordt bij npm start vanzelf gevuld.';
  const root = AppModule.forRoot({
    clock: new SystemClock(),
    keys: keysOf(configuration),
    dutiesApart: configuration.dutiesApart,
    // Nobody calls while seeding, so no issuer is believed.
    identity: [],
    database: { url: database.url, poolSize: 2, production },
  });
  const application = await NestFactory.createApplicationContext(root, { logger: false });
  await seedMunicipality(application);
  await application.close();
  return 'De database is gevuld, of was het al.';
});
