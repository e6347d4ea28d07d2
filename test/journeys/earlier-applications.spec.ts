import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assess, prepareList, register, submit } from '../support/case-steps.ts';
import { exampleRegulation } from '../support/example-regulation.ts';
import { publishRegulation } from '../support/regulation-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Findings {
  findings: { criterionCode: string; outcome: string; reason: string }[];
  warnings: { kind: string; sentence: string; references: string[] }[];
  amount: { grantableCents: number; lines: { label: string; amountCents: number }[] };
}

const sara = {
  kind: 'resident',
  name: 'Sara Voorbeeld',
  street: 'Kerkweg',
  houseNumber: '3',
  postcode: '4031 CD',
  place: 'Ingen',
};

describe('Earlier applications', () => {
  let service: TestService;
  let bram: TestCaller;
  let fenna: TestCaller;

  beforeAll(async () => {
    service = await startTestService('2019-03-04T09:00:00Z');
    bram = await service.as('bram');
    fenna = await service.as('fenna');
    await publishRegulation(service, 'straatfeesten-2019', {
      title: 'Straatfeesten 2019',
      window: { kind: 'rolling', opensOn: '2019-01-02', closesOn: '2019-12-31' },
      distribution: { ...exampleRegulation.distribution, moment: 'as-they-come' },
      frequency: {
        kind: 'limited',
        rules: [{ per: 'address', times: 1, years: 2 }],
        again: { kind: 'not' },
      },
    });
  });
  afterAll(() => service.stop());

  const findingsOf = async (caller: TestCaller, id: string): Promise<Findings> => {
    const { status, body } = await caller.get<Findings>(`/v1/applications/${id}/findings`);
    expect(status).toBe(200);
    return body;
  };
  const plan = { regulationCode: 'straatfeesten-2019', support: 'De hele straat.' };

  it('two plans of one person are nothing odd; the same plan twice is shown with its reason', async () => {
    const first = await submit(fenna, plan);
    const other = await submit(fenna, { ...plan, title: 'Een moestuin voor de school' });
    expect((await findingsOf(bram, other.id)).warnings).toEqual([]);
    const again = await submit(fenna, { ...plan, title: 'EEN bank, en een tuindag!' });
    const { warnings, findings } = await findingsOf(bram, again.id);
    expect(warnings).toMatchObject([
      { kind: 'likely-duplicate', references: [`${first.number} (Straatfeesten 2019)`] },
    ]);
    expect(warnings[0]?.sentence).toContain('aanvrager');
    // It never refuses by itself: there is nothing that is not met.
    expect(findings.filter(({ outcome }) => outcome === 'not-met')).toEqual([]);
    const overview = await bram.get<{ warnings: unknown[] }>(`/v1/applications/${again.id}/overview`);
    expect(overview.body.warnings).toHaveLength(1);
    const own = await fenna.get<{ warnings: unknown[] }>(`/v1/applications/${again.id}/overview`);
    expect(own.body.warnings).toEqual([]);
  });

  it('one account for two applicants is shown', async () => {
    const { id } = await submit(await service.as('gijs'), { ...plan, applicant: sara, title: 'Kerstboom' });
    const { warnings } = await findingsOf(bram, id);
    expect(warnings.map(({ kind }) => kind)).toEqual(warnings.map(() => 'likely-duplicate'));
    expect(warnings[0]?.sentence).toContain('hetzelfde is rekeningnummer');
  });

  it('a grant to the same address is for people to judge, with what the regulation says of it', async () => {
    const granted = await submit(fenna);
    await assess(bram, granted);
    service.clock.set(new Date('2019-06-11T08:00:00Z'));
    const resolved = await register(await service.as('roos'), await prepareList(bram));
    expect(resolved.status).toBe(200);
    const { id } = await submit(fenna, { ...plan, title: 'Nog een bank bij de kerk' });
    const { findings, warnings, amount } = await findingsOf(bram, id);
    const frequency = findings.find(({ criterionCode }) => criterionCode === 'frequency');
    expect(frequency).toMatchObject({ outcome: 'needs-judgement' });
    expect(frequency?.reason).toContain('per adres hoogstens 1 keer in 2 jaar');
    expect(frequency?.reason).toContain(`${granted.number} (Leefbaarheidsbudget 2019)`);
    expect(warnings).toMatchObject([{ kind: 'frequency' }]);
    expect(amount.grantableCents).toBe(85_000);
    expect(amount.lines.reduce((sum, line) => sum + line.amountCents, 0)).toBe(85_000);
  });

  it('nothing that makes applications alike can be read in the database', async () => {
    const rows = await service.database.asOwner(
      "SELECT sealed, index_digest FROM case_secret WHERE field IN ('applicant', 'address', 'area', 'activity')",
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows)).not.toMatch(/fenna|4031|tuindag/i);
  });
});
