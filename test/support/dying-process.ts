import { createDataSource } from '../../src/platform/database/data-source.ts';
import { type Claim, roleSuffices, Transactions } from '../../src/platform/database/transactions.ts';
import { testCipher } from './test-database.ts';

/**
 * A process that does a piece of work once and is killed before anybody hears of it: after the COMMIT, or with
 * `before` as the third argument in the middle of the work.
 */
const [url = '', claim = '', moment = 'after'] = process.argv.slice(2);
const dataSource = createDataSource({
  url,
  ...{ entities: [], migrations: [], poolSize: 1, applicationName: 'kernbudget dying' },
});
await dataSource.initialize();
await new Transactions(dataSource, testCipher(), {}).runOnce(
  JSON.parse(claim) as Claim,
  async (manager) => {
    await manager.query('INSERT INTO parcel VALUES ($1, $2)', moment === 'after' ? [2, 20] : [3, 30]);
    if (moment === 'before') process.kill(process.pid, 'SIGKILL');
    return { number: 'LB-2' };
  },
  roleSuffices,
);
process.kill(process.pid, 'SIGKILL');
