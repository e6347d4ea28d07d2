import { startOwnIssuer } from '../../support/own-issuer.ts';
import { RandomWalk } from '../../support/random-walk.ts';
import { startTestService } from '../../support/test-service.ts';
import type { SoakScenario } from '../scenario.ts';

/** Requests made from the description of the API: whatever is sent, the service answers as described. */
export const randomRequests: SoakScenario = {
  name: 'random-requests',
  summary:
    '10,000 requests made from the description of the API: no 5xx, no hang, no leak, nothing undescribed',
  async run({ scale, tell }) {
    const issuer = await startOwnIssuer();
    const service = await startTestService('2019-03-04T09:00:00Z', issuer.environment);
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    tell(`SEED=${seed} plays the same again`);
    const started = performance.now();
    const walk = await RandomWalk.through(service, issuer, seed);
    const { faults, statuses, visited, grownMegabytes } = await walk.walk(Math.round(10_000 * scale), tell);
    const seconds = Math.round((performance.now() - started) / 1000);
    await service.stop();
    await issuer.close();
    const perStatus = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
    const figures = {
      ...{ seconds, operations: visited.size, statuses: perStatus.join(', '), grownMegabytes },
      handlesLeft: process.getActiveResourcesInfo().length,
    };
    return { figures, faults };
  },
};
