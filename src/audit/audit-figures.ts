import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Metrics } from '../platform/telemetry/metrics.ts';

const waiting = 'SELECT count(*) AS entries FROM audit_unsealed';

/** Shows how far the sealing of entries is behind; what was sealed has left that table, so that counting is quick. */
@Injectable()
export class AuditFigures {
  constructor(manager: EntityManager, metrics: Metrics) {
    metrics.gauge(
      'kernbudget_audit_unsealed_entries',
      'Audit entries that wait to be sealed.',
      [],
      async (gauge) => {
        const [row] = await manager.query<{ entries: number }[]>(waiting);
        gauge.set(row?.entries ?? 0);
      },
    );
  }
}
