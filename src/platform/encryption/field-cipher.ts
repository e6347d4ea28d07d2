import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** A key with the short name under which values tell that they need it. */
export interface EncryptionKey {
  readonly id: string;
  /** Of 32 bytes; an object, because Node would otherwise prepare the bytes anew for every value. */
  readonly secret: KeyObject;
}

/** The first key encrypts; the others are kept to read what was written before a change of key. */
export type KeyRing = readonly [EncryptionKey, ...EncryptionKey[]];

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a text with AES-256-GCM (NIST SP 800-38D) under a fresh random initialisation vector.
 * @param context what the value belongs to, such as `applicant.iban:<id>`; the same must be given to read it,
 *   so that a value moved to another row or column cannot be read there
 * @returns `<key id>:<iv>:<tag>:<data>`, the last three in base64url
 */
export function encryptText(key: EncryptionKey, text: string, context: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key.secret, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [key.id, ...[iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))].join(':');
}

/**
 * Reads what `encryptText` wrote.
 * @throws Error when the key is unknown, the context differs or the value was changed
 */
export function decryptText(keys: readonly EncryptionKey[], value: string, context: string): string {
  const [keyId, iv, tag, data, ...rest] = value.split(':');
  if (iv === undefined || tag === undefined || data === undefined || rest.length > 0) {
    throw new Error('Not an encrypted value');
  }
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new Error(`Encrypted with a key that is not configured: ${keyId}`);
  const decipher = createDecipheriv(algorithm, key.secret, Buffer.from(iv, 'base64url'), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return decipher.update(data, 'base64url', 'utf8') + decipher.final('utf8');
}

/** Encrypts and decrypts single values with the configured keys. */
export class FieldCipher {
  readonly #keys: KeyRing;

  constructor(keys: KeyRing) {
    this.#keys = keys;
  }

  /** @param context what the value belongs to; see `encryptText` */
  encrypt(text: string, context: string): string {
    return encryptText(this.#keys[0], text, context);
  }

  /** @throws Error when the key is unknown, the context differs or the value was changed */
  decrypt(value: string, context: string): string {
    return decryptText(this.#keys, value, context);
  }
}
