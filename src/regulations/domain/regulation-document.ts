import type { Amount } from './groups/amount.ts';
import type { Applicants } from './groups/applicants.ts';
import type { Ceiling } from './groups/ceiling.ts';
import type { Criterion } from './groups/criteria.ts';
import type { Decider } from './groups/decider.ts';
import type { Distribution } from './groups/distribution.ts';
import type { LegalBasis } from './groups/legal-basis.ts';
import type { Settlement } from './groups/settlement.ts';
import type { Terms } from './groups/terms.ts';
import type { Window } from './groups/window.ts';

/**
 * What a municipality laid down, as data: one group per kind of parameter. The law is code and does not
 * stand here; what differs per municipality, scheme and year does.
 */
export interface RegulationGroups {
  readonly legalBasis: LegalBasis;
  readonly window: Window;
  readonly applicants: Applicants;
  readonly criteria: readonly Criterion[];
  readonly ceiling: Ceiling;
  readonly amount: Amount;
  readonly distribution: Distribution;
  readonly decider: Decider;
  readonly terms: Terms;
  readonly settlement: Settlement;
}

export type GroupName = keyof RegulationGroups;

/** Where a group comes from. What is assumed is shown, and letters made under it carry "voorbeeld". */
export type Provenance =
  | { readonly kind: 'published'; readonly source: string }
  | { readonly kind: 'assumed'; readonly reason: string };

export interface RegulationDocument extends RegulationGroups {
  readonly title: string;
  readonly year: number;
  readonly provenance: Readonly<Record<GroupName, Provenance>>;
}
