import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal, withoutTrace } from '../support/case-steps.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';
import type { TestCaller, TestService } from '../support/test-service.ts';

describe('The register of mandates', () => {
  let townHall: TownHall;
  let service: TestService;
  let administrator: TestCaller;

  beforeAll(async () => {
    townHall = await openTownHall();
    ({ service } = townHall);
    administrator = await townHall.person('beheer', 'administrator');
  });
  afterAll(() => townHall.close());

  const mandate = {
    holderSubject: 'kees',
    holderName: 'Kees Fictief, kernregisseur',
    action: 'grant',
    upToCents: 50_000,
    validFromDate: '2019-01-01',
    reference: 'B&W 2018-99',
  };
  type MandateAnswer = typeof mandate & { id: string; version: number; validUntilDate: string | null };

  it('is kept by administrators and read by officials, and not by residents', async () => {
    const recorded = await administrator.post<MandateAnswer>('/v1/mandates', { body: mandate });
    expect([recorded.status, recorded.body]).toEqual([201, expect.objectContaining(mandate)]);
    const registrar = await townHall.person('roos', 'registrar');
    expect((await registrar.get(`/v1/mandates/${recorded.body.id}`)).body).toMatchObject(mandate);
    expectRefusal(await registrar.post('/v1/mandates', { body: mandate }), 403, 'not-allowed');
    expectRefusal(await (await townHall.person('fenna', 'resident')).get('/v1/mandates'), 403, 'not-allowed');
  });

  it('holds no mandate that somebody recorded for themselves', async () => {
    const body = { ...mandate, holderSubject: 'beheer' };
    expectRefusal(
      await withoutTrace(service, () => administrator.post('/v1/mandates', { body })),
      403,
      'same-person',
    );
  });

  it('shows which mandates hold on a day, and a mandate that was ended on no day after', async () => {
    const { body } = await administrator.post<MandateAnswer>('/v1/mandates', {
      body: { ...mandate, action: 'refuse' },
    });
    const on = async (day: string) => {
      const answer = await administrator.get<{ items: { id: string }[] }>(
        `/v1/mandates?action=refuse&onDate=${day}`,
      );
      return answer.body.items.map(({ id }) => id);
    };
    expect([await on('2018-12-31'), await on('2019-07-01')]).toEqual([[], [body.id]]);
    const end = (version: number, validUntilDate: string) =>
      administrator.post<MandateAnswer>(`/v1/mandates/${body.id}/end`, { version, body: { validUntilDate } });
    expect((await end(1, '2019-06-30')).body).toMatchObject({ validUntilDate: '2019-06-30', version: 2 });
    expect([await on('2019-06-30'), await on('2019-07-01')]).toEqual([[body.id], []]);
    expectRefusal(await end(2, '2019-12-31'), 400, 'mandate-period-impossible');
    expectRefusal(await end(1, '2019-05-01'), 412, 'precondition-failed');
  });

  it('cannot be rewritten: the service may add a mandate and end it, and nothing else', async () => {
    await administrator.post('/v1/mandates', { body: mandate });
    await expect(service.database.dataSource.query('UPDATE mandate SET up_to_cents = 1')).rejects.toThrow(
      'permission',
    );
    await expect(service.database.dataSource.query('DELETE FROM mandate')).rejects.toThrow('permission');
    await expect(service.database.dataSource.query('DELETE FROM recusal')).rejects.toThrow('permission');
  });
});
