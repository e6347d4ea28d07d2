import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pekela } from '../../src/seeds/regulations/pekela.ts';
import { attach, send } from '../support/attachment-steps.ts';
import { type ApplicationAnswer, expectRefusal, submit } from '../support/case-steps.ts';
import { pdfDocument, photo } from '../support/sample-files.ts';
import { openScheme } from '../support/scheme-steps.ts';
import type { TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

let town: TownHall;
let applicant: TestCaller;

beforeAll(async () => {
  town = await openTownHall();
  const costs = { ...pekela.costs, quotes: { minimum: 2 } };
  const document = { ...pekela, costs };
  await openScheme(town, { code: 'offertes-2024', document, on: '2024-06-03', money: [{ euros: 15_000 }] });
  applicant = await town.person('offertevrager', 'resident');
});
afterAll(() => town.close());

const plan = {
  ...{ regulationCode: 'offertes-2024', requestedCents: 100_000 },
  ...{ activityStartsOn: '2024-12-20', activityEndsOn: '2024-12-20' },
  costs: [{ description: 'Materiaal', amountCents: 100_000 }],
  applicant: {
    ...{ kind: 'collective', name: 'Bewoners van de Verzonnen Straat', street: 'Dorpsstraat' },
    ...{ houseNumber: '12', postcode: '4031 AB', place: 'Ingen' },
  },
  particulars: { members: 5, deMinimisDeclared: true },
};

const read = async (id: string) => (await applicant.get(`/v1/applications/${id}`)).body;
const quote = (number: number) => ({ content: pdfDocument(`Offerte ${number}`) });

describe('A regulation that asks for two quotes', () => {
  it('finds an application complete on the day on which the second comes in', async () => {
    town.today('2024-11-01');
    const { id } = await submit(applicant, plan);
    expect(await read(id)).toMatchObject({ status: 'received', completedOn: null });
    expect((await read(id))['missing']).toEqual([expect.stringContaining('offertes')]);
    town.today('2024-11-04');
    await attach(applicant, id, quote(1));
    expect(await read(id)).toMatchObject({ status: 'received', completedOn: null });
    town.today('2024-11-06');
    const { version } = await attach(applicant, id, quote(2));
    expect(await read(id)).toMatchObject({
      status: 'complete',
      completedOn: '2024-11-06',
      version,
      missing: [],
    });
  });

  it('takes what is lacking after the round, and nothing that would make a plan better', async () => {
    town.today('2024-12-15');
    const { id } = await submit(applicant, plan);
    const first = await attach(applicant, id, quote(1));
    town.today('2024-12-18');
    const picture = { kind: 'photo', content: await photo() };
    expectRefusal(await send(applicant, id, picture), 409, 'attachment-too-late');
    const better = { ...quote(3), fields: { replacesId: first.id } };
    expectRefusal(await send(applicant, id, better), 409, 'attachment-too-late');
    await attach(applicant, id, quote(2));
    expect(await read(id)).toMatchObject({ status: 'complete', completedOn: '2024-12-18' });
    expectRefusal(await send(applicant, id, quote(4)), 409, 'attachment-too-late');
    await attach(town.preparer, id, picture);
  });

  it('counts neither a quote that was replaced nor one that is internal', async () => {
    town.today('2024-11-20');
    const draft = await submit(applicant, { ...plan, intent: 'draft' });
    const first = await attach(applicant, draft.id, quote(1));
    const second = await attach(applicant, draft.id, { ...quote(2), fields: { replacesId: first.id } });
    const path = `/v1/applications/${draft.id}/submission`;
    const submitted = await applicant.post<ApplicationAnswer>(path, { version: second.version });
    expect(submitted.body.status).toBe('received');
    await attach(town.preparer, draft.id, { ...quote(3), fields: { internal: 'true' } });
    expect(await read(draft.id)).toMatchObject({ status: 'received' });
  });
});
