import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPrivateFile, writePrivateFile } from '../config/private-file.ts';
import type { EncryptionKey, KeyRing } from './field-cipher.ts';

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

/** Gives the key that belongs to the data of a development machine, and makes it the first time. */
export function developmentKeyRing(dataDirectory: string): KeyRing {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o755 });
  const file = join(dataDirectory, 'keys');
  const kept = readPrivateFile(file);
  if (kept !== null) return parseKeyRing(kept.trim());
  const made = `k1:${randomBytes(keyBytes).toString('base64')}`;
  writePrivateFile(file, `${made}\n`);
  return parseKeyRing(made);
}
