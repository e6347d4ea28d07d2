import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { AdjustableClock } from '../../../src/kernel/clock.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { BlindIndex } from '../../../src/platform/encryption/blind-index.ts';
import type { EncryptionKey } from '../../../src/platform/encryption/field-cipher.ts';
import { KeyWrap } from '../../../src/platform/encryption/key-wrap.ts';
import { CaseKeyEntity } from '../../../src/secrets/case-key.entity.ts';
import { CaseKeys } from '../../../src/secrets/case-keys.service.ts';
import { CaseSecrets } from '../../../src/secrets/case-secrets.service.ts';
import { SearchIndex } from '../../../src/secrets/search-index.service.ts';
import { KeyRotation } from '../../../src/secrets/key-rotation.service.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const clock = new AdjustableClock(new Date('2019-03-04T09:00:00Z'));
const iban = 'NL91ABNA0417164300';
const kernId = newId();
const noPause = () => Promise.resolve();

const keyNamed = (id: string): EncryptionKey => ({ id, secret: createSecretKey(randomBytes(32)) });
const [k1, k2, i1, i2] = ['k1', 'k2', 'i1', 'i2'].map(keyNamed) as [
  EncryptionKey,
  EncryptionKey,
  EncryptionKey,
  EncryptionKey,
];

/** A process of the service with these keys. */
function processWith(
  encryption: [EncryptionKey, ...EncryptionKey[]],
  index: [EncryptionKey, ...EncryptionKey[]],
) {
  const [wrap, blind] = [new KeyWrap(encryption), new BlindIndex(index)];
  const keys = new CaseKeys(wrap, clock);
  const secrets = new CaseSecrets(blind);
  const search = new SearchIndex(secrets, blind);
  const { manager } = database.dataSource;
  const rotation = new KeyRotation(manager, database.transactions, wrap, blind, keys, search);
  return { keys, secrets, search, rotation };
}

type Process = ReturnType<typeof processWith>;

let database: TestDatabase;
let before: Process;
let during: Process;
let after: Process;

beforeAll(async () => {
  database = await createTestDatabase({ entities: [CaseKeyEntity] });
  before = processWith([k1], [i1]);
  during = processWith([k2, k1], [i2, i1]);
  after = processWith([k2], [i2]);
});
afterAll(() => database.drop());

function inTransaction<T>(work: (manager: EntityManager) => T | Promise<T>): Promise<T> {
  return database.transactions.run(async (manager) => work(manager));
}

/** Makes a case with an account number. @returns its identifier and something sealed with its key */
async function newCase({ keys, secrets, search }: Process): Promise<{ id: string; sealed: Buffer }> {
  const id = newId();
  return inTransaction((manager) => {
    const key = keys.create(manager, id);
    secrets.put(manager, key, 'iban', iban);
    search.put(manager, key, 'search-application', { kernId, words: ['fenna', 'bank'] });
    return { id, sealed: key.seal({ name: 'Fenna' }, `test:${id}`) };
  });
}

async function opened({ keys }: Process, { id, sealed }: { id: string; sealed: Buffer }): Promise<unknown> {
  return (await keys.find(database.dataSource.manager, id))?.open(sealed, `test:${id}`) ?? null;
}

/** The cases that have these words, as this process finds them. */
async function foundBy({ search }: Process, words: readonly string[]): Promise<readonly string[]> {
  const wanted = { kernIds: [kernId, newId()], words };
  return (await search.find(database.dataSource.manager, wanted, null, 200)).caseIds;
}

describe('The key of a case', () => {
  it('opens what belongs to its case, and nothing of another case or place', async () => {
    const [one, other] = [await newCase(before), await newCase(before)];
    expect(await opened(before, one)).toEqual({ name: 'Fenna' });
    await expect(opened(before, { id: one.id, sealed: other.sealed })).rejects.toThrow();
    const key = await before.keys.of(database.dataSource.manager, one.id);
    expect(() => key.open(one.sealed, 'another place')).toThrow();
  });

  it('cannot be put to use for another case by copying its row', async () => {
    const [one, other] = [await newCase(before), await newCase(before)];
    await database.asOwner(
      'UPDATE case_key SET wrapped = other.wrapped FROM case_key AS other WHERE case_key.case_id = $1 AND other.case_id = $2',
      [one.id, other.id],
    );
    await expect(before.keys.find(database.dataSource.manager, one.id)).rejects.toThrow();
  });

  it('is nowhere to be had after its destruction, and the account number neither', async () => {
    const destroyed = await newCase(before);
    await inTransaction(async (manager) => {
      const key = await before.keys.of(manager, destroyed.id);
      before.secrets.removeAll(manager, key.caseId);
      expect(await before.keys.destroy(manager, destroyed.id)).toBe(true);
      expect(await before.keys.destroy(manager, destroyed.id)).toBe(false);
      expect(await before.keys.find(manager, destroyed.id)).toBeNull();
    });
    expect(await opened(before, destroyed)).toBeNull();
    const rows = await database.asOwner(
      'SELECT wrapped, destroyed_at IS NOT NULL AS destroyed FROM case_key WHERE case_id = $1',
      [destroyed.id],
    );
    expect(rows).toEqual([{ wrapped: null, destroyed: true }]);
    expect(await before.secrets.casesWith(database.dataSource.manager, 'iban', iban)).not.toContain(
      destroyed.id,
    );
    expect(await foundBy(before, ['fenna'])).not.toContain(destroyed.id);
    const words = 'SELECT FROM case_search_word WHERE case_id = $1';
    expect(await database.asOwner(words, [destroyed.id])).toEqual([]);
  });

  it('is remembered for the length of a transaction alone', async () => {
    const { id } = await newCase(before);
    await expect(inTransaction((manager) => before.keys.held(manager, id))).rejects.toThrow(
      /same transaction/,
    );
    await inTransaction(async (manager) => {
      await before.keys.of(manager, id);
      expect(before.keys.held(manager, id).caseId).toBe(id);
    });
  });
});

describe('A change of keys', () => {
  it('leaves everything readable and findable at every moment, also when it is interrupted', async () => {
    await database.asOwner('TRUNCATE case_search_word, case_secret, case_key CASCADE');
    const cases = await Promise.all(Array.from({ length: 50 }, () => newCase(before)));
    const { manager } = database.dataSource;
    const stop = new Error('the machine is restarted');
    let batches = 0;
    const interrupted = during.rotation.rotate(7, () => {
      batches += 1;
      return batches === 3 ? Promise.reject(stop) : Promise.resolve();
    });
    await expect(interrupted).rejects.toBe(stop);
    expect(await during.rotation.remaining()).toEqual({ caseKeys: 29, indexes: 100 });
    for (const each of cases) expect(await opened(during, each)).toEqual({ name: 'Fenna' });

    // Processes that do not yet write with the new keys go on working meanwhile.
    const late = await newCase(processWith([k1, k2], [i1, i2]));
    const found = await during.secrets.casesWith(manager, 'iban', iban);
    const all = [...cases, late].map(({ id }) => id).sort();
    expect(found).toEqual(all);
    expect((await foundBy(during, ['bank', 'fenna'])).toSorted()).toEqual(all);

    expect(await during.rotation.rotate(7, noPause)).toEqual({ caseKeys: 30, indexes: 102 });
    expect(await during.rotation.remaining()).toEqual({ caseKeys: 0, indexes: 0 });
    expect(await during.rotation.rotate(7, noPause)).toEqual({ caseKeys: 0, indexes: 0 });
    for (const each of [...cases, late]) expect(await opened(after, each)).toEqual({ name: 'Fenna' });
    expect(await after.secrets.casesWith(manager, 'iban', iban)).toHaveLength(51);
    expect((await foundBy(after, ['fenna', 'bank'])).toSorted()).toEqual(all);
    expect(await foundBy(before, ['fenna'])).toEqual([]);
    await expect(opened(before, late)).rejects.toThrow(/not configured: k2/);
  });

  it('says so when the old key is gone too early, and harms nothing', async () => {
    const early = await newCase(before);
    await expect(after.rotation.rotate(7, noPause)).rejects.toThrow(/not configured: k1/);
    expect(await opened(during, early)).toEqual({ name: 'Fenna' });
  });
});

describe('A blind index', () => {
  it('differs per field and per key, and is not the bare hash of the value', async () => {
    const index = new BlindIndex([i1, i2]);
    const digests = [
      index.of('iban', iban),
      index.of('bsn', iban),
      ...index.candidates('iban', iban).slice(1),
    ].map(({ digest }) => digest.toString('hex'));
    expect(new Set(digests).size).toBe(3);
    expect(index.candidates('iban', iban).map(({ keyId }) => keyId)).toEqual(['i1', 'i2']);
    const { id } = await newCase(before);
    const [row] = await database.asOwner<{ digest: string }>(
      "SELECT encode(index_digest, 'hex') AS digest FROM case_secret WHERE case_id = $1",
      [id],
    );
    expect(row?.digest).toBe(digests[0]);
  });
});
