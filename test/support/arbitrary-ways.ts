import fc from 'fast-check';
import { cents } from '../../src/kernel/money.ts';
import type { SchemaNode } from '../../src/regulations/domain/schema/schema-node.ts';
import { bodyOf, type Step } from '../../src/ways/domain/step-kinds.ts';
import type { Late } from '../../src/ways/domain/step-parts.ts';
import { waySchema } from '../../src/ways/domain/way-document.ts';
import { arbitraryValue } from './arbitrary-value.ts';
import { exampleProposal, exampleWay } from './example-ways.ts';

/** Steps as anybody may write them, with codes that exist and times that could fit. */
export const arbitraryWay = fc
  .record({
    steps: fc.array(
      fc.tuple(
        arbitraryValue((waySchema as unknown as SchemaNode).properties?.['steps']?.items ?? {}),
        fc.record({
          termDays: fc.integer({ min: 1, max: 9 }),
          body: fc.constantFrom('council', 'residents'),
          by: fc.constantFrom('kernregisseur', 'assessor'),
          jump: fc.option(fc.nat(3)),
          otherwise: fc.option(fc.nat(3)),
          earlier: fc.nat(3),
          late: fc.constantFrom<Late>(
            { kind: 'continue' },
            { kind: 'wait' },
            { kind: 'hand-over', to: 'assessor' },
          ),
        }),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    startsAt: fc.constantFrom('receipt', 'completeness', 'window-close'),
  })
  .map(({ steps, startsAt }) => ({
    ...exampleWay,
    startsAt,
    decisionDays: 1,
    steps: [
      ...steps.map(([step, choice], place) => ofHere(step as Step, choice, place, steps.length)),
      exampleProposal,
    ],
  }));

interface Choice {
  readonly termDays: number;
  readonly body: string;
  readonly by: string;
  readonly jump: number | null;
  readonly otherwise: number | null;
  /** How far back a condition looks that asks for the outcome of a step. */
  readonly earlier: number;
  readonly late: Late;
}

function ofHere(step: Step, choice: Choice, place: number, count: number): object {
  const { termDays, body, by, jump, otherwise, earlier, late } = choice;
  const codeAt = (ahead: number) =>
    place + 1 + ahead < count ? `step-${place + 1 + ahead}` : exampleProposal.code;
  const hasBody = bodyOf(step) !== null || step.kind === 'scoring';
  const { ...written } = step as object as Record<string, unknown>;
  if ('body' in written) written['body'] = body;
  if ('binding' in written) written['binding'] = false;
  if ('then' in written && jump !== null) written['then'] = codeAt(jump);
  else delete written['then'];
  if ('ifNegative' in written && otherwise !== null) written['ifNegative'] = codeAt(otherwise);
  else delete written['ifNegative'];
  const when = ((written['when'] ?? []) as { fact: string }[])
    .filter(({ fact }) => fact !== 'step-outcome' || place > 0)
    .map((each) =>
      each.fact === 'step-outcome' ? { ...each, step: `step-${Math.max(0, place - 1 - earlier)}` } : each,
    );
  if (when.length > 0) written['when'] = when;
  else delete written['when'];
  const whenLate = hasBody ? { kind: 'continue' } : late;
  return { ...written, code: `step-${place}`, termDays, by, whenLate };
}

/** What people do with a case, and what the application tells. */
export const arbitraryBehaviour = fc.record({
  /** On which day after the start somebody does what is open; a step that is not asked for is not done. */
  acts: fc.array(fc.tuple(fc.nat(60), fc.constantFrom('positive', 'negative', 'none')), { maxLength: 12 }),
  facts: fc.record(
    {
      requestedCents: fc.nat(10_000_000).map(cents),
      supporters: fc.nat(100),
      daysToActivity: fc.nat(100),
    },
    { requiredKeys: [] },
  ),
});
