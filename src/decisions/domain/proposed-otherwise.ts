import type { Cents } from '../../kernel/money.ts';
import type { StepProposal } from '../../assessment/domain/step-proposal.ts';

/** Where officials propose otherwise than the regulation computes, with their reason (Awb 3:46). */
export interface Deviation {
  readonly kind: 'grant' | 'partial-grant' | 'refusal';
  readonly grantedCents: Cents;
  readonly reason: string;
}

export const stepStandings = ['agrees', 'followed', 'not-possible', 'set-aside', 'otherwise'] as const;

/** What becomes on a list of what was proposed in the way of working; `otherwise` where who made the list differs. */
export type StepStanding = (typeof stepStandings)[number];

/** What was proposed in the way of working, held against what the regulation and the ceiling allow. */
export interface WeighedProposal extends Omit<StepProposal, 'isSetAside'> {
  readonly standing: Exclude<StepStanding, 'otherwise'>;
  /** Why, as a Dutch sentence. */
  readonly explanation: string;
  /** What it proposes instead of what is computed; null where what is computed stands. */
  readonly deviation: Deviation | null;
}
