import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { FieldCipher } from '../encryption/field-cipher.ts';
import type { ConstraintProblems } from './constraint-names.ts';
import { createDataSource, type EntityClass, type MigrationClass } from './data-source.ts';
import { ExpiredAnswers } from './expired-answers.ts';
import { refuseOtherVersion, refusePowerfulRole } from './migrations.ts';
import { Tracing } from '../telemetry/tracing.ts';
import { PoolFigures } from './pool-figures.ts';
import { SchemaCheck } from './schema-check.ts';
import { Transactions } from './transactions.ts';

export interface DatabaseOptions {
  /** As the service's role. */
  readonly url: string;
  readonly poolSize: number;
  /** A statement that takes longer is broken off; without it none is. */
  readonly statementSeconds?: number;
  /** In production mode the service does not start as owner or superuser. */
  readonly production: boolean;
  readonly entities: readonly EntityClass[];
  /** What the code expects to have been run; a database that is older or newer is refused. */
  readonly migrations: readonly MigrationClass[];
  /** What violated constraints become, of all modules together. */
  readonly constraintProblems: ConstraintProblems;
}

async function openDataSource(options: DatabaseOptions): Promise<DataSource> {
  const dataSource = createDataSource({ ...options, applicationName: 'kernbudget' });
  await dataSource.initialize();
  try {
    if (options.production) await refusePowerfulRole(dataSource);
    await refuseOtherVersion(dataSource, options.migrations);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** Closes the connections when the service stops, after the last request was answered. */
@Injectable()
class DataSourceEnd implements OnApplicationShutdown {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  onApplicationShutdown(): Promise<void> {
    return this.#dataSource.destroy();
  }
}

/** Gives every module the `EntityManager` to read with and `Transactions` to write with. */
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => openDataSource(options) },
        {
          provide: EntityManager,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => dataSource.manager,
        },
        DataSourceEnd,
        {
          provide: Transactions,
          inject: [DataSource, FieldCipher, Tracing],
          useFactory: (dataSource: DataSource, cipher: FieldCipher, tracing: Tracing) =>
            new Transactions(dataSource, cipher, options.constraintProblems, tracing),
        },
        {
          provide: SchemaCheck,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new SchemaCheck(dataSource, options.migrations),
        },
        ExpiredAnswers,
        PoolFigures,
      ],
      exports: [DataSource, EntityManager, Transactions, SchemaCheck],
    };
  }
}
