import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assess, expectRefusal, prepareList, submit, withoutTrace } from '../support/case-steps.ts';
import { correct, correctionReason, entryMistake, seen } from '../support/correction-steps.ts';
import type { TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';
import { activateWay, ownWay, recordBody } from '../support/way-documents.ts';

let townHall: TownHall;
let resident: TestCaller;
let assessor: TestCaller;
let preparer: TestCaller;
let registrar: TestCaller;

beforeAll(async () => {
  townHall = await openTownHall();
  ({ resident, assessor, preparer, registrar } = townHall);
});
afterAll(() => townHall.close());

describe('An application for the wrong kern', () => {
  it('moves to the money, the people and the way of working of the right one', async () => {
    townHall.today('2019-03-04');
    const inZoelen = await townHall.personOf(['zoelen'], 'van-zoelen', 'kernregisseur');
    const inIngen = await townHall.personOf(['ingen'], 'van-ingen', 'kernregisseur');
    const administrator = await townHall.person('beheer', 'administrator');
    await recordBody(administrator, 'zoelen', 'dorpsraad');
    const wayId = await activateWay(
      preparer,
      registrar,
      'zoelen-eigen',
      ownWay({ kernCodes: ['zoelen'] }),
      '2019-03-05',
    );
    townHall.today('2019-03-06');
    const application = await submit(resident, { kernCode: 'ingen' });
    expectRefusal(await inZoelen.get(`/v1/applications/${application.id}`), 404, 'application-not-found');
    const answer = await correct(inIngen, application, {
      origin: 'clerical',
      reason: correctionReason,
      kernCode: 'zoelen',
    });
    expect(answer.status).toBe(201);
    expect(answer.body.rows).toEqual([
      expect.objectContaining({ field: 'kernName', before: 'Ingen', after: 'Zoelen' }),
    ]);
    expectRefusal(await inIngen.get(`/v1/applications/${application.id}`), 404, 'application-not-found');
    expect(await seen(inZoelen, application)).toMatchObject({ kernCode: 'zoelen', receivedOn: '2019-03-06' });
    const steps = await inZoelen.get<{ wayVersionId: string | null }>(
      `/v1/applications/${application.id}/steps`,
    );
    expect(steps.body.wayVersionId).toBe(wayId);
    townHall.today('2019-06-24');
    await assess(assessor, await seen(assessor, application));
    const list = await prepareList(preparer, ['zoelen']);
    expect(list.lines.map(({ applicationId }) => applicationId)).toEqual([application.id]);
  });

  it('keeps the way of working that it began, when a step of it was done', async () => {
    townHall.today('2019-03-06');
    const started = await submit(resident, { kernCode: 'zoelen', title: 'Al begonnen' });
    const step = { findings: { outcome: 'positive', findings: 'Alles is er.' } };
    const done = await assessor.put<{ version: number; wayVersionId: string }>(
      `/v1/applications/${started.id}/steps/controle`,
      { version: started.version, body: step },
    );
    expect(done.status).toBe(200);
    const current = await seen(assessor, started);
    expect((await correct(preparer, current, { ...entryMistake, kernCode: 'rijswijk' })).status).toBe(201);
    const steps = await assessor.get<{ wayVersionId: string; steps: { state: string }[] }>(
      `/v1/applications/${started.id}/steps`,
    );
    expect(steps.body).toMatchObject({ wayVersionId: done.body.wayVersionId });
    expect(steps.body.steps[0]).toMatchObject({ state: 'done' });
  });

  it('is not moved by who competes in the kern to which it would go', async () => {
    townHall.today('2019-03-06');
    const competing = await townHall.personOf(['ommeren'], 'van-beide', 'kernregisseur', 'resident');
    await submit(competing, { kernCode: 'beusichem' });
    const other = await submit(resident, { kernCode: 'ommeren' });
    const answer = await withoutTrace(townHall.service, () =>
      correct(competing, other, { ...entryMistake, kernCode: 'beusichem' }),
    );
    expectRefusal(answer, 403, 'has-interest');
  });
});
