import { HttpConnection, type RawAnswer, type RawRequest } from './http-connection.ts';

function refuseFailure({ status, body }: RawAnswer): void {
  if (status >= 300) throw new Error(`The service answered ${status}: ${body.toString().slice(0, 500)}`);
}

/**
 * Keeps so many connections busy for so long, each with one request at a time.
 * @param next makes the next request of a connection
 * @returns answers per second
 * @throws Error at the first answer that is not a success
 */
export async function drive(
  url: string,
  connectionCount: number,
  milliseconds: number,
  next: (connection: number) => RawRequest,
): Promise<number> {
  const connections = await Promise.all(
    Array.from({ length: connectionCount }, () => HttpConnection.open(url)),
  );
  const started = performance.now();
  let answers = 0;
  await Promise.all(
    connections.map(async (connection, index) => {
      while (performance.now() - started < milliseconds) {
        refuseFailure(await connection.send(next(index)));
        answers += 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const connection of connections) connection.close();
  return answers / seconds;
}

/** Sends each request once, all at the same time over connections that are open already. @returns milliseconds */
export async function sendAtOnce(
  url: string,
  requests: readonly RawRequest[],
): Promise<{ readonly milliseconds: number; readonly answers: RawAnswer[] }> {
  const connections = await Promise.all(requests.map(() => HttpConnection.open(url)));
  const started = performance.now();
  const answers = await Promise.all(
    requests.map((request, index) => {
      const connection = connections[index];
      if (!connection) throw new Error('A connection per request');
      return connection.send(request);
    }),
  );
  const milliseconds = performance.now() - started;
  for (const connection of connections) connection.close();
  answers.forEach(refuseFailure);
  return { milliseconds, answers };
}

/** Sends one request after another on one connection. @returns what each took, in milliseconds */
export async function latencies(
  url: string,
  times: number,
  next: (index: number) => RawRequest,
): Promise<number[]> {
  const connection = await HttpConnection.open(url);
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    refuseFailure(await connection.send(next(index)));
    taken.push(performance.now() - started);
  }
  connection.close();
  return taken;
}
