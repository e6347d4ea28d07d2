import { expect } from '@jest/globals';
import { exampleRegulation } from './example-regulation.ts';
import type { TestService } from './test-service.ts';

interface Made {
  readonly id: string;
  readonly version: number;
}

/** Writes a regulation and publishes it, as two officials do; what is not told is as in the example regulation. */
export async function publishRegulation(
  service: TestService,
  code: string,
  parts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const writer = await service.as('bas');
  const draft = await writer.post<Made>('/v1/regulation-drafts', {
    body: { code, document: { ...exampleRegulation, ...parts } },
  });
  expect(draft.body).toMatchObject({ faults: [] });
  const publisher = await service.as('roos');
  const published = await publisher.post(`/v1/regulation-drafts/${draft.body.id}/publication`, {
    version: draft.body.version,
    body: { publishedOn: '2019-01-02', reference: 'gmb-2019-14', inForceFrom: '2019-01-02' },
  });
  expect({ status: published.status, problem: published.status === 201 ? null : published.body }).toEqual({
    status: 201,
    problem: null,
  });
}
