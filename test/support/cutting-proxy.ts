import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the database on which the line is cut around a COMMIT. */
export interface CuttingProxy {
  /** The database, by way of the proxy. */
  readonly url: string;
  /**
   * From now on the line is cut: `before` a COMMIT arrives at the database, or `after` it did, before its answer
   * arrives at who sent it.
   */
  readonly arm: (moment: 'before' | 'after') => void;
  readonly close: () => void;
}

/** Passes everything on between clients and a database until it is armed. */
export async function openCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  let armed: 'before' | 'after' | null = null;
  const server = createServer((client: Socket) => {
    const upstream = connect(Number(target.port), target.hostname);
    let committing = false;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    client.on('data', (chunk: Buffer) => {
      committing ||= armed !== null && chunk.includes('COMMIT');
      if (committing && armed === 'before') cut();
      else upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (committing && chunk.includes('COMMIT')) cut();
      else client.write(chunk);
    });
    client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    arm: (moment) => {
      armed = moment;
    },
    close: () => void server.close(),
  };
}
