import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valthermond } from '../../src/seeds/regulations/valthermond.ts';
import {
  type ApplicationAnswer,
  expectRefusal,
  faultsOf,
  lettersOf,
  withoutTrace,
} from '../support/case-steps.ts';
import { expectStatus, openScheme, type Scheme } from '../support/scheme-steps.ts';
import type { Answer, TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

/** Decided as plans come, by an official up to EUR 3,000. */
const rules = {
  ...valthermond,
  window: { kind: 'rolling', opensOn: '2021-01-01', closesOn: '2021-12-31' },
  distribution: {
    ...{ kind: 'order-of-completeness', tie: 'lot', within: 'kern' },
    ...{ atCeiling: 'remainder', moment: 'as-they-come' },
  },
  decider: { kind: 'mandate', mandatedTo: 'teamleider leefbaarheid', upToCents: 300_000 },
} as unknown as typeof valthermond;

describe('A decision in the name of the college', () => {
  let townHall: TownHall;
  let scheme: Scheme;
  let official: TestCaller;
  let plans: ApplicationAnswer[];

  const decide = (
    caller: TestCaller,
    { id, version }: Pick<ApplicationAnswer, 'id' | 'version'>,
    body: object = {},
  ): Promise<Answer> => caller.post(`/v1/applications/${id}/decision`, { version, body });

  const give = async (change: Readonly<Record<string, unknown>>): Promise<void> => {
    const administrator = await townHall.person('beheerder', 'administrator');
    const body = {
      ...{ holderSubject: 'teamleider', holderName: 'Tess Verzonnen', action: 'grant' },
      ...{ validFromDate: '2021-01-01', validUntilDate: '2021-06-30', reference: 'B&W 2020-88', ...change },
    };
    expectStatus(await administrator.post('/v1/mandates', { body }), 201);
  };

  beforeAll(async () => {
    townHall = await openTownHall();
    scheme = await openScheme(townHall, {
      ...{ code: 'dorp-2021', document: rules, on: '2020-12-16' },
      money: [{ kernCode: 'ingen', euros: 5_000 }],
    });
    official = await townHall.person('teamleider', 'registrar');
    plans = [
      await scheme.apply('2021-02-01', 2_500),
      await scheme.apply('2021-02-02', 2_000),
      await scheme.apply('2021-02-03', 2_800),
      await scheme.apply('2021-02-03', 4_000, { kernCode: 'ingen' }),
    ];
  });
  afterAll(() => townHall.close());

  it('needs a mandate that is in the register, large enough and in force', async () => {
    townHall.today('2021-02-08');
    expectRefusal(
      await withoutTrace(townHall.service, () => decide(official, plans[0]!)),
      403,
      'not-mandated',
    );
    await give({ upToCents: 200_000 });
    expectRefusal(await decide(official, plans[0]!), 403, 'mandate-too-small');
    await give({ upToCents: 280_000, reference: 'B&W 2021-3' });
    townHall.today('2021-07-01');
    expectRefusal(await decide(official, plans[0]!), 403, 'not-mandated');
    townHall.today('2021-02-08');
  });

  it('is not for who assessed the application, nor for who has no right to it', async () => {
    expectRefusal(await decide(townHall.assessor, plans[0]!), 403, 'not-allowed');
    const both = await townHall.person('beoordelaar', 'registrar');
    expectRefusal(await decide(both, plans[0]!), 403, 'not-mandated');
  });

  it('commits the money, and its letter says in whose name and by which mandate', async () => {
    const taken = expectStatus(await decide(official, plans[0]!), 201);
    expect(taken).toMatchObject({ kind: 'grant', grantedCents: 250_000, mandateReference: 'B&W 2021-3' });
    const letters = await lettersOf(official, plans[0]!.id);
    const letter = letters.find(({ kind }) => kind === 'grant')!;
    const sent = { version: 1, body: { sentOn: '2021-02-08', channel: 'electronic' } };
    expectStatus(await townHall.registrar.post(`/v1/letters/${letter.id}/announcement`, sent), 200);
    const [model] = await townHall.service.database.asOwner<{ text: string }>(
      'SELECT decision.mandate_id IS NOT NULL AND decision.list_id IS NULL AS text FROM decision',
    );
    expect(model).toEqual({ text: true });
    expectRefusal(await decide(official, plans[0]!), 412, 'precondition-failed');
  });

  it('differs from the computation only with a reason, and never upwards', async () => {
    const reason = 'Het plan is kleiner geworden.';
    const more = { otherwise: { kind: 'grant', grantedCents: 280_000, reason } };
    const tooMuch = await decide(official, plans[1]!, more);
    expectRefusal(tooMuch, 400, 'deviations-do-not-fit');
    expect(faultsOf(tooMuch)).toEqual({ '/otherwise': 'more-than-requested' });
    const less = { otherwise: { kind: 'partial-grant', grantedCents: 150_000, reason } };
    expect((await decide(official, plans[1]!, less)).body).toMatchObject({
      ...{ kind: 'partial-grant', grantedCents: 150_000 },
    });
  });

  it('shows everybody what is free and when is decided, and not how many wait where they are few', async () => {
    const anybody = await townHall.service.as(null);
    const { body } = await anybody.get('/v1/regulations/dorp-2021/availability');
    expect(body).toMatchObject({
      decisionMoment: expect.stringContaining('Op elke aanvraag wordt beslist'),
      kernen: [{ kernCode: 'ingen', year: 2021, availableCents: 100_000, waiting: null }],
    });
    expectRefusal(await anybody.get('/v1/regulations/onbekend/availability'), 404, 'regulation-not-found');
  });

  it('gives the last of two at once no more than there is', async () => {
    const answers = await Promise.all([decide(official, plans[2]!), decide(official, plans[3]!)]);
    const granted = [...(await scheme.granted()).values()].reduce((sum, euros) => sum + euros, 0);
    expect(granted).toBeLessThanOrEqual(5_000);
    for (const answer of answers) {
      expect([201, 403]).toContain(answer.status);
      if (answer.status === 403) expectRefusal(answer, 403, 'not-mandated');
    }
  });
});
