import { chownSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that only its owner may read, whole or not at all. Written by root it belongs to the owner of
 * the directory, so that this person can still start the service without root.
 */
export function writePrivateFile(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(dirname(path));
    chownSync(unfinished, uid, gid);
  }
  renameSync(unfinished, path);
}

/**
 * Reads a file that `writePrivateFile` wrote; null when it is not there.
 * @throws Error in Dutch when it belongs to another user
 */
export function readPrivateFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'EACCES' || code === 'EPERM') {
      throw new Error(
        `${path} is van een andere gebruiker. Start de dienst als de gebruiker van de vorige keer, of verwijder ` +
          'de map om opnieuw te beginnen.',
      );
    }
    throw error;
  }
}
