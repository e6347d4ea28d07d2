import type { TSchema } from 'typebox';
import { adviceSchema } from './groups/advice.ts';
import { amountSchema } from './groups/amount.ts';
import { applicantsSchema } from './groups/applicants.ts';
import { ceilingSchema } from './groups/ceiling.ts';
import { costsSchema } from './groups/costs.ts';
import { criteriaSchema } from './groups/criteria.ts';
import { deMinimisSchema } from './groups/de-minimis.ts';
import { deciderSchema } from './groups/decider.ts';
import { distributionSchema } from './groups/distribution.ts';
import { executionSchema } from './groups/execution.ts';
import { frequencySchema } from './groups/frequency.ts';
import { legalBasisSchema } from './groups/legal-basis.ts';
import { ownShareSchema } from './groups/own-share.ts';
import { paymentSchema } from './groups/payment.ts';
import { publicationSchema } from './groups/publication.ts';
import { remainderSchema } from './groups/remainder.ts';
import { scopeSchema } from './groups/scope.ts';
import { settlementSchema } from './groups/settlement.ts';
import { supportSchema } from './groups/support.ts';
import { termsSchema } from './groups/terms.ts';
import { windowSchema } from './groups/window-schema.ts';
import { count, type Data, record, tag, text, variants } from './schema/vocabulary.ts';

/** What a municipality lays down, one schema per kind of parameter, in the order in which people read them. */
const groupSchemas = {
  legalBasis: legalBasisSchema,
  scope: scopeSchema,
  applicants: applicantsSchema,
  support: supportSchema,
  window: windowSchema,
  criteria: criteriaSchema,
  costs: costsSchema,
  amount: amountSchema,
  ownShare: ownShareSchema,
  ceiling: ceilingSchema,
  distribution: distributionSchema,
  decider: deciderSchema,
  advice: adviceSchema,
  terms: termsSchema,
  frequency: frequencySchema,
  payment: paymentSchema,
  settlement: settlementSchema,
  remainder: remainderSchema,
  execution: executionSchema,
  deMinimis: deMinimisSchema,
  publication: publicationSchema,
};

export type GroupName = keyof typeof groupSchemas;

export const groupNames = Object.keys(groupSchemas) as GroupName[];

/** Where a group comes from. What is assumed is shown, and letters made under it carry "voorbeeld". */
const provenanceSchema = variants(
  'kind',
  'Waar dit onderdeel vandaan komt.',
  record({ kind: tag('published', 'Bekendgemaakt.'), source: text('Waar dat staat.') }),
  record({
    kind: tag('assumed', 'Aangenomen, nog niet bevestigd.'),
    reason: text('Wat is aangenomen, als zin zonder punt.', 500),
  }),
);

export type Provenance = Data<typeof provenanceSchema>;

type ProvenanceProperties = Record<GroupName, typeof provenanceSchema>;

const provenances = Object.fromEntries(
  groupNames.map((name) => [name, provenanceSchema]),
) as ProvenanceProperties;

/**
 * What a municipality laid down, as data. The law is code and does not stand here; what differs per
 * municipality, scheme and year does.
 */
export const regulationSchema = record({
  title: text('Naam van de regeling, zoals in brieven na "de regeling".', 200),
  year: count('Het jaar, of het eerste jaar, waarvoor de regeling geldt.', 1900, 2199),
  ...groupSchemas,
  provenance: record(provenances, 'Per onderdeel waar het vandaan komt.'),
});

export type RegulationDocument = Data<typeof regulationSchema>;

export type RegulationGroups = Pick<RegulationDocument, GroupName>;

/** The schema of the document as it is published, for programs and editors (JSON Schema 2020-12). */
export function publishedSchema(): TSchema {
  const schema = JSON.parse(JSON.stringify(regulationSchema)) as TSchema;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Regeling',
    description: 'Een regeling als gegevens: één onderdeel per soort parameter.',
    ...schema,
  };
}
