import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { submit } from '../support/case-steps.ts';
import { DescribedAnswers, type Description, type SeenAnswer } from '../support/described-answers.ts';
import { completeApplication, startTestService, type TestService } from '../support/test-service.ts';
import { stopWatching, watchAnswers } from '../support/watched-answers.ts';

let service: TestService;
let document: Description;

beforeAll(async () => {
  service = await startTestService(undefined, {}, (instance) => {
    // As a service would be that does everything again that is sent again.
    instance.addHook('onRequest', ({ headers }, _reply, done) => {
      if (headers['accept-language'] === 'forgetful') headers['idempotency-key'] = randomUUID();
      done();
    });
  });
  document = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as Description;
});
afterAll(() => service.stop());

async function seen(path: string, token: string, method = 'GET'): Promise<SeenAnswer> {
  const answer = await fetch(`${service.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
  return { method, path, status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** The description with one part of it changed. */
function spoiled(
  change: (copy: {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
    components: { schemas: Record<string, { properties: Record<string, unknown> }> };
  }) => void,
): DescribedAnswers {
  const copy = structuredClone(document) as never;
  change(copy);
  return new DescribedAnswers(copy);
}

describe('An answer that is not as described', () => {
  it('is one with a status, a field, a kind of value or a header that the description does not have', async () => {
    const { id } = await submit(await service.as('fenna'));
    const answer = await seen(`/v1/applications/${id}`, await service.token('fenna'));
    expect(answer.status).toBe(200);
    expect(new DescribedAnswers(document).faultsOf(answer)).toEqual([]);
    const withoutStatus = spoiled(
      ({ paths }) => delete paths['/applications/{applicationId}']!['get']!.responses['200'],
    );
    expect(withoutStatus.faultsOf(answer)).toEqual([expect.stringContaining('this status is not described')]);
    const withoutField = spoiled(
      ({ components }) => delete components.schemas['ApplicationResponse']!.properties['title'],
    );
    expect(withoutField.faultsOf(answer).join()).toContain('"additionalProperty":"title"');
    const otherType = spoiled(({ components }) => {
      components.schemas['ApplicationResponse']!.properties['requestedCents'] = { type: 'string' };
    });
    expect(otherType.faultsOf(answer).join()).toContain('/requestedCents must be string');
    const headers = new Headers([...answer.headers, ['x-left-over', '1']]);
    expect(new DescribedAnswers(document).faultsOf({ ...answer, headers }).join()).toContain(
      'x-left-over is not',
    );
    headers.delete('api-version');
    expect(new DescribedAnswers(document).faultsOf({ ...answer, headers }).join()).toContain(
      'api-version is missing',
    );
  });

  it('is one of an address or a method that is not there, unless it says just that', async () => {
    const described = new DescribedAnswers(document);
    const token = await service.token('fenna');
    expect(described.faultsOf(await seen('/v1/nergens', token))).toEqual([]);
    expect(described.faultsOf(await seen('/v1/kernen', token, 'DELETE'))).toEqual([]);
    const answer = await seen('/v1/kernen', token);
    expect(described.faultsOf({ ...answer, path: '/v1/nergens' }).join()).toContain('no such operation');
  });

  it('makes every test fail that sees it, whatever the test asks of it', async () => {
    const path = `${service.url}/v1/kernen`;
    stopWatching(service.url);
    expect((await fetch(path)).status).toBe(200);
    watchAnswers(service.url, Promise.resolve(spoiled(({ paths }) => delete paths['/kernen'])));
    await expect(fetch(path)).rejects.toThrow('there is no such operation in the description');
    watchAnswers(service.url);
    expect((await fetch(path)).status).toBe(200);
  });
});

describe('A write that is sent again', () => {
  it('makes every test fail that sees it done twice', async () => {
    const fenna = await service.as('fenna');
    const sent = { body: completeApplication({ intent: 'draft' }) };
    watchAnswers(service.url);
    const forgetful = { ...sent, headers: { 'accept-language': 'forgetful' } };
    await expect(fenna.post('/v1/applications', forgetful)).rejects.toThrow('Not the first answer again');
    watchAnswers(service.url);
    expect((await fenna.post('/v1/applications', sent)).status).toBe(201);
  });
});
