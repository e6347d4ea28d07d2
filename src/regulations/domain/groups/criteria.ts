import { type Contradiction, repeatedCodes } from '../contradiction.ts';
import { sentences } from '../dutch-text.ts';
import { code, type Data, list, optional, record, text } from '../schema/vocabulary.ts';

/** The conditions that people judge, with their text as published. */
export const criteriaSchema = list(
  record({
    code: code('Korte naam van de voorwaarde.'),
    statement: text('Wat zo moet zijn, als korte zin.', 500),
    basis: text('Waar dat staat: het artikel of de pagina.'),
    guidance: optional(text('Hoe een beoordelaar dit beoordeelt.', 1000)),
  }),
  'Voorwaarden die mensen beoordelen.',
  { minItems: 0, maxItems: 60 },
);

export type Criterion = Data<typeof criteriaSchema>[number];

export function criteriaSentences(criteria: readonly Criterion[]): string[] {
  if (criteria.length === 0) return ['Er zijn geen voorwaarden die iemand moet beoordelen.'];
  return criteria.flatMap(({ statement, basis, code: name, guidance }) =>
    sentences(
      `Voorwaarde "${statement}" (${basis}, code ${name}).`,
      guidance && `Zo wordt "${name}" beoordeeld: ${guidance}.`,
    ),
  );
}

/** @param computedCodes codes of what the facts decide, which people cannot judge under the same name */
export function criteriaContradictions(
  criteria: readonly Criterion[],
  computedCodes: readonly string[],
): Contradiction[] {
  const codes = criteria.map((criterion) => criterion.code);
  const taken = codes.flatMap((name, index) =>
    computedCodes.includes(name)
      ? [
          {
            pointer: `/${index}/code`,
            code: 'code-taken',
            detail: `De code "${name}" is al van een voorwaarde die de gegevens zelf beslissen.`,
            suggestion: `Kies een andere code, zoals "${name}-oordeel".`,
          },
        ]
      : [],
  );
  return [...repeatedCodes('', codes), ...taken];
}
