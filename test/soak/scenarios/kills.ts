import { crashRounds } from '../../support/crash-rounds.ts';
import type { SoakScenario } from '../scenario.ts';

const longestBetween = 2_000;

/** The service and PostgreSQL are killed in turn while clients in another process book. */
export const kills: SoakScenario = {
  name: 'kills',
  summary: '60 times SIGKILL to the service (40) or PostgreSQL (20) while 8 clients book',
  async run({ directory, scale, tell }) {
    const count = Math.max(3, Math.round(60 * scale));
    const victims = Array.from({ length: count }, (_, round) => (round % 3 === 2 ? 'database' : 'service'));
    const started = performance.now();
    const { wrong, ...figures } = await crashRounds({
      ...{ directory, victims, clients: 8, tell },
      between: () => 200 + Math.random() * longestBetween,
    });
    const seconds = Math.round((performance.now() - started) / 1000);
    return { figures: { ...figures, seconds }, faults: wrong };
  },
};
