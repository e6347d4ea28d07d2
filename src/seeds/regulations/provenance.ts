import {
  groupNames,
  type GroupName,
  type Provenance,
  type RegulationDocument,
} from '../../regulations/domain/regulation-document.ts';

/** The provenance of every group: what was published stands in one source, and what is assumed is named. */
export function provenanceOf(
  source: string,
  assumptions: Readonly<Partial<Record<GroupName, string>>>,
): RegulationDocument['provenance'] {
  const of = (group: GroupName): Provenance => {
    const reason = assumptions[group];
    return reason === undefined ? { kind: 'published', source } : { kind: 'assumed', reason };
  };
  return Object.fromEntries(
    groupNames.map((group) => [group, of(group)]),
  ) as RegulationDocument['provenance'];
}
