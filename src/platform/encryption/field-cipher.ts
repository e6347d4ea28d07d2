import type { KeyObject } from 'node:crypto';
import { ivBytes, open, seal, tagBytes } from './sealing.ts';

/** A key with the short name under which values tell that they need it. */
export interface EncryptionKey {
  readonly id: string;
  /** Of 32 bytes; an object, because Node would otherwise prepare the bytes anew for every value. */
  readonly secret: KeyObject;
}

/** The first key encrypts; the others are kept to read what was written before a change of key. */
export type KeyRing = readonly [EncryptionKey, ...EncryptionKey[]];

/** The keys of a deployment; those of the blind indexes are others than those that encrypt. */
export interface Keys {
  readonly encryption: KeyRing;
  readonly blindIndex: KeyRing;
}

/**
 * Encrypts a text (see `seal`).
 * @returns `<key id>:<iv>:<tag>:<data>`, the last three in base64url
 */
export function encryptText(key: EncryptionKey, text: string, context: string): string {
  const sealed = seal(key.secret, Buffer.from(text, 'utf8'), context);
  const parts = [
    sealed.subarray(0, ivBytes),
    sealed.subarray(ivBytes, ivBytes + tagBytes),
    sealed.subarray(ivBytes + tagBytes),
  ];
  return [key.id, ...parts.map((part) => part.toString('base64url'))].join(':');
}

/** The configured key of that name. @throws Error when there is none */
export function keyOf(keys: readonly EncryptionKey[], keyId: string): EncryptionKey {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new Error(`Encrypted with a key that is not configured: ${keyId}`);
  return key;
}

/**
 * Reads what `encryptText` wrote.
 * @throws Error when the key is unknown, the context differs or the value was changed
 */
export function decryptText(keys: readonly EncryptionKey[], value: string, context: string): string {
  const [keyId = '', ...parts] = value.split(':');
  if (parts.length !== 3) throw new Error('Not an encrypted value');
  const sealed = Buffer.concat(parts.map((part) => Buffer.from(part, 'base64url')));
  return open(keyOf(keys, keyId).secret, sealed, context).toString('utf8');
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
