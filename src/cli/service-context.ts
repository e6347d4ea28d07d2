import { userInfo } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrations } from '../../migrations/index.ts';
import { AppModule } from '../app.module.ts';
import type { Actor } from '../kernel/actor.ts';
import { SystemClock } from '../kernel/clock.ts';
import { readConfiguration } from '../platform/config/configuration.ts';
import { loadEnvironment } from '../platform/config/load-environment.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import { keysOf } from '../platform/encryption/key-ring.ts';

/** Whoever runs a command on the machine of the service, as the audit log names them. */
export function operator(): Actor {
  const { username } = userInfo();
  return {
    subject: `command:${username}`,
    name: username,
    roles: ['administrator'],
    kernCodes: [],
    represents: null,
  };
}

/**
 * Does a piece of work with the services of the application, without listening to anybody, on the configured
 * database; where none is configured, on the embedded one of this machine, which must not be in use then.
 */
export async function withServices<T>(work: (services: INestApplicationContext) => Promise<T>): Promise<T> {
  const configuration = readConfiguration(loadEnvironment());
  const { production, database, dutiesApart, attachments } = configuration;
  const prepared = await prepareDatabase(configuration, migrations, () => undefined);
  try {
    const root = AppModule.forRoot({
      clock: new SystemClock(),
      keys: keysOf(configuration),
      dutiesApart,
      attachments,
      // Nobody calls, so no issuer is believed.
      identity: [],
      database: { ...database, url: prepared.url, poolSize: 2, production },
    });
    const services = await NestFactory.createApplicationContext(root, { logger: false });
    try {
      return await work(services);
    } finally {
      await services.close();
    }
  } finally {
    await prepared.stop();
  }
}
