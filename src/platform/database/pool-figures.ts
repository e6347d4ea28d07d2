import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Metrics } from '../telemetry/metrics.ts';

/** Shows how many connections are at work, at rest, and waited for. */
@Injectable()
export class PoolFigures {
  constructor(dataSource: DataSource, metrics: Metrics) {
    const pool = (dataSource.driver as PostgresDriver).master as Pool;
    metrics.gauge('database_connections', 'Connections to the database.', ['state'], (gauge) => {
      gauge.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      gauge.set({ state: 'idle' }, pool.idleCount);
    });
    metrics.gauge('database_requests_waiting', 'Work that waits for a connection.', [], (gauge) => {
      gauge.set(pool.waitingCount);
    });
  }
}
