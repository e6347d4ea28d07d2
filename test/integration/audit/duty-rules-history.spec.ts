import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntryEntity } from '../../../src/audit/audit-entry.entity.ts';
import { AuditLog } from '../../../src/audit/audit-log.service.ts';
import type { ChosenPair } from '../../../src/identity/domain/duties.ts';
import { DutyRulesHistory } from '../../../src/identity/duty-rules-history.service.ts';
import { DutyRules } from '../../../src/identity/duty-rules.service.ts';
import { AdjustableClock } from '../../../src/kernel/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const clock = new AdjustableClock(new Date('2019-03-04T09:00:00Z'));
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ entities: [AuditEntryEntity], poolSize: 12 });
});
afterAll(() => database.drop());

/** A start of the service with these choices. */
async function startWith(day: string, pairs: readonly ChosenPair[], whenAssigned = false): Promise<void> {
  clock.set(new Date(`${day}T09:00:00Z`));
  const rules = new DutyRules(pairs, whenAssigned);
  await new DutyRulesHistory(database.transactions, new AuditLog(clock), rules).noteChange();
}

const recorded = () =>
  database.asOwner<{ day: string; chosen: string[] }>(
    `SELECT recorded_at::date::text AS day, detail->'chosen' AS chosen FROM audit_entry
     WHERE action = 'duty-rules:change' ORDER BY id`,
  );

describe('The choices of a municipality about who does what', () => {
  it('are dated by the first start under each of them, once for all processes together', async () => {
    await startWith('2019-01-02', []);
    expect(await recorded()).toEqual([]);
    await Promise.all([1, 2, 3, 4].map(() => startWith('2019-03-04', ['assess+prepare-list'])));
    await startWith('2019-05-06', ['assess+prepare-list']);
    await startWith('2019-06-11', ['assess+prepare-list'], true);
    await startWith('2019-07-01', []);
    await startWith('2019-07-02', []);
    expect(await recorded()).toEqual([
      { day: '2019-03-04', chosen: ['assess+prepare-list'] },
      { day: '2019-06-11', chosen: ['assess+prepare-list', 'assess-when-assigned'] },
      { day: '2019-07-01', chosen: [] },
    ]);
  });
});
