import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, MigrationInterface } from 'typeorm';
import { migrations } from '../../../migrations/index.ts';
import { bootstrapDatabase } from '../../../src/platform/database/bootstrap-database.ts';
import { createDataSource } from '../../../src/platform/database/data-source.ts';
import {
  refuseOtherVersion,
  refusePowerfulRole,
  runMigrations,
} from '../../../src/platform/database/migrations.ts';
import { createTestDatabase, onDatabase, type TestDatabase } from '../../support/test-database.ts';
import { testRoles, urlFor } from '../../support/test-server.ts';

class FromTheFuture1999999999999 implements MigrationInterface {
  async up(): Promise<void> {
    // Its name is all that counts here.
  }

  async down(): Promise<void> {
    // Its name is all that counts here.
  }
}

async function connect(url: string): Promise<DataSource> {
  const settings = { entities: [], migrations: [], poolSize: 1, applicationName: 'kernbudget test' };
  return createDataSource({ url, ...settings }).initialize();
}

describe('An empty server', () => {
  const database = 'test_started_twice';
  const plan = {
    administratorUrl: urlFor(testRoles.administrator, 'postgres'),
    database,
    schema: 'kernbudget',
    owner: testRoles.owner,
    service: testRoles.service,
  };

  afterAll(() => onDatabase(plan.administratorUrl, `DROP DATABASE ${database} WITH (FORCE)`));

  it('gets database, roles and schema, also when that is asked twice', async () => {
    await bootstrapDatabase(plan);
    await bootstrapDatabase(plan);
    const rows = await onDatabase(urlFor(testRoles.service, database), 'SELECT current_schema() AS schema');
    expect(rows).toEqual([{ schema: 'kernbudget' }]);
  });

  it('gets every migration once when three services start at the same moment', async () => {
    const ownerUrl = urlFor(testRoles.owner, database);
    const done = await Promise.all([1, 2, 3].map(() => runMigrations(ownerUrl, migrations)));
    expect(done.flat()).toEqual(migrations.map(({ name }) => name));
  });

  it('can be prepared by an administrator that may make roles and databases but is no superuser', async () => {
    await onDatabase(plan.administratorUrl, "CREATE ROLE landlord LOGIN CREATEROLE CREATEDB PASSWORD 'rent'");
    const rented = {
      administratorUrl: urlFor({ name: 'landlord', password: 'rent' }, 'postgres'),
      database: 'test_let',
      schema: 'tenant',
      owner: { name: 'tenant_owner', password: 'p@ss' },
      service: { name: 'tenant_service', password: "it's" },
    };
    await bootstrapDatabase(rented);
    await bootstrapDatabase(rented);
    await runMigrations(urlFor({ ...rented.owner, password: 'p%40ss' }, 'test_let'), migrations);
    const service = await connect(urlFor(rented.service, 'test_let'));
    await expect(refuseOtherVersion(service, migrations)).resolves.toBeUndefined();
    await expect(refusePowerfulRole(service)).resolves.toBeUndefined();
    await service.destroy();
    await onDatabase(plan.administratorUrl, 'DROP DATABASE test_let WITH (FORCE)');
    for (const role of ['tenant_owner', 'tenant_service', 'landlord']) {
      await onDatabase(plan.administratorUrl, `DROP ROLE ${role}`);
    }
  });

  it('refuses one role for owner and service', async () => {
    const mixed = bootstrapDatabase({ ...plan, service: testRoles.owner });
    await expect(mixed).rejects.toThrow(/verschillende rollen/);
  });

  it('refuses a superuser as the role of the service', async () => {
    const mixed = bootstrapDatabase({ ...plan, service: testRoles.administrator });
    await expect(mixed).rejects.toThrow(/beheerder/);
  });
});

describe('A service that starts', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  it('accepts the tables of its own version', async () => {
    await expect(refuseOtherVersion(database.dataSource, migrations)).resolves.toBeUndefined();
  });

  it('refuses tables that are older, and says which command helps', async () => {
    const newer = [...migrations, FromTheFuture1999999999999];
    await expect(refuseOtherVersion(database.dataSource, newer)).rejects.toThrow(
      /ouder .*FromTheFuture1999999999999.* npm run db:migrate/,
    );
  });

  it('refuses tables that are newer', async () => {
    const older = migrations.slice(0, -1);
    await expect(refuseOtherVersion(database.dataSource, older)).rejects.toThrow(/nieuwer dan deze versie/);
  });

  it('refuses a database in which nothing was ever made', async () => {
    const empty = await connect(urlFor(testRoles.administrator, 'postgres'));
    await expect(refuseOtherVersion(empty, migrations)).rejects.toThrow(/ouder/);
    await empty.destroy();
  });

  it('may work as the role of the service, and not as owner or administrator', async () => {
    await expect(refusePowerfulRole(database.dataSource)).resolves.toBeUndefined();
    for (const url of [database.ownerUrl, database.administratorUrl]) {
      const powerful = await connect(url);
      await expect(refusePowerfulRole(powerful)).rejects.toThrow(/mag niet werken als/);
      await powerful.destroy();
    }
  });

  it('cannot make tables or change the list of migrations', async () => {
    const { dataSource } = database;
    await expect(dataSource.query('CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(dataSource.query('DELETE FROM schema_migration')).rejects.toThrow(/permission denied/);
  });
});
