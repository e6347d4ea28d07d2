import { amountSentences } from './groups/amount.ts';
import { applicantsSentences } from './groups/applicants.ts';
import { ceilingSentences } from './groups/ceiling.ts';
import { criteriaSentences } from './groups/criteria.ts';
import { deciderSentences } from './groups/decider.ts';
import { distributionSentences } from './groups/distribution.ts';
import { legalBasisSentences } from './groups/legal-basis.ts';
import { settlementSentences } from './groups/settlement.ts';
import { termsSentences } from './groups/terms.ts';
import { windowSentences } from './groups/window.ts';
import type { GroupName, Provenance, RegulationDocument } from './regulation-document.ts';

const sentencesPerGroup = {
  legalBasis: (document) => legalBasisSentences(document.legalBasis),
  window: (document) => windowSentences(document.window),
  applicants: (document) => applicantsSentences(document.applicants),
  criteria: (document) => criteriaSentences(document.criteria),
  ceiling: (document) => ceilingSentences(document.ceiling),
  amount: (document) => amountSentences(document.amount),
  distribution: (document) => distributionSentences(document.distribution),
  decider: (document) => deciderSentences(document.decider),
  terms: (document) => termsSentences(document.terms),
  settlement: (document) => settlementSentences(document.settlement),
} satisfies Record<GroupName, (document: RegulationDocument) => string[]>;

export const groupNames = Object.keys(sentencesPerGroup) as GroupName[];

function provenanceSentence(provenance: Provenance): string {
  return provenance.kind === 'published'
    ? `Bron: ${provenance.source}.`
    : `Aangenomen, nog niet bevestigd: ${provenance.reason}.`;
}

export interface RenderedGroup {
  readonly group: GroupName;
  readonly sentences: readonly string[];
}

/** The regulation in plain Dutch, so that a civil servant can check what the machine understood. */
export function renderRegulation(document: RegulationDocument): RenderedGroup[] {
  return groupNames.map((group) => ({
    group,
    sentences: [...sentencesPerGroup[group](document), provenanceSentence(document.provenance[group])],
  }));
}

/** What the regulation only assumes, as sentences for letters; empty when all of it was published. */
export function assumedRules(document: RegulationDocument): string[] {
  return groupNames.flatMap((group) => {
    const provenance = document.provenance[group];
    return provenance.kind === 'assumed' ? [provenance.reason] : [];
  });
}
