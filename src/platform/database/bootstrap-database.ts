import pg from 'pg';

/** A role that logs in with a password. */
export interface RoleCredentials {
  readonly name: string;
  readonly password: string;
}

export interface BootstrapPlan {
  /** URL of a role that may make roles and databases. */
  readonly administratorUrl: string;
  readonly database: string;
  readonly schema: string;
  /** Owns the schema and runs migrations. */
  readonly owner: RoleCredentials;
  /** Is what the service works as: it has only what migrations grant. */
  readonly service: RoleCredentials;
}

const { escapeIdentifier, escapeLiteral } = pg;

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'kernbudget bootstrap' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

async function ensureRole(client: pg.Client, role: RoleCredentials): Promise<void> {
  const { rows } = await client.query<{ powerful: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS powerful FROM pg_roles WHERE rolname = $1',
    [role.name],
  );
  if (rows[0]?.powerful) {
    throw new Error(`De rol ${role.name} is beheerder van de server; kies een rol zonder die rechten.`);
  }
  const verb = rows.length === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${escapeIdentifier(role.name)} LOGIN PASSWORD ${escapeLiteral(role.password)}`,
  );
}

async function ensureDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(database)} ENCODING 'UTF8'`);
}

/** Settings that belong to the role, so that every connection has them whatever the client forgets. */
async function fixSettings(client: pg.Client, plan: BootstrapPlan): Promise<void> {
  for (const role of [plan.owner.name, plan.service.name].map(escapeIdentifier)) {
    await client.query(`ALTER ROLE ${role} SET search_path = ${escapeIdentifier(plan.schema)}, pg_temp`);
    await client.query(`ALTER ROLE ${role} SET timezone = 'UTC'`);
    await client.query(`ALTER ROLE ${role} SET default_transaction_isolation = 'read committed'`);
  }
  const service = escapeIdentifier(plan.service.name);
  await client.query(`ALTER ROLE ${service} SET lock_timeout = '10s'`);
  await client.query(`ALTER ROLE ${service} SET idle_in_transaction_session_timeout = '60s'`);
}

async function ensureSchema(client: pg.Client, plan: BootstrapPlan): Promise<void> {
  const owner = escapeIdentifier(plan.owner.name);
  const service = escapeIdentifier(plan.service.name);
  const schema = escapeIdentifier(plan.schema);
  const database = escapeIdentifier(plan.database);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owner}`);
  await client.query(`REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`);
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${service}`);
  // Migrations ask this to whom they must grant, so that no role's name stands in them. A setting of the role
  // would do as well, but only a superuser may make one.
  await client.query(
    `CREATE OR REPLACE FUNCTION ${schema}.service_role() RETURNS name LANGUAGE sql IMMUTABLE
       RETURN ${escapeLiteral(plan.service.name)}`,
  );
  await client.query(`ALTER FUNCTION ${schema}.service_role() OWNER TO ${owner}`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${owner}, ${service}`);
  // Without this every function that a migration makes could be called by anybody.
  await client.query(`ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`);
}

/**
 * Makes the database, its two roles and its schema as far as they are missing, and sets their passwords and
 * settings anew; doing it again changes nothing else. Works on PostgreSQL 15 and later.
 * @throws Error when a role is a superuser, or the administrator may not do what is needed
 */
export async function bootstrapDatabase(plan: BootstrapPlan): Promise<void> {
  if (plan.owner.name === plan.service.name) {
    throw new Error('De eigenaar en de dienst moeten verschillende rollen hebben.');
  }
  await connected(plan.administratorUrl, async (client) => {
    await ensureRole(client, plan.owner);
    await ensureRole(client, plan.service);
    // An administrator that is no superuser can only make a schema for a role that it belongs to.
    const { rows } = await client.query<{ superuser: boolean }>(
      'SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
    );
    if (!rows[0]?.superuser) {
      await client.query(`GRANT ${escapeIdentifier(plan.owner.name)} TO CURRENT_USER`);
    }
    await fixSettings(client, plan);
    await ensureDatabase(client, plan.database);
  });
  await connected(withDatabase(plan.administratorUrl, plan.database), (client) => ensureSchema(client, plan));
}
