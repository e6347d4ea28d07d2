import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPrivateFile, writePrivateFile } from '../config/private-file.ts';
import { canReach, type ServerAccount, serverAccountFor } from './server-account.ts';

/** What a later start must know about the embedded server; kept in the data directory, for its owner only. */
export interface EmbeddedState {
  /** Where the cluster is when that is outside the data directory. */
  readonly elsewhere: string | null;
  /** 0 until a port was found. */
  readonly port: number;
  readonly administratorPassword: string;
  readonly ownerPassword: string;
  readonly servicePassword: string;
}

/**
 * Places for what the server's account must reach when the clone is in a directory that only root may enter.
 * Both survive a restart of the machine.
 */
const refuges = ['/var/lib/kernbudget', '/var/tmp/kernbudget'];

/** Gives a directory of root's that the account can reach. @throws Error in Dutch when there is none */
export function refugeFor(account: ServerAccount): string {
  for (const refuge of refuges) {
    try {
      mkdirSync(refuge, { recursive: true, mode: 0o755 });
      // In a directory where everybody may write, somebody else may have been first: that one is not trusted.
      if (statSync(refuge).uid === 0 && canReach(account, refuge)) return refuge;
    } catch {
      continue;
    }
  }
  throw new Error(
    `PostgreSQL mag niet als root draaien en kan deze map niet bereiken; ook ${refuges.join(' en ')} gaan niet. ` +
      'Start de dienst als gewone gebruiker, of geef DATABASE_URL van een eigen PostgreSQL-server.',
  );
}

function stateFile(dataDirectory: string): string {
  return join(dataDirectory, 'postgres.json');
}

export function saveState(dataDirectory: string, state: EmbeddedState): void {
  writePrivateFile(stateFile(dataDirectory), `${JSON.stringify(state, null, 2)}\n`);
}

/** Where the embedded server's data is, of a given state. */
export function serverDirectory(dataDirectory: string, state: EmbeddedState): string {
  return state.elsewhere ?? join(dataDirectory, 'postgres');
}

function newState(dataDirectory: string): EmbeddedState {
  const account = serverAccountFor(join(dataDirectory, 'postgres'));
  const hidden = account !== null && !canReach(account, dataDirectory);
  const password = (): string => randomBytes(24).toString('hex');
  return {
    elsewhere: hidden ? join(refugeFor(account), randomBytes(6).toString('hex')) : null,
    port: 0,
    administratorPassword: password(),
    ownerPassword: password(),
    servicePassword: password(),
  };
}

/**
 * Reads the state, or makes and keeps a new one at the first start.
 * @param dataDirectory an existing directory, without links in its path
 * @throws Error in Dutch when there is data whose passwords are gone, or the state is another user's
 */
export function embeddedState(dataDirectory: string): EmbeddedState {
  const text = readPrivateFile(stateFile(dataDirectory));
  if (text !== null) return JSON.parse(text) as EmbeddedState;
  if (existsSync(join(dataDirectory, 'postgres', 'cluster'))) {
    throw new Error(
      `${stateFile(dataDirectory)} ontbreekt, en daarmee de wachtwoorden van de gegevens in ` +
        `${join(dataDirectory, 'postgres')}. Zet het bestand terug, of verwijder de map om opnieuw te beginnen.`,
    );
  }
  const state = newState(dataDirectory);
  saveState(dataDirectory, state);
  return state;
}

/**
 * Makes the data directory when it is missing and gives its path without links.
 * @throws Error in Dutch when this user may not write there
 */
export function resolvedDataDirectory(dataDirectory: string): string {
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o755 });
    accessSync(dataDirectory, constants.W_OK);
  } catch (error) {
    throw new Error(
      `In ${resolve(dataDirectory)} mag deze gebruiker niet schrijven. Start de dienst als de gebruiker van de ` +
        'vorige keer, of geef met DATA_DIRECTORY een andere map.',
      { cause: error },
    );
  }
  return realpathSync(dataDirectory);
}
