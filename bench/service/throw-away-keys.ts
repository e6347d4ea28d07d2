import { parseKeyRing } from '../../src/platform/encryption/key-ring.ts';

const next = `next:${Buffer.alloc(32, 9).toString('base64')}`;
const nextIndex = `next:${Buffer.alloc(32, 10).toString('base64')}`;
const bench = `bench:${Buffer.alloc(32, 7).toString('base64')}`;
const benchIndex = `bench:${Buffer.alloc(32, 8).toString('base64')}`;

/** Keys for a database that lives as long as the run. The service knows the next ones already, as before a change. */
export const throwAwayKeys = {
  ENCRYPTION_KEYS: `${bench},${next}`,
  BLIND_INDEX_KEYS: `${benchIndex},${nextIndex}`,
};

/** The same keys for who takes the next ones into use. */
export const changedKeys = {
  ENCRYPTION_KEYS: `${next},${bench}`,
  BLIND_INDEX_KEYS: `${nextIndex},${benchIndex}`,
};

export const throwAwayKeyRings = {
  encryption: parseKeyRing(throwAwayKeys.ENCRYPTION_KEYS),
  blindIndex: parseKeyRing(throwAwayKeys.BLIND_INDEX_KEYS),
};
