import type pg from 'pg';
import { ApplicationEntity } from '../../src/applications/application.entity.ts';
import { sealedPersonal } from '../../src/applications/sealed-application.ts';
import { newId } from '../../src/kernel/ids.ts';
import { cents } from '../../src/kernel/money.ts';
import { BlindIndex } from '../../src/platform/encryption/blind-index.ts';
import { KeyWrap } from '../../src/platform/encryption/key-wrap.ts';
import { CaseKey } from '../../src/secrets/case-key.ts';
import { wrapContext } from '../../src/secrets/case-keys.service.ts';
import { secretPlace } from '../../src/secrets/case-secrets.service.ts';
import type { throwAwayKeyRings } from '../service/throw-away-keys.ts';

const batchSize = 5_000;
const iban = 'NL91ABNA0417164300';

/** What the n-th applicant filled in. */
export function application(n: number): ApplicationEntity {
  return Object.assign(new ApplicationEntity(), {
    id: newId(),
    applicant: {
      ...{
        kind: 'resident',
        name: `Bewoner ${n}`,
        street: 'Dorpsstraat',
        houseNumber: String((n % 200) + 1),
      },
      ...{ postcode: '4031 AB', place: 'Ingen', email: null, phone: null, kvkNumber: null },
    },
    ibanLastFour: iban.slice(-4),
    title: `Een bank en een tuindag ${n}`,
    description: 'Wij plaatsen een bank bij de kerk en houden een tuindag voor de hele straat. '.repeat(
      1 + (n % 9),
    ),
    costs: [{ description: 'Bank', amountCents: cents(1000 + (n % 90_000)) }],
    support: 'Twaalf buren uit de Dorpsstraat doen mee.',
  });
}

const storeKeys = `
  INSERT INTO case_key (case_id, key_id, wrapped) SELECT case_id, $1, wrapped
  FROM unnest($2::uuid[], $3::bytea[]) AS made (case_id, wrapped)`;
const storeSecrets = `
  INSERT INTO case_secret (case_id, field, sealed, index_key_id, index_digest) SELECT case_id, 'iban', sealed, $1, $2
  FROM unnest($3::uuid[], $4::bytea[]) AS made (case_id, sealed)`;

/**
 * Makes case keys and sealed contents of so many applications, and gives them batch by batch, in order.
 * @param keyRings under whose first keys they are
 * @param store stores the batch; `first` is the number of its first application, from 1
 */
export async function sealedApplications(
  client: pg.Client,
  count: number,
  keyRings: typeof throwAwayKeyRings,
  store: (first: number, ids: readonly string[], personal: readonly Buffer[]) => Promise<unknown>,
): Promise<void> {
  const wrap = new KeyWrap(keyRings.encryption);
  const index = new BlindIndex(keyRings.blindIndex);
  for (let first = 1; first <= count; first += batchSize) {
    const size = Math.min(batchSize, count - first + 1);
    const made = Array.from({ length: size }, (_, place) => {
      const row = application(first + place);
      const { secret, stored } = wrap.make(wrapContext(row.id));
      const key = new CaseKey(row.id, secret);
      const sealedIban = key.seal(iban, secretPlace(row.id, 'iban'));
      return { id: row.id, wrapped: stored.wrapped, sealedIban, personal: sealedPersonal(key, row) };
    });
    const ids = made.map(({ id }) => id);
    const { keyId, digest } = index.of('iban', iban);
    await client.query(storeKeys, [wrap.currentKeyId, ids, made.map(({ wrapped }) => wrapped)]);
    await client.query(storeSecrets, [keyId, digest, ids, made.map(({ sealedIban }) => sealedIban)]);
    await store(
      first,
      ids,
      made.map(({ personal }) => personal),
    );
  }
}
