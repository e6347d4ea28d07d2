import { drive } from '../load/drive.ts';
import { Caller, completeApplication } from '../load/requests.ts';
import { type Measurement, rounded } from '../measurement.ts';

const connections = 16;
const milliseconds = 5_000;
const bytesPerMegabyte = 1_000_000;

/** What the process of the service keeps in memory after everything that came before, and a last load of its own. */
export const residentMemory: Measurement = {
  names: ['resident-memory'],
  async run({ service: started }) {
    const service = await started();
    await service.tell('set-clock', '2019-03-04T09:00:00Z');
    const fenna = await Caller.of(service, 'fenna');
    const bram = await Caller.of(service, 'bram');
    const body = completeApplication('ingen');
    let requests = 0;
    await drive(service.url, connections, milliseconds, () => {
      requests += 1;
      return requests % 4 === 0 ? bram.get('/v1/work-list') : fenna.post('/v1/applications', { body });
    });
    const bytes = await service.tell('resident-bytes', null);
    return {
      'resident-memory': {
        value: rounded(bytes / bytesPerMegabyte),
        goal: 220,
        better: 'lower',
        unit: 'MB van de dienst, zonder PostgreSQL',
        parts: { bytes, requestsJustBefore: requests },
      },
    };
  },
};
