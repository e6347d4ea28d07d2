import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decisionDue } from '../../src/applications/domain/decision-due.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { furtherCases } from '../regulations/further-cases.ts';
import { furtherRegulations } from '../regulations/further-regulations.ts';
import { publishDocument } from '../support/regulation-steps.ts';
import { expectStatus } from '../support/scheme-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Check {
  readonly findings: readonly { criterionCode: string; outcome: string; sentence: string; basis: string }[];
  readonly amount: {
    readonly grantableCents: number;
    readonly lines: readonly { amountCents: number }[];
    readonly missing: readonly string[];
  };
}

interface Ceilings {
  readonly ceilings: readonly { code: string | null; shareCode: string | null; amountCents: number }[];
}

/** What is not known is left out of a request. */
function told(facts: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined),
  );
}

const regulations = Object.entries<RegulationDocument>(furtherRegulations);

describe('Further regulations, through the API alone', () => {
  let service: TestService;
  let anybody: TestCaller;

  beforeAll(async () => {
    service = await startTestService('2026-12-01T09:00:00Z');
    anybody = await service.as(null);
    const publication = { publishedOn: '2026-12-01', inForceFrom: '2026-12-01' };
    for (const [name, document] of regulations) await publishDocument(service, name, document, publication);
  });
  afterAll(() => service.stop());

  const cases = regulations.flatMap(([name, document]) =>
    (furtherCases[name] ?? []).map((line) => [name, line.name, document, line] as const),
  );

  it('all have cases', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(regulations.length);
  });

  it.each(cases)('%s: %s', async (name, _what, document, line) => {
    const body = told({ ...line.facts });
    const checked = expectStatus(await anybody.post<Check>(`/v1/regulations/${name}/checks`, { body }), 200);
    const { findings, amount } = checked;
    expect(Object.fromEntries(findings.map((each) => [each.criterionCode, each.outcome]))).toMatchObject(
      line.findings,
    );
    expect(amount).toMatchObject({ grantableCents: line.grantableCents, missing: [] });
    expect(amount.lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(line.grantableCents);
    for (const { sentence, basis } of findings) {
      expect(sentence).toMatch(/^\p{Lu}.*[.:)]$/u);
      expect(basis).not.toBe('');
    }
    if (line.decideBy !== undefined) {
      expect(decisionDue(line.facts, document, []).lastDay).toBe(line.decideBy);
    }
  });

  it('ceilings follow from inhabitants by class and by division, with parts in euros', async () => {
    const all = await anybody.get<{ items: { code: string }[] }>('/v1/kernen?limit=100');
    const codes = all.body.items.map(({ code }) => code);
    const inhabitants: Record<string, number> = { ingen: 500, zoelen: 501, maurik: 1_501 };
    const kernen = codes.map((kernCode) => ({ kernCode, inhabitants: inhabitants[kernCode] ?? 100 }));
    const of = async (name: string, year: number) =>
      (await anybody.post<Ceilings>(`/v1/regulations/${name}/ceilings`, { body: { year, kernen } })).body;
    const byKern = ({ ceilings }: Ceilings, code: string) =>
      ceilings.filter((ceiling) => ceiling.code === code).map(({ amountCents }) => amountCents);
    const classes = await of('three-years', 2027);
    // 4,000 + 625; 7,000 + 626.25, to 7,626; 10,000 + 1,876.25, to 11,876; each with 500 for feasts.
    expect(['ingen', 'zoelen', 'maurik'].map((code) => byKern(classes, code))).toEqual([
      [462_500, 50_000],
      [762_600, 50_000],
      [1_187_600, 50_000],
    ]);
    expect(await of('three-years', 2028)).toMatchObject({ code: 'regulation-other-year' });
    // EUR 3,000 for each, and of what is left a part by inhabitants, down to hundreds of euros.
    const divided = await of('round-then-rolling', 2029);
    const people = kernen.reduce((sum, kern) => sum + kern.inhabitants, 0);
    const rest = 120_000 - 3_000 * codes.length;
    const ingen = Math.floor((3_000 + (rest * 500) / people) / 100) * 10_000;
    expect(byKern(divided, 'ingen')).toEqual([ingen]);
    expect(divided.ceilings.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBeLessThanOrEqual(
      12_000_000,
    );
  });
});
