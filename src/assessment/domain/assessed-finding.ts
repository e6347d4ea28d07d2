import { evaluate } from '../../regulations/domain/evaluation.ts';
import type { ApplicationFacts, FindingOutcome } from '../../regulations/domain/finding.ts';
import type { GrantableAmount } from '../../regulations/domain/grantable-amount.ts';
import type { HistoryWarning } from '../../regulations/domain/history.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { OlderThanChange } from './older-than-change.ts';

/** What an assessor recorded of one criterion. */
export interface RecordedFinding {
  readonly criterionCode: string;
  readonly outcome: FindingOutcome;
  readonly reason: string;
  readonly assessorSubject: string;
  /** The assessor keeps out of the application now (Awb 2:4): somebody else judges anew. */
  readonly isSetAside?: boolean;
}

const setAside = {
  outcome: 'needs-judgement',
  reason:
    'Wie dit vaststelde, houdt zich nu afzijdig van deze aanvraag (Awb 2:4). Een ander beoordeelt deze voorwaarde.',
} as const;

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
  /** Somebody found it who keeps out of the application now. */
  readonly isSetAside?: boolean;
  /** What of the application was changed after it was found; left out or null where nothing was, or where nobody found it. */
  readonly olderThanChange?: OlderThanChange | null;
}

/** All that is known of an application before it is decided on, apart from what money is left. */
export interface AssessedCase {
  readonly findings: readonly AssessedFinding[];
  /** For people to look at; nothing follows from them by itself. */
  readonly warnings: readonly HistoryWarning[];
  readonly amount: GrantableAmount;
}

/**
 * Every criterion of the regulation in its own order, with the finding that is in force. A finding of somebody who keeps
 * out of the application now does not count; it counts again when the recusal ends.
 */
export function assess(
  document: RegulationDocument,
  facts: ApplicationFacts,
  recorded: ReadonlyMap<string, RecordedFinding>,
): AssessedFinding[] {
  return evaluate(document, facts).map((computed) => {
    const { statement, basis } = computed;
    const recordedFinding = recorded.get(computed.criterionCode);
    const found = recordedFinding?.isSetAside ? { ...recordedFinding, ...setAside } : recordedFinding;
    return {
      criterionCode: computed.criterionCode,
      statement,
      basis,
      outcome: found?.outcome ?? computed.outcome,
      reason: found?.reason ?? computed.sentence,
      assessorSubject: found?.assessorSubject ?? null,
      ...(found?.isSetAside && { isSetAside: true }),
    };
  });
}
