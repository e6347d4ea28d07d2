import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPrivateFile, writePrivateFile } from '../config/private-file.ts';
import type { EncryptionKey, KeyRing, Keys } from './field-cipher.ts';

const keyBytes = 32;
const keyForm = /^([a-z0-9]{1,16}):([A-Za-z0-9+/]{43}=)$/;

function parseKey(text: string): EncryptionKey {
  const [, id, secret] = keyForm.exec(text) ?? [];
  if (id === undefined || secret === undefined) {
    throw new Error('elke sleutel is een naam, een dubbele punt en 32 bytes in base64, zoals k1:<44 tekens>');
  }
  return { id, secret: createSecretKey(secret, 'base64') };
}

/**
 * Reads keys written as `k2:<base64>,k1:<base64>`, the one that encrypts first.
 * @throws Error that ends a Dutch sentence and does not repeat the secret
 */
export function parseKeyRing(text: string): KeyRing {
  const [first, ...older] = text.split(',').map((part) => parseKey(part.trim()));
  if (!first) throw new Error('er is geen sleutel');
  if (new Set([first, ...older].map(({ id }) => id)).size <= older.length) {
    throw new Error('elke sleutel moet een eigen naam hebben');
  }
  return [first, ...older];
}

function keptKeyRing(dataDirectory: string, fileName: string, firstName: string): KeyRing {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o755 });
  const file = join(dataDirectory, fileName);
  const kept = readPrivateFile(file);
  if (kept !== null) return parseKeyRing(kept.trim());
  const made = `${firstName}:${randomBytes(keyBytes).toString('base64')}`;
  writePrivateFile(file, `${made}\n`);
  return parseKeyRing(made);
}

/** Gives the key that belongs to the data of a development machine, and makes it the first time. */
export function developmentKeyRing(dataDirectory: string): KeyRing {
  return keptKeyRing(dataDirectory, 'keys', 'k1');
}

/** The same for the key of blind indexes. */
export function developmentIndexKeyRing(dataDirectory: string): KeyRing {
  return keptKeyRing(dataDirectory, 'index-keys', 'i1');
}

/** Whether the same secret occurs in both rings, under whatever names. */
export function shareSecret(one: KeyRing, other: KeyRing): boolean {
  return one.some(({ secret }) => other.some((key) => key.secret.equals(secret)));
}

/** The configured keys, or those of this development machine where none are configured. */
export function keysOf({
  encryptionKeys,
  blindIndexKeys,
  dataDirectory,
}: {
  readonly encryptionKeys: KeyRing | null;
  readonly blindIndexKeys: KeyRing | null;
  readonly dataDirectory: string;
}): Keys {
  return {
    encryption: encryptionKeys ?? developmentKeyRing(dataDirectory),
    blindIndex: blindIndexKeys ?? developmentIndexKeyRing(dataDirectory),
  };
}
