import { describe, expect, it } from '@jest/globals';
import { sumCents } from '../../src/kernel/money.ts';
import { decisionDue } from '../../src/applications/domain/decision-due.ts';
import { evaluation } from '../../src/regulations/domain/evaluation.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { validateDocument } from '../../src/regulations/domain/validation.ts';
import { madeUpCases } from './made-up-cases.ts';
import { madeUpRegulations } from './made-up-regulations.ts';

describe.each(Object.entries<RegulationDocument>(madeUpRegulations))('Made up: %s', (name, document) => {
  it('is sound', () => {
    const json: unknown = JSON.parse(JSON.stringify(document));
    expect(validateDocument(json, { kernCodes: null })).toEqual({ kind: 'sound', document: json });
  });

  it.each((madeUpCases[name] ?? []).map((line) => [line.name, line] as const))('%s', (_name, line) => {
    const { findings, amount } = evaluation(document, line.facts);
    const outcomes = Object.fromEntries(findings.map((finding) => [finding.criterionCode, finding.outcome]));
    expect(outcomes).toMatchObject(line.findings);
    expect(amount).toMatchObject({ grantableCents: line.grantableCents, missing: [] });
    expect(sumCents(amount.lines.map(({ amountCents }) => amountCents))).toBe(amount.grantableCents);
    if (line.decideBy !== undefined) {
      expect(decisionDue(line.facts, document, []).lastDay).toBe(line.decideBy);
    }
  });
});
