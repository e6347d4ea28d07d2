import type { AdviceOutcome } from './ranking-check.ts';
import type { Sheet } from './score-check.ts';

/** What a body advised about an application, with what is known of it. */
export interface GivenAdvice {
  readonly body: string;
  readonly outcome: AdviceOutcome;
  readonly place: number | null;
  /** Null for positive advice without a reason, and for a case that was destroyed. */
  readonly reason: string | null;
}

/** Everything that was recorded to compare one application with others. */
export interface Comparison {
  /** By the subject of the assessor; without who keeps out of the application now. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly declinesPart: boolean;
  /** Whether the applicant has said at all if a part will do. */
  readonly choseAboutPart: boolean;
  readonly advice: GivenAdvice | null;
  readonly votes: number | null;
  /** The votes on themes of the record in which the application was counted, by code. */
  readonly themeVotes: Readonly<Record<string, number>>;
}
