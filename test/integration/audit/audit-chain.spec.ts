import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntryEntity } from '../../../src/audit/audit-entry.entity.ts';
import { AuditLog } from '../../../src/audit/audit-log.service.ts';
import { AuditSealer } from '../../../src/audit/audit-sealer.service.ts';
import { AuditVerifier, type Verification } from '../../../src/audit/audit-verifier.service.ts';
import type { Actor } from '../../../src/kernel/actor.ts';
import { AdjustableClock } from '../../../src/kernel/clock.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const clock = new AdjustableClock(new Date('2019-03-04T09:00:00Z'));
const bram: Actor = { subject: 'bram', name: 'Bram', roles: ['assessor'], kernCodes: [], represents: null };

let database: TestDatabase;
let sealer: AuditSealer;
let verifier: AuditVerifier;

beforeAll(async () => {
  database = await createTestDatabase({ entities: [AuditEntryEntity], poolSize: 12 });
  sealer = new AuditSealer(database.transactions, clock);
  verifier = new AuditVerifier(database.dataSource.manager);
});
afterAll(() => database.drop());

/** Writes so many entries, as a use case would. */
async function write(count: number): Promise<string[]> {
  const log = new AuditLog(clock);
  const ids = Array.from({ length: count }, () => newId());
  await database.transactions.run((manager) => {
    const actions = ids.map((subjectId) => ({
      action: 'finding:record',
      subjectKind: 'application' as const,
      subjectId,
      difference: { fields: ['status'], values: { status: { from: 'received', to: 'complete' } } },
      detail: { criterionCode: 'meeting', outcome: 'met' },
    }));
    log.recordAll(manager, bram, actions);
    return Promise.resolve();
  });
  return ids;
}

/** Writes five entries on an empty log and seals them. */
async function fiveSealed(): Promise<void> {
  await database.asOwner('TRUNCATE audit_entry, audit_seal, audit_unsealed');
  await write(5);
  expect(await sealer.sealWaiting()).toBe(5);
}

async function faultOf(found: Promise<Verification>): Promise<unknown> {
  const verification = await found;
  return verification.kind === 'broken' ? verification.fault : null;
}

const entryAt = (sequence: number) => `(SELECT entry_id FROM audit_seal WHERE sequence = ${sequence})`;

beforeEach(fiveSealed);

describe('The audit log', () => {
  it('is intact as long as nobody touches it, and goes on from where it was', async () => {
    await write(3);
    await sealer.sealWaiting();
    expect(await verifier.verify()).toMatchObject({ kind: 'intact', checkedCount: 8, head: { sequence: 8 } });
    expect(await verifier.verifyLast(2)).toMatchObject({ kind: 'intact', checkedCount: 2 });
  });

  it('is intact while entries still wait for their seal', async () => {
    await write(2);
    expect(await verifier.verify()).toMatchObject({ kind: 'intact', checkedCount: 5 });
  });

  it('leaves out what was rolled back', async () => {
    const log = new AuditLog(clock);
    const undone = database.transactions.run((manager) => {
      log.record(manager, bram, { action: 'x', subjectKind: 'letter', subjectId: newId(), detail: {} });
      return Promise.reject(new Error('changed my mind'));
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await sealer.sealWaiting()).toBe(0);
  });

  it('is sealed once when several processes try at the same moment, while others go on writing', async () => {
    await write(1_200);
    const others = Array.from({ length: 3 }, () => new AuditSealer(database.transactions, clock));
    const writing = Array.from({ length: 20 }, () => write(2));
    await Promise.all([...others.map((each) => each.sealWaiting()), ...writing]);
    await sealer.sealWaiting();
    expect(await verifier.verify()).toMatchObject({ kind: 'intact', checkedCount: 1_245 });
  });

  it('can be added to by the service, and not be changed or robbed by it', async () => {
    for (const statement of [
      "UPDATE audit_entry SET action = 'x'",
      'DELETE FROM audit_entry',
      'UPDATE audit_seal SET sequence = 9',
      'DELETE FROM audit_seal',
      'TRUNCATE audit_entry',
    ]) {
      await expect(database.dataSource.query(statement)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('The owner of the database is found out', () => {
  const changes: Readonly<Record<string, string>> = {
    id: 'gen_random_uuid()',
    recorded_at: "recorded_at + interval '1 microsecond'",
    actor_subject: "'somebody else'",
    actor_roles: "ARRAY['auditor']",
    on_behalf_of: "'somebody else'",
    action: "'letter:announce'",
    outcome: "'denied'",
    subject_kind: 'NULL',
    subject_id: 'gen_random_uuid()',
    case_id: 'NULL',
    request_id: "'12345678'",
    trace_id: "'12345678'",
    changed_fields: "'{}'",
    detail: "jsonb_set(detail, '{outcome}', '\"not-met\"')",
  };

  it('whatever column is changed', async () => {
    const columns = await database.asOwner<{ name: string }>(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_entry'",
    );
    expect(Object.keys(changes).sort()).toEqual(columns.map(({ name }) => name).sort());
    for (const [column, value] of Object.entries(changes)) {
      await fiveSealed();
      await database.asOwner(`UPDATE audit_entry SET ${column} = ${value} WHERE id = ${entryAt(3)}`);
      const kind = column === 'id' ? 'missing' : 'changed';
      expect([column, await faultOf(verifier.verify())]).toMatchObject([column, { kind, sequence: 3 }]);
      expect([column, await faultOf(verifier.verifyLast(4))]).toMatchObject([column, { kind, sequence: 3 }]);
    }
  });

  it('when a row is deleted, with its seal or without', async () => {
    await database.asOwner(`DELETE FROM audit_entry WHERE id = ${entryAt(2)}`);
    expect(await faultOf(verifier.verify())).toMatchObject({ kind: 'missing', sequence: 2 });
    await database.asOwner('DELETE FROM audit_seal WHERE sequence = 2');
    expect(await faultOf(verifier.verify())).toMatchObject({ kind: 'missing', sequence: 2 });
  });

  it('when two rows are swapped, in the log or in the chain', async () => {
    await database.asOwner(
      `UPDATE audit_entry SET subject_id = other.subject_id FROM audit_entry AS other
       WHERE (audit_entry.id = ${entryAt(2)} AND other.id = ${entryAt(4)})
         OR (audit_entry.id = ${entryAt(4)} AND other.id = ${entryAt(2)})`,
    );
    expect(await faultOf(verifier.verify())).toMatchObject({ kind: 'changed', sequence: 2 });
    await fiveSealed();
    await database.asOwner('UPDATE audit_seal SET sequence = 100 WHERE sequence = 2');
    await database.asOwner('UPDATE audit_seal SET sequence = 2 WHERE sequence = 4');
    await database.asOwner('UPDATE audit_seal SET sequence = 4 WHERE sequence = 100');
    expect(await faultOf(verifier.verify())).toMatchObject({ kind: 'reordered', sequence: 2 });
  });

  it('when the moment of sealing is changed', async () => {
    await database.asOwner(
      "UPDATE audit_seal SET sealed_at = sealed_at - interval '1 day' WHERE sequence = 5",
    );
    expect(await faultOf(verifier.verify())).toMatchObject({ kind: 'changed', sequence: 5 });
  });

  it('when a row is slipped in, or loses its seal', async () => {
    const [row] = await database.asOwner<{ id: string }>(
      `INSERT INTO audit_entry SELECT gen_random_uuid(), recorded_at, actor_subject, actor_roles, on_behalf_of, action,
         outcome, subject_kind, subject_id, case_id, request_id, trace_id, changed_fields, detail
       FROM audit_entry LIMIT 1 RETURNING id`,
    );
    expect(await faultOf(verifier.verify())).toEqual({ kind: 'unsealed', sequence: null, entryId: row!.id });
    await fiveSealed();
    await database.asOwner('DELETE FROM audit_seal WHERE sequence = 5');
    expect(await faultOf(verifier.verify())).toMatchObject({ kind: 'unsealed' });
  });

  it('when a row is deleted before it was sealed', async () => {
    await write(1);
    await database.asOwner('DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_unsealed)');
    expect(await faultOf(verifier.verify())).toMatchObject({ kind: 'missing', sequence: null });
  });

  it('when the end is cut off, by who noted down the last seal', async () => {
    const noted = await verifier.headAt(5);
    await database.asOwner(`DELETE FROM audit_entry WHERE id = ${entryAt(5)}`);
    await database.asOwner('DELETE FROM audit_seal WHERE sequence = 5');
    expect(await verifier.verify()).toMatchObject({ kind: 'intact', head: { sequence: 4 } });
    expect(await verifier.headAt(5)).toBeNull();
    await write(1);
    await sealer.sealWaiting();
    expect((await verifier.headAt(5))?.hash).not.toEqual(noted?.hash);
  });
});
