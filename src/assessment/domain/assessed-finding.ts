import { evaluate } from '../../regulations/domain/evaluation.ts';
import type { ApplicationFacts, FindingOutcome } from '../../regulations/domain/finding.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';

/** What an assessor recorded of one criterion. */
export interface RecordedFinding {
  readonly criterionCode: string;
  readonly outcome: FindingOutcome;
  readonly reason: string;
  readonly assessorSubject: string;
}

/** A criterion with what is known of it now: computed from the facts, or recorded by an assessor. */
export interface AssessedFinding {
  readonly criterionCode: string;
  readonly statement: string;
  readonly basis: string;
  readonly outcome: FindingOutcome;
  /** The fact and why it leads to the outcome, as a Dutch sentence for the letter. */
  readonly reason: string;
  /** Null when the facts alone decided. */
  readonly assessorSubject: string | null;
}

/** Every criterion of the regulation in its own order, with the finding that is in force. */
export function assess(
  document: RegulationDocument,
  facts: ApplicationFacts,
  recorded: ReadonlyMap<string, RecordedFinding>,
): AssessedFinding[] {
  return evaluate(document, facts).map((computed) => {
    const { statement, basis } = computed;
    const found = recorded.get(computed.criterionCode);
    return {
      criterionCode: computed.criterionCode,
      statement,
      basis,
      outcome: found?.outcome ?? computed.outcome,
      reason: found?.reason ?? computed.sentence,
      assessorSubject: found?.assessorSubject ?? null,
    };
  });
}
