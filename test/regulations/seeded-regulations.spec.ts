import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { sumCents } from '../../src/kernel/money.ts';
import { decisionDue } from '../../src/applications/domain/decision-due.ts';
import { evaluation } from '../../src/regulations/domain/evaluation.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { validateDocument } from '../../src/regulations/domain/validation.ts';
import { regulationFiles, regulationPages } from '../../src/seeds/regulations/regulation-pages.ts';
import { seededRegulations } from '../../src/seeds/regulations/seeded-regulations.ts';
import { buren2019Cases, buren2020Cases, buren2021Cases, meetingCases } from './buren-cases.ts';
import type { Case } from './case-table.ts';
import { otherCases } from './other-cases.ts';

const tables: Readonly<Record<string, readonly Case[]>> = {
  'buren-2019': buren2019Cases,
  'buren-2020': buren2020Cases,
  'buren-2021': buren2021Cases,
  'buren-buurtbijeenkomsten': meetingCases,
  ...otherCases,
};

const documents = Object.entries<RegulationDocument>(seededRegulations);

describe.each(documents)('The regulation %s', (name, document) => {
  it('is sound', () => {
    const json: unknown = JSON.parse(JSON.stringify(document));
    expect(validateDocument(json, { kernCodes: null })).toEqual({ kind: 'sound', document: json });
  });

  it('stands in docs/regulations as it is rendered', async () => {
    const page = await readFile(`docs/regulations/${name}.md`, 'utf8');
    expect(page).toBe(regulationPages().get(`${name}.md`));
  });

  it('stands there as data too, for who wants to begin with it', async () => {
    const file: unknown = JSON.parse(await readFile(`docs/regulations/${name}.json`, 'utf8'));
    expect(file).toEqual(JSON.parse(regulationFiles().get(`${name}.json`) ?? ''));
  });

  it.each((tables[name] ?? []).map((line) => [line.name, line] as const))('%s', (_name, line) => {
    const { findings, amount } = evaluation(document, line.facts);
    const outcomes = Object.fromEntries(findings.map((finding) => [finding.criterionCode, finding.outcome]));
    expect(outcomes).toMatchObject(line.findings);
    expect(amount).toMatchObject({ grantableCents: line.grantableCents, missing: [] });
    expect(sumCents(amount.lines.map(({ amountCents }) => amountCents))).toBe(amount.grantableCents);
    if (line.decideBy !== undefined) {
      expect(decisionDue(line.facts, document, []).lastDay).toBe(line.decideBy);
    }
  });

  it('has a table', () => {
    expect(tables[name]?.length).toBeGreaterThan(1);
  });
});
