import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal, submit } from '../support/case-steps.ts';
import { exampleRegulation } from '../support/example-regulation.ts';
import { publishDocument, publishRegulation } from '../support/regulation-steps.ts';
import { onDatabase } from '../support/test-database.ts';
import {
  completeApplication,
  startTestService,
  type TestCaller,
  type TestService,
} from '../support/test-service.ts';

const regulationCode = 'eindig-2019';

interface Ending extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

describe('A regulation that ends before its time', () => {
  let service: TestService;
  let bas: TestCaller;
  let roos: TestCaller;
  let fenna: TestCaller;

  beforeAll(async () => {
    service = await startTestService();
    bas = await service.as('bas');
    roos = await service.as('roos');
    fenna = await service.as('fenna');
    await publishRegulation(service, regulationCode, {});
  });
  afterAll(() => service.stop());

  const propose = (lastDate: string) =>
    bas.post<Ending>('/v1/regulation-endings', {
      body: { regulationCode, lastDate, reason: 'Het geld is op.' },
    });
  const publish = (by: TestCaller, { id, version }: Ending, change: object = {}) =>
    by.post<Ending>(`/v1/regulation-endings/${id}/publication`, {
      version,
      body: { publishedOn: '2019-03-04', reference: 'gmb-2019-77', ...change },
    });
  const newest = async () => {
    const { body } = await fenna.get<{ items: { inForceUntil: string | null }[] }>(
      `/v1/regulations/${regulationCode}/versions`,
    );
    return body.items.at(-1);
  };

  it('never ends in the past, and a proposal alone changes nothing', async () => {
    expectRefusal(await propose('2019-03-03'), 400, 'regulation-days-impossible');
    const { status, body } = await propose('2019-03-10');
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'proposed', regulationCode, versionNumber: 1 });
    expect(await newest()).toMatchObject({ inForceUntil: null });
    const rejected = await bas.post(`/v1/regulation-endings/${body.id}/rejection`, { version: 1 });
    expect(rejected.body).toMatchObject({ status: 'rejected' });
    expectRefusal(await publish(roos, { ...body, version: 2 }), 409, 'regulation-ending-decided');
  });

  it('ends when another has published it; who applied before stays bound to it', async () => {
    const { body } = await propose('2019-03-10');
    expectRefusal(await publish(bas, body), 409, 'regulation-four-eyes');
    expectRefusal(
      await publish(roos, body, { publishedOn: '2019-03-05' }),
      400,
      'regulation-days-impossible',
    );
    expect((await publish(roos, body)).body).toMatchObject({
      status: 'published',
      publishedOn: '2019-03-04',
    });
    expect(await newest()).toMatchObject({ inForceUntil: '2019-03-10' });
    const inTime = await submit(fenna, { regulationCode });

    service.clock.set(new Date('2019-03-11T09:00:00Z'));
    const late = await (
      await service.as('fenna')
    ).post('/v1/applications', {
      body: completeApplication({ regulationCode }),
    });
    expectRefusal(late, 400, 'regulation-unknown');
    const kept = await (await service.as('fenna')).get(`/v1/applications/${inTime.id}`);
    expect(kept.body).toMatchObject({ status: 'complete' });
    // It ends once: later than it does is no ending.
    expectRefusal(await propose('2019-03-20'), 400, 'regulation-days-impossible');
  });

  it('a successor can take over from the day after', async () => {
    const publication = { publishedOn: '2019-03-11', inForceFrom: '2019-03-11' };
    const version = await publishDocument(service, regulationCode, exampleRegulation, publication);
    expect(version).toMatchObject({ number: 2 });
    const again = await submit(await service.as('fenna'), { regulationCode });
    expect(again).toMatchObject({ status: 'complete' });
  });

  it('and neither version nor ending can be rewritten in the database', async () => {
    await expect(
      service.database.asOwner("UPDATE regulation_version SET in_force_until = '2019-12-31'"),
    ).rejects.toThrow(/never changes/);
    await expect(
      onDatabase(service.database.serviceUrl, "UPDATE regulation_ending SET last_day = '2019-12-31'"),
    ).rejects.toThrow(/permission denied/);
  });
});
