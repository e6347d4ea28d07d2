import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completeApplication, startTestService, type TestService } from '../support/test-service.ts';

const criteria = ['surroundings', 'meeting', 'several-residents', 'support', 'open-to-all', 'not-a-party'];

interface Application {
  id: string;
  version: number;
  number: string;
  status: string;
}

describe('From application to decision letter', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.stop());

  it('a resident applies once, the college decides, and the resident reads the letter', async () => {
    const fenna = await service.as('fenna');
    const submitted = await fenna.post<Application>('/v1/applications', { body: completeApplication() });
    expect(submitted.body).toMatchObject({ status: 'complete', number: 'LB-2019-000001' });
    const { id } = submitted.body;

    const bram = await service.as('bram');
    for (const criterion of criteria) {
      const { body } = await bram.get<Application>(`/v1/applications/${id}`);
      const found = await bram.put(`/v1/applications/${id}/findings/${criterion}`, {
        version: body.version,
        body: { outcome: 'met', reason: 'Uit de aanvraag blijkt dat dit zo is.' },
      });
      expect(found.status).toBe(200);
    }

    service.clock.set(new Date('2019-06-11T08:00:00Z'));
    const list = await bram.post<{ id: string; version: number }>('/v1/college-lists', {
      body: { regulationCode: 'leefbaarheidsbudget-2019' },
    });
    expect(list.body).toMatchObject({ lines: [{ kind: 'grant', proposedCents: 85_000 }] });
    const roos = await service.as('roos');
    const resolved = await roos.post(`/v1/college-lists/${list.body.id}/resolution`, {
      version: list.body.version,
      body: { number: 'B&W 2019-24', resolutionDate: '2019-06-11' },
    });
    expect(resolved.body).toMatchObject({ status: 'resolved' });

    const { body: letters } = await roos.get<{ items: { id: string; kind: string }[] }>(
      `/v1/applications/${id}/letters`,
    );
    const grant = letters.items.find((letter) => letter.kind === 'grant')!;
    const sent = await roos.post(`/v1/letters/${grant.id}/announcement`, {
      version: 1,
      body: { sentOn: '2019-06-11', channel: 'electronic' },
    });
    expect(sent.body).toMatchObject({ sentOn: '2019-06-11', lastObjectionDate: '2019-07-23' });
    const pdf = await fenna.get(`/v1/letters/${grant.id}/document`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const overview = await fenna.get(`/v1/applications/${id}/overview`);
    expect(overview.body).toMatchObject({
      availableInKernCents: 115_000,
      decision: { kind: 'grant', grantedCents: 85_000 },
    });
  });
});
