import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

const algorithm = 'aes-256-gcm';
export const ivBytes = 12;
export const tagBytes = 16;

// Asking the operating system costs more than encrypting a short text, so it is asked for many vectors at once.
const pool = Buffer.alloc(ivBytes * 256);
let taken = pool.length;

function freshVector(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += ivBytes;
  return Buffer.from(pool.subarray(taken - ivBytes, taken));
}

/**
 * Encrypts bytes with AES-256-GCM (NIST SP 800-38D) under a fresh random initialisation vector.
 * @param secret of 32 bytes
 * @param context what the value belongs to, such as `finding:<id>`; the same must be given to read it, so that a
 *   value moved to another row or column cannot be read there
 * @returns vector (12 bytes), tag (16 bytes) and data
 */
export function seal(secret: KeyObject, content: Buffer, context: string): Buffer {
  const vector = freshVector();
  const cipher = createCipheriv(algorithm, secret, vector, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const data = cipher.update(content);
  const rest = cipher.final();
  return Buffer.concat([vector, cipher.getAuthTag(), data, rest]);
}

/**
 * Reads what `seal` wrote.
 * @throws Error when the key or the context differs, or the value was changed
 */
export function open(secret: KeyObject, sealed: Buffer, context: string): Buffer {
  if (sealed.length < ivBytes + tagBytes) throw new Error('Not a sealed value');
  const decipher = createDecipheriv(algorithm, secret, sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
}
