import { type Environment, EnvironmentReader } from './environment-reader.ts';

/** How the service reaches PostgreSQL. */
export interface DatabaseConfiguration {
  /** As the service's role; null for the embedded database. */
  readonly url: string | null;
  /** As the owner; when given, missing migrations are run at the start. */
  readonly ownerUrl: string | null;
  readonly schema: string;
  /** The most connections that are open at once. */
  readonly poolSize: number;
  /** A statement that takes longer is broken off. */
  readonly statementSeconds: number;
}

/** What making roles and schema needs: who may do it, and for whom. */
export interface BootstrapConfiguration {
  readonly administratorUrl: string;
  readonly database: string;
  readonly schema: string;
  readonly owner: { readonly name: string; readonly password: string };
  readonly service: { readonly name: string; readonly password: string };
}

const schemes = ['postgres:', 'postgresql:'];
// Starting with a letter and without capitals it needs no quotes, and `pg_` belongs to PostgreSQL itself.
const schemaForm = /^(?!pg_)[a-z][a-z0-9_]{0,62}$/;

/** Of these nothing leaves the machine. */
const thisMachine = ['localhost', '127.0.0.1', '::1', '[::1]'];

/** The driver takes a host from the query before the one in its place; what begins with a slash is a socket in the file system. */
function staysHere({ hostname, searchParams }: URL): boolean {
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  return host.startsWith('/') || thisMachine.includes(host);
}

interface DatabaseAddress {
  readonly text: string;
  /** Whether what is sent there can be read or changed on the way. */
  readonly open: boolean;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

function readAddress(reader: EnvironmentReader, name: string): DatabaseAddress | null {
  const url = reader.url(name, schemes);
  if (!url) return null;
  const user = decodeURIComponent(url.username);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (user === '' || database === '') {
    reader.fault(
      `${name} moet een gebruiker en een database noemen: postgres://gebruiker:wachtwoord@server/database.`,
    );
  }
  return {
    ...{ text: url.toString(), user, password: decodeURIComponent(url.password), database },
    open: !staysHere(url) && url.searchParams.get('sslmode') !== 'verify-full',
  };
}

/** Reads the service's and the owner's address, which must be two roles on one database. */
function readAddresses(reader: EnvironmentReader) {
  const service = readAddress(reader, 'DATABASE_URL');
  const owner = readAddress(reader, 'DATABASE_OWNER_URL');
  if (service && owner && service.user === owner.user) {
    reader.fault(
      'DATABASE_URL en DATABASE_OWNER_URL noemen dezelfde gebruiker; de dienst mag geen eigenaar zijn.',
    );
  }
  if (service && owner && service.database !== owner.database) {
    reader.fault('DATABASE_URL en DATABASE_OWNER_URL noemen verschillende databases.');
  }
  return { service, owner };
}

/**
 * In production nothing crosses a network unencrypted, or to a server that did not prove who it is, unless the
 * operator answers for that network (ASVS 5.0, 12.3.1 to 12.3.4).
 */
function refuseOpenAddresses(
  reader: EnvironmentReader,
  addresses: Readonly<Record<string, DatabaseAddress | null>>,
): void {
  if (reader.oneOf('DATABASE_TLS', ['required', 'none'], 'required') === 'none') return;
  for (const [name, address] of Object.entries(addresses)) {
    if (address?.open !== true) continue;
    reader.fault(
      `${name} moet in productie sslmode=verify-full bevatten (en zo nodig sslrootcert=pad), zodat niemand onderweg ` +
        'meeleest. Kan niemand anders op dat netwerk komen, zet dan DATABASE_TLS=none.',
    );
  }
}

function readSchema(reader: EnvironmentReader): string {
  const schema = reader.text('DATABASE_SCHEMA') ?? 'kernbudget';
  if (!schemaForm.test(schema)) {
    reader.fault(
      'DATABASE_SCHEMA mag alleen kleine letters, cijfers en _ bevatten, en begint met een letter.',
    );
  }
  return schema;
}

/** Reads what the service needs of the database; faults go to the reader. */
export function readDatabase(reader: EnvironmentReader, production: boolean): DatabaseConfiguration {
  const { service, owner } = readAddresses(reader);
  if (production) {
    reader.required('DATABASE_URL', 'in productie is een eigen PostgreSQL-server nodig');
    refuseOpenAddresses(reader, { DATABASE_URL: service, DATABASE_OWNER_URL: owner });
  }
  if (owner && reader.text('DATABASE_URL') === null) {
    reader.fault('DATABASE_OWNER_URL is gegeven zonder DATABASE_URL.');
  }
  return {
    url: service?.text ?? null,
    ownerUrl: owner?.text ?? null,
    schema: readSchema(reader),
    poolSize: reader.integer('DATABASE_POOL_SIZE', 10, [1, 500]),
    statementSeconds: reader.integer('DATABASE_STATEMENT_SECONDS', 15, [1, 600]),
  };
}

/** Reads what `npm run db:bootstrap` needs. @throws ConfigurationFault with all faults */
export function readBootstrapConfiguration(environment: Environment): BootstrapConfiguration {
  const reader = new EnvironmentReader(environment);
  const administratorUrl = reader.required(
    'DATABASE_ADMIN_URL',
    'het is het adres van een beheerder van de server',
  );
  reader.url('DATABASE_ADMIN_URL', schemes);
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
    reader.required(name, 'naam en wachtwoord van de rol worden eruit gelezen');
  }
  const { service, owner } = readAddresses(reader);
  for (const [name, address] of Object.entries({ DATABASE_URL: service, DATABASE_OWNER_URL: owner })) {
    if (address?.password === '') reader.fault(`${name} bevat geen wachtwoord voor de rol.`);
  }
  const schema = readSchema(reader);
  reader.refuseFaults();
  const credentials = (address: DatabaseAddress | null) => ({
    name: address?.user ?? '',
    password: address?.password ?? '',
  });
  return {
    administratorUrl,
    database: service?.database ?? '',
    schema,
    owner: credentials(owner),
    service: credentials(service),
  };
}

/** Reads what `npm run db:migrate` needs: the owner's address. @throws ConfigurationFault with all faults */
export function readOwnerUrl(environment: Environment): string {
  const reader = new EnvironmentReader(environment);
  const ownerUrl = reader.required('DATABASE_OWNER_URL', 'migraties draaien als de eigenaar');
  readAddresses(reader);
  reader.refuseFaults();
  return ownerUrl;
}
