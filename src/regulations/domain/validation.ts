import type { Contradiction } from './contradiction.ts';
import { contradictionsBetweenGroups, type ValidationFacts } from './contradictions-between-groups.ts';
import {
  type GroupName,
  groupNames,
  type RegulationDocument,
  regulationSchema,
} from './regulation-document.ts';
import { rulesOf } from './regulation-groups.ts';
import { schemaFaults } from './schema/schema-faults.ts';
import type { SchemaNode } from './schema/schema-node.ts';

/** A document that is a regulation, or everything that is wrong with it. */
export type Validation =
  | { readonly kind: 'sound'; readonly document: RegulationDocument }
  | { readonly kind: 'faulty'; readonly faults: readonly Contradiction[] };

/**
 * Reads what somebody wrote as a regulation. All faults at once: first those of form, and when there are none
 * those of what it says.
 */
export function validateDocument(value: unknown, facts: ValidationFacts): Validation {
  const faults = schemaFaults(regulationSchema as unknown as SchemaNode, value);
  if (faults.length > 0) return { kind: 'faulty', faults: [...faults, ...soundGroups(value, faults)] };
  const document = value as RegulationDocument;
  const contradictions = [
    ...groupNames.flatMap((group) => groupContradictions(document, group)),
    ...contradictionsBetweenGroups(document, facts),
  ];
  return contradictions.length === 0
    ? { kind: 'sound', document }
    : { kind: 'faulty', faults: contradictions };
}

function groupContradictions(document: RegulationDocument, group: GroupName): Contradiction[] {
  const found = rulesOf(group).contradictions?.(document) ?? [];
  return found.map((fault) => ({ ...fault, pointer: `/${group}${fault.pointer}` }));
}

/** Groups whose form is sound are checked all the same, so that nobody has to come back for the rest. */
function soundGroups(value: unknown, faults: readonly Contradiction[]): Contradiction[] {
  if (faults.some(({ pointer }) => pointer === '')) return [];
  const faulty = (name: string) =>
    faults.some(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
  const needs: Partial<Record<string, readonly string[]>> = {
    ceiling: ['year'],
    execution: ['window', 'terms'],
  };
  return groupNames
    .filter((group) => ![group, ...(needs[group] ?? [])].some(faulty))
    .flatMap((group) => groupContradictions(value as RegulationDocument, group));
}
