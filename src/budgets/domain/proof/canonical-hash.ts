import { createHash } from 'node:crypto';

/** What a hash is taken of: values in a fixed order. */
export type Canonical = readonly (string | number | boolean | null)[];

/**
 * The hash of a link in a chain: SHA-256 over a JSON array that starts with the hash before it. The form is that of
 * `json_build_array` in PostgreSQL, which makes the hashes when entries are written; here they are made again.
 * @returns 64 hexadecimal digits
 */
export function linkHash(previousHash: string, fields: Canonical): string {
  const text = `[${[previousHash, ...fields].map((value) => JSON.stringify(value)).join(', ')}]`;
  return createHash('sha256').update(text).digest('hex');
}
