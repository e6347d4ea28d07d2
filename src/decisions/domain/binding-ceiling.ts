import { notReady, type ProposalFacts, type ProposalOutcome } from './proposal-facts.ts';

/**
 * Holds back what would be refused, in whole or in part, for a ceiling that does not bind the application: one that was
 * published late, or lowered since (Awb 4:27(2)). The money for it is allocated first, on the statutory ground, and
 * then the application fits; nobody can refuse it by overlooking this.
 */
export function withoutUnboundRefusals(
  outcomes: ReadonlyMap<string, ProposalOutcome>,
  facts: readonly Pick<ProposalFacts, 'applicationId' | 'unboundCeiling'>[],
): ReadonlyMap<string, ProposalOutcome> {
  const unbound = new Map(
    facts.map(({ applicationId, unboundCeiling = null }) => [applicationId, unboundCeiling]),
  );
  return new Map(
    [...outcomes].map(([applicationId, outcome]) => {
      const sentence = unbound.get(applicationId) ?? null;
      return [applicationId, sentence !== null && lacksMoney(outcome) ? heldBack(sentence) : outcome];
    }),
  );
}

/** Only who took part in the distribution and got less than the regulation lets it have, lacks money. */
function lacksMoney(outcome: ProposalOutcome): boolean {
  return outcome.kind === 'proposed' && (outcome.proposal.order?.lackingCents ?? 0) > 0;
}

function heldBack(sentence: string): ProposalOutcome {
  return notReady(`${sentence} Laat financiën eerst toekennen wat er tekort is, en beslis dan.`);
}
