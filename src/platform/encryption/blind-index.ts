import { createHmac } from 'node:crypto';
import type { EncryptionKey, KeyRing } from './field-cipher.ts';

/** What is stored beside an encrypted value, so that equal values can be found without reading any. */
export interface IndexedValue {
  /** The key under which it was computed, so that a change of key can be followed row by row. */
  readonly keyId: string;
  /** HMAC-SHA-256 (RFC 2104), 32 bytes. */
  readonly digest: Buffer;
}

/**
 * Computes blind indexes with keys of their own, which open nothing. Without the key nobody can try out all account
 * numbers or citizen service numbers, of which there are few enough to do so with a bare hash.
 */
export class BlindIndex {
  readonly #keys: KeyRing;

  constructor(keys: KeyRing) {
    this.#keys = keys;
  }

  /** The name of the key that indexes now. */
  get currentKeyId(): string {
    return this.#keys[0].id;
  }

  /** @param field which kind of value it is; equal values of different kinds have different indexes */
  of(field: string, value: string): IndexedValue {
    return indexed(this.#keys[0], field, value);
  }

  /** Under every configured key: what to look for while a change of key is going on. */
  candidates(field: string, value: string): IndexedValue[] {
    return this.#keys.map((key) => indexed(key, field, value));
  }
}

function indexed(key: EncryptionKey, field: string, value: string): IndexedValue {
  return {
    keyId: key.id,
    digest: createHmac('sha256', key.secret)
      .update(JSON.stringify([field, value]))
      .digest(),
  };
}
