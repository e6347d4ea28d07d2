import { parseKeyRing } from '../../src/platform/encryption/key-ring.ts';

const earlier = `earlier:${Buffer.alloc(32, 9).toString('base64')}`;
const earlierIndex = `earlier:${Buffer.alloc(32, 10).toString('base64')}`;
const bench = `bench:${Buffer.alloc(32, 7).toString('base64')}`;
const benchIndex = `bench:${Buffer.alloc(32, 8).toString('base64')}`;

/** Keys for a database that lives as long as the run. The service can still read what is under the earlier ones. */
export const throwAwayKeys = {
  ENCRYPTION_KEYS: `${bench},${earlier}`,
  BLIND_INDEX_KEYS: `${benchIndex},${earlierIndex}`,
};

/** The same keys as they were before a change: the earlier ones are written with. */
export const keysBefore = {
  ENCRYPTION_KEYS: `${earlier},${bench}`,
  BLIND_INDEX_KEYS: `${earlierIndex},${benchIndex}`,
};

function keyRingsOf(keys: typeof throwAwayKeys) {
  return {
    encryption: parseKeyRing(keys.ENCRYPTION_KEYS),
    blindIndex: parseKeyRing(keys.BLIND_INDEX_KEYS),
  };
}

export const throwAwayKeyRings = keyRingsOf(throwAwayKeys);
export const keyRingsBefore = keyRingsOf(keysBefore);
