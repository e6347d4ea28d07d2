import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { DomainError } from '../../../src/kernel/domain-error.ts';
import { insertRows } from '../../../src/platform/database/insert-rows.ts';
import { readRows } from '../../../src/platform/database/sent-statements.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

@Entity('parcel')
class ParcelEntity {
  @PrimaryColumn('integer')
  id!: number;

  @Column('jsonb', { nullable: true })
  content!: readonly string[] | null;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;
}

let database: TestDatabase;
const sentAt = new Date('2019-03-04T09:00:00.123Z');

beforeAll(async () => {
  database = await createTestDatabase({
    entities: [ParcelEntity],
    constraintProblems: {
      parcel_pkey: () =>
        DomainError.of(
          { 'parcel-known': { kind: 'conflict', title: 'Bekend' } },
          'parcel-known',
          'Dit pakje is er al.',
        ),
    },
  });
  await database.asOwner(
    'CREATE TABLE parcel (id int CONSTRAINT parcel_pkey PRIMARY KEY, content jsonb, sent_at timestamptz NOT NULL)',
  );
  await database.asOwner('GRANT SELECT, INSERT ON parcel TO kernbudget_service');
});

afterAll(() => database.drop());

function parcel(id: number, content: readonly string[] | null = null): ParcelEntity {
  return Object.assign(new ParcelEntity(), { id, content, sentAt });
}

async function ids(manager: EntityManager): Promise<number[]> {
  const statement = { name: 'parcel-ids', text: 'SELECT id FROM parcel ORDER BY id' };
  return (await readRows<{ id: number }>(manager, statement, [])).map(({ id }) => id);
}

describe('Rows that are inserted without waiting', () => {
  it('are kept as they were given, lists and missing values included', async () => {
    const rows = [parcel(1, ['bank', 'planten']), parcel(2)];
    await database.transactions.run((manager) => Promise.resolve(insertRows(manager, ParcelEntity, rows)));
    expect(await database.dataSource.manager.find(ParcelEntity, { order: { id: 'ASC' } })).toEqual(rows);
  });

  it('are seen by what the same transaction reads next', async () => {
    const seen = await database.transactions.run((manager) => {
      insertRows(manager, ParcelEntity, [parcel(3)]);
      return ids(manager);
    });
    expect(seen).toContain(3);
  });

  it('undo everything when the database refuses one of them, and say why', async () => {
    const work = database.transactions.run((manager) => {
      insertRows(manager, ParcelEntity, [parcel(10)]);
      insertRows(manager, ParcelEntity, [parcel(10)]);
      insertRows(manager, ParcelEntity, [parcel(11)]);
      return Promise.resolve();
    });
    await expect(work).rejects.toThrow('Dit pakje is er al.');
    expect(await ids(database.dataSource.manager)).not.toContain(10);
    expect(await ids(database.dataSource.manager)).not.toContain(11);
  });

  it('say why, also when something else in the transaction stumbles over it first', async () => {
    const work = database.transactions.run((manager) => {
      insertRows(manager, ParcelEntity, [parcel(20), parcel(20)]);
      return ids(manager);
    });
    await expect(work).rejects.toThrow('Dit pakje is er al.');
  });

  it('are gone when the work itself fails', async () => {
    const work = database.transactions.run((manager) => {
      insertRows(manager, ParcelEntity, [parcel(30)]);
      return Promise.reject(new Error('Toch niet'));
    });
    await expect(work).rejects.toThrow('Toch niet');
    expect(await ids(database.dataSource.manager)).not.toContain(30);
  });

  it('need a transaction', () => {
    expect(() => insertRows(database.dataSource.manager, ParcelEntity, [parcel(40)])).toThrow('transaction');
  });
});
