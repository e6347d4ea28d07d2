import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { type KeyRing, keyOf } from './field-cipher.ts';
import { open, seal } from './sealing.ts';

const keyBytes = 32;

/** A data key as it is stored: encrypted by a master key, with the name of that key. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/** Makes keys for single dossiers, and wraps them with the configured master keys. */
export class KeyWrap {
  readonly #keys: KeyRing;

  constructor(keys: KeyRing) {
    this.#keys = keys;
  }

  /** The name of the key that wraps now. */
  get currentKeyId(): string {
    return this.#keys[0].id;
  }

  /** @param context what the key belongs to; the same must be given to unwrap it */
  make(context: string): { readonly secret: KeyObject; readonly stored: WrappedKey } {
    const bytes = randomBytes(keyBytes);
    return { secret: createSecretKey(bytes), stored: this.#wrap(bytes, context) };
  }

  /** @throws Error when the master key is not configured, the context differs or the value was changed */
  unwrap({ keyId, wrapped }: WrappedKey, context: string): KeyObject {
    return createSecretKey(open(keyOf(this.#keys, keyId).secret, wrapped, context));
  }

  /** The same data key, wrapped with the master key of now. @throws Error as `unwrap` */
  rewrap(stored: WrappedKey, context: string): WrappedKey {
    return this.#wrap(this.unwrap(stored, context).export(), context);
  }

  #wrap(bytes: Buffer, context: string): WrappedKey {
    const [key] = this.#keys;
    return { keyId: key.id, wrapped: seal(key.secret, bytes, context) };
  }
}
