import type pg from 'pg';
import { newId } from '../../src/kernel/ids.ts';
import { KeyWrap } from '../../src/platform/encryption/key-wrap.ts';
import { CaseKey } from '../../src/secrets/case-key.ts';
import { wrapContext } from '../../src/secrets/case-keys.service.ts';
import { throwAwayKeyRings } from '../service/throw-away-keys.ts';

interface DecidedRow {
  readonly id: string;
  readonly kernCode: string;
  readonly keyId: string;
  readonly wrapped: Buffer;
}

const decidedOn = '2019-06-25';
const wrap = new KeyWrap(throwAwayKeyRings.encryption);

const decided = `
  SELECT application.id, kern.code AS "kernCode", case_key.key_id AS "keyId", case_key.wrapped
  FROM application JOIN kern ON kern.id = application.kern_id JOIN case_key ON case_key.case_id = application.id
  WHERE application.status IN ('decided', 'announced')`;

const store = `
  INSERT INTO step_record (id, application_id, step_code, outcome, done_on, done_by, recorded_at, findings_sealed,
    started_on, due_on)
  SELECT id, application_id, step_code, 'positive', done_on, 'bench', done_on, sealed, '2019-06-01', '2019-06-06'
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::bytea[])
    AS made (id, application_id, step_code, done_on, sealed)`;

/** What the second step of a kern is, and what was found in it. */
const middle: Readonly<Record<string, readonly [string, object]>> = {
  ingen: ['stemming', { closedOn: '2019-06-10', voters: 50, inFavour: 30, against: 20 }],
  zoelen: ['advies', { outcome: 'positive', reason: 'Een goed plan voor het dorp.' }],
};

function stepsOf(kernCode: string): readonly (readonly [string, string, object])[] {
  const talk = ['gesprek', { heldOn: '2019-06-10', findings: 'Besproken.' }] as const;
  const [code, findings] = middle[kernCode] ?? talk;
  return [
    ['controle', '2019-06-04', { outcome: 'positive', findings: 'Alle gegevens zijn er.' }],
    [code, '2019-06-10', findings],
    ['voorstel', '2019-06-12', { outcome: 'positive', reason: 'Het plan voldoet.' }],
  ];
}

/** Has every decided application go through the steps of its kern, each sealed with the key of its case. */
export async function doSteps(client: pg.Client): Promise<number> {
  await client.query(`UPDATE application_event SET counts_on = '${decidedOn}' WHERE kind = 'decide'`);
  const { rows } = await client.query<DecidedRow>(decided);
  for (let first = 0; first < rows.length; first += 2_000) {
    const made = rows.slice(first, first + 2_000).flatMap(({ id, kernCode, keyId, wrapped }) => {
      const key = new CaseKey(id, wrap.unwrap({ keyId, wrapped }, wrapContext(id)));
      return stepsOf(kernCode).map(([code, doneOn, findings]) => {
        const recordId = newId();
        const sealed = key.seal({ findings, doneByName: 'Bench' }, `step_record.findings:${recordId}`);
        return { recordId, id, code, doneOn, sealed };
      });
    });
    await client.query(store, [
      made.map(({ recordId }) => recordId),
      made.map(({ id }) => id),
      made.map(({ code }) => code),
      made.map(({ doneOn }) => doneOn),
      made.map(({ sealed }) => sealed),
    ]);
  }
  await client.query('VACUUM (ANALYZE) step_record, application_event');
  return rows.length;
}
