import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '../../../src/platform/database/data-source.ts';
import { type Claim, roleSuffices, Transactions } from '../../../src/platform/database/transactions.ts';
import { openCuttingProxy } from '../../support/cutting-proxy.ts';
import { scriptArguments } from '../../support/own-script.ts';
import { createTestDatabase, testCipher, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.asOwner('CREATE TABLE parcel (id int PRIMARY KEY, content int)');
  await database.asOwner('GRANT SELECT, INSERT ON parcel TO kernbudget_service');
});
afterAll(() => database.drop());

const claim = (key: string): Claim => ({ subject: 'resident-1', route: 'POST /v1/x', key, bodyHash: 'body' });

/** Asks the same again, in a process that knows nothing of the first attempt. */
function askAgain(key: string): Promise<{ answer: unknown; replayed: boolean }> {
  return database.transactions.runOnce<unknown>(claim(key), () => Promise.resolve('done anew'), roleSuffices);
}

describe('When the answer to a COMMIT is lost', () => {
  it('who asks again over a new connection gets the first answer, and the work is done once', async () => {
    const proxy = await openCuttingProxy(database.serviceUrl);
    const settings = { entities: [], migrations: [], poolSize: 1, applicationName: 'kernbudget cut off' };
    const cutOff = createDataSource({ url: proxy.url, ...settings });
    await cutOff.initialize();
    proxy.arm('after');
    const first = new Transactions(cutOff, testCipher(), {}).runOnce(
      claim('cut'),
      async (manager) => {
        await manager.query('INSERT INTO parcel VALUES (1, 10)');
        return { number: 'LB-1' };
      },
      roleSuffices,
    );
    await expect(first).rejects.toMatchObject({ code: 'database-unreachable', kind: 'unavailable' });
    expect(await database.asOwner('SELECT content FROM parcel WHERE id = 1')).toEqual([{ content: 10 }]);
    expect(await askAgain('cut')).toEqual({ answer: { number: 'LB-1' }, replayed: true });
    await cutOff.destroy().catch(() => undefined);
    proxy.close();
  });

  it('because the service was killed after it, who asks again gets the first answer', async () => {
    const parameters = [database.serviceUrl, JSON.stringify(claim('killed'))];
    const child = spawn(process.execPath, scriptArguments('test/support/dying-process', parameters), {
      stdio: 'inherit',
    });
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect([code, signal]).toEqual([null, 'SIGKILL']);
    expect(await database.asOwner('SELECT content FROM parcel WHERE id = 2')).toEqual([{ content: 20 }]);
    expect(await askAgain('killed')).toEqual({ answer: { number: 'LB-2' }, replayed: true });
  });

  it('and the service was killed before it, who asks again has it done for the first time', async () => {
    const parameters = [database.serviceUrl, JSON.stringify(claim('too early')), 'before'];
    const child = spawn(process.execPath, scriptArguments('test/support/dying-process', parameters), {
      stdio: 'inherit',
    });
    await once(child, 'exit');
    expect(await database.asOwner('SELECT content FROM parcel WHERE id = 3')).toEqual([]);
    expect(await askAgain('too early')).toEqual({ answer: 'done anew', replayed: false });
  });
});
