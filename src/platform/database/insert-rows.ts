import type { QueryConfig } from 'pg';
import type { EntityManager, EntityMetadata } from 'typeorm';
import { statementsOf } from './sent-statements.ts';

const texts = new WeakMap<EntityMetadata, Map<number, QueryConfig>>();

/** One INSERT for so many rows, named, so that a connection parses and plans it once. */
function statementFor(metadata: EntityMetadata, rowCount: number): QueryConfig {
  const perCount = texts.get(metadata) ?? new Map<number, QueryConfig>();
  texts.set(metadata, perCount);
  const known = perCount.get(rowCount);
  if (known) return known;
  const names = metadata.columns.map((column) => `"${column.databaseName}"`);
  const row = (index: number) =>
    names.map((_name, place) => `$${index * names.length + place + 1}`).join(', ');
  const rows = Array.from({ length: rowCount }, (_row, index) => `(${row(index)})`);
  const statement = {
    name: `insert ${metadata.tableName} ${rowCount}`,
    text: `INSERT INTO "${metadata.tableName}" (${names.join(', ')}) VALUES ${rows.join(', ')}`,
  };
  perCount.set(rowCount, statement);
  return statement;
}

/**
 * Inserts whole rows, without waiting: the statement travels to the server with what is sent next, and a row that is
 * refused makes the transaction fail as if it had been waited for. TypeORM's own insert composes the statement
 * anew each time, and the server parses and plans it anew.
 * @param rows every column has a value or null; defaults of the database are not used
 */
export function insertRows<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
): void {
  if (rows.length === 0) return;
  const { driver } = manager.connection;
  const metadata = manager.connection.getMetadata(entity);
  const values = rows.flatMap((row) =>
    metadata.columns.map((column): unknown =>
      driver.preparePersistentValue(Reflect.get(row, column.propertyName), column),
    ),
  );
  void statementsOf(manager).send({ ...statementFor(metadata, rows.length), values });
}
