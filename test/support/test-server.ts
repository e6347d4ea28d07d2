import type { RoleCredentials } from '../../src/platform/database/bootstrap-database.ts';
import { embeddedAdministrator } from '../../src/platform/database/embedded-server.ts';
import { present } from '../../src/kernel/assert.ts';

/** Carries the port from the set-up to the workers, which are started with its environment. */
export const testServerVariable = 'KERNBUDGET_TEST_PORT';
export const testTemplate = 'kernbudget_template';

const password = 'only-for-tests';

export const testRoles = {
  administrator: { name: embeddedAdministrator, password },
  owner: { name: 'kernbudget_owner', password },
  service: { name: 'kernbudget_service', password },
} as const;

export function urlFor(role: RoleCredentials, database: string): string {
  const port = present(process.env[testServerVariable], 'the test server was started');
  return `postgres://${role.name}:${role.password}@127.0.0.1:${port}/${database}`;
}
