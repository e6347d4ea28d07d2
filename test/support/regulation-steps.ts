import { expect } from '@jest/globals';
import { exampleRegulation } from './example-regulation.ts';
import type { TestService } from './test-service.ts';

interface Made {
  readonly id: string;
  readonly version: number;
}

/** Writes a whole regulation and publishes it, as two officials do. @returns the published version */
export async function publishDocument(
  service: TestService,
  code: string,
  document: object,
  publication: Readonly<Record<string, unknown>> = { publishedOn: '2019-01-02', inForceFrom: '2019-01-02' },
): Promise<{ readonly id: string; readonly number: number }> {
  const writer = await service.as('bas');
  const draft = await writer.post<Made>('/v1/regulation-drafts', { body: { code, document } });
  expect(draft.body).toMatchObject({ faults: [] });
  const publisher = await service.as('roos');
  const path = `/v1/regulation-drafts/${draft.body.id}/publication`;
  const published = await publisher.post<{ id: string; number: number }>(path, {
    version: draft.body.version,
    body: { reference: 'gmb-2019-14', ...publication },
  });
  expect({ status: published.status, problem: published.status === 201 ? null : published.body }).toEqual({
    status: 201,
    problem: null,
  });
  return published.body;
}

/** As `publishDocument`; what is not told is as in the example regulation. */
export async function publishRegulation(
  service: TestService,
  code: string,
  parts: Readonly<Record<string, unknown>>,
): Promise<void> {
  await publishDocument(service, code, { ...exampleRegulation, ...parts });
}
