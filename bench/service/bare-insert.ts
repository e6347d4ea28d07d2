import type { QueryConfig } from 'pg';
import { newId } from '../../src/kernel/ids.ts';

/** Outside `/v1`, so that nobody takes it for a part of the service. */
export const bareInsertPath = '/bench/bare-insert';

/** Run as owner before the service starts. */
export const bareInsertTable = `
  CREATE TABLE bench_row (id uuid PRIMARY KEY, body jsonb NOT NULL);
  GRANT INSERT ON bench_row TO PUBLIC`;

const text = 'INSERT INTO bench_row (id, body) VALUES ($1, $2)';

/** One row by one statement, parsed once per connection: the least that a submission could come down to. */
export function bareInsertStatement(body: unknown): QueryConfig {
  return { name: 'bare-insert', text, values: [newId(), JSON.stringify(body)] };
}
