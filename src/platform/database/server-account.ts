import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The numeric user and group under which a PostgreSQL server runs. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. These accounts exist on nearly every Linux image; none has a password or
 * a login, and taking an existing one avoids adding users to somebody's machine.
 */
const unprivilegedNames = ['postgres', 'nobody', 'daemon'];

function accountNamed(name: string): ServerAccount | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/**
 * Chooses under which account the server must run: null for "as I am" (an ordinary user, or Windows). For root
 * it is the owner of data that is already there, and an unprivileged account otherwise.
 * @param dataDirectory where the data is or will be
 * @throws Error in Dutch when root has no unprivileged account at hand
 */
export function serverAccountFor(dataDirectory: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const present = statSync(dataDirectory, { throwIfNoEntry: false });
  if (present && present.uid !== 0) return { uid: present.uid, gid: present.gid };
  for (const name of unprivilegedNames) {
    const account = accountNamed(name);
    if (account) return account;
  }
  throw new Error(
    `PostgreSQL mag niet als root draaien en geen van de accounts ${unprivilegedNames.join(', ')} bestaat. ` +
      'Start de dienst als gewone gebruiker, of geef DATABASE_URL van een eigen PostgreSQL-server.',
  );
}

function mayEnter(directory: string, account: ServerAccount): boolean {
  const { mode, uid, gid } = statSync(directory);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Tells whether an account may enter a directory and all that lie above it; links must be resolved before. */
export function canReach(account: ServerAccount, directory: string): boolean {
  if (statSync(directory, { throwIfNoEntry: false }) && !mayEnter(directory, account)) return false;
  const parent = dirname(directory);
  return parent === directory || canReach(account, parent);
}
