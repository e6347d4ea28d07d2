import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { RandomWalk } from '../support/random-walk.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let issuer: OwnIssuer;
let service: TestService;

beforeAll(async () => {
  issuer = await startOwnIssuer();
});
afterEach(() => service.stop());
afterAll(() => issuer.close());

async function start(mount?: (instance: FastifyInstance) => void): Promise<void> {
  service = await startTestService('2019-03-04T09:00:00Z', issuer.environment, mount);
}

describe('Requests made at random from the description of the API', () => {
  it('never break the service, get through with fields of their own, or reach what is of another', async () => {
    await start();
    const walk = await RandomWalk.through(service, issuer, 1574);
    const { faults, statuses, visited } = await walk.walk(900);
    expect(faults).toEqual([]);
    expect(visited.size).toBeGreaterThan(40);
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 409, 412]));
  }, 120_000);

  it('find a route that breaks, and one that answers what it did not describe', async () => {
    await start((instance) => {
      instance.addHook('onRequest', async (request, reply) => {
        if (request.url.startsWith('/v1/mandates')) await reply.code(500).send({ oops: true });
        if (request.url.startsWith('/v1/college-lists')) await reply.code(418).send({ tea: true });
      });
    });
    const walk = await RandomWalk.through(service, issuer, 1574);
    const { faults } = await walk.walk(400);
    expect(faults.some((fault) => fault.includes('/v1/mandates'))).toBe(true);
    expect(faults.some((fault) => fault.includes('/v1/college-lists'))).toBe(true);
  }, 120_000);
});
