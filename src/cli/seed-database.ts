import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.ts';
import { SystemClock } from '../kernel/clock.ts';
import { readConfiguration } from '../platform/config/configuration.ts';
import { loadEnvironment } from '../platform/config/load-environment.ts';
import { developmentKeyRing } from '../platform/encryption/key-ring.ts';
import { seedMunicipality } from '../seeds/seed-municipality.ts';
import { runCommand } from './run-command.ts';

/** Nobody calls while seeding, so no issuer is believed. */
const nobody = { issuer: 'about:blank', audience: 'about:blank', algorithms: [], jwks: { keys: [] } };

/** `npm run db:seed`: fills an empty database with the seeded municipality, as the service's role. */
await runCommand(async () => {
  const { database, encryptionKeys, dataDirectory, production } = readConfiguration(loadEnvironment());
  if (database.url === null) return 'De ingebouwde database wordt bij npm start vanzelf gevuld.';
  const root = AppModule.forRoot({
    clock: new SystemClock(),
    keys: encryptionKeys ?? developmentKeyRing(dataDirectory),
    identity: nobody,
    database: { url: database.url, poolSize: 2, production },
  });
  const application = await NestFactory.createApplicationContext(root, { logger: false });
  await seedMunicipality(application);
  await application.close();
  return 'De database is gevuld, of was het al.';
});
