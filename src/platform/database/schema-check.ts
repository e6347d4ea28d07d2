import type { DataSource } from 'typeorm';
import type { MigrationClass } from './data-source.ts';
import { type SchemaState, schemaState } from './migrations.ts';

/** Tells how the database stands to the code, at any time; for the health of the service. */
export class SchemaCheck {
  readonly #dataSource: DataSource;
  readonly #migrations: readonly MigrationClass[];

  constructor(dataSource: DataSource, migrations: readonly MigrationClass[]) {
    this.#dataSource = dataSource;
    this.#migrations = migrations;
  }

  state(): Promise<SchemaState> {
    return schemaState(this.#dataSource, this.#migrations);
  }
}
