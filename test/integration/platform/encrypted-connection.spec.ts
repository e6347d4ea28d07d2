import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '../../../src/platform/database/data-source.ts';

/** What a client of PostgreSQL sends first when it wants to speak encrypted (PostgreSQL, protocol, SSLRequest). */
const sslRequest = '0000000804d2162f';

let server: Server;
let port: number;
const received: string[] = [];

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      received.push(data.toString('hex'));
      // "N": this server cannot, or somebody on the way says so in its place.
      socket.write('N');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as { port: number });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('A database that cannot be spoken to encrypted, when the address says that it must', () => {
  it('gets no name and no password', async () => {
    const dataSource = createDataSource({
      url: `postgres://dienst:geheim@127.0.0.1:${port}/kernbudget?sslmode=verify-full`,
      ...{ entities: [], migrations: [], poolSize: 1, applicationName: 'kernbudget test' },
    });
    await expect(dataSource.initialize()).rejects.toThrow(/SSL/);
    expect(received).toEqual([sslRequest]);
  });
});
