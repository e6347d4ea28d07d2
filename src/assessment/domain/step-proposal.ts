import type { Cents } from '../../kernel/money.ts';
import type { ProposalFindings } from '../../ways/domain/steps/proposal.ts';
import type { DoneWithFindings } from './given-advice.ts';

/** What was proposed in the last step of the way of working, to who decides. */
export interface StepProposal {
  readonly outcome: ProposalFindings['outcome'];
  /** The amount that was proposed; null for what the regulation computes, or for a refusal. */
  readonly amountCents: Cents | null;
  readonly reason: string;
  /** Whether who proposed it keeps out of the application by now (Awb 2:4). */
  readonly isSetAside: boolean;
}

/**
 * The proposal among the steps that were done; null where nobody proposed anything yet.
 * @param recused who keeps out of the application
 */
export function proposalIn(
  done: readonly (DoneWithFindings & { readonly doneBy: string })[],
  recused: ReadonlySet<string>,
): StepProposal | null {
  const step = done.find((each) => each.step.kind === 'proposal');
  if (step === undefined) return null;
  // The form was checked when the step was recorded.
  const { outcome, amountCents = null, reason } = step.findings as ProposalFindings;
  return { outcome, amountCents, reason, isSetAside: recused.has(step.doneBy) };
}
