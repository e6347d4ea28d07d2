import type {
  FinalFixingFacts,
  GrantChangeFacts,
  IntentionFacts,
  RecoveryFacts,
} from './facts-after-grant.ts';
import type { ChangeNoticeFacts, ForwardingNoticeFacts } from './facts-on-change.ts';
import type { DelayNoticeFacts, PenaltyDecisionFacts } from './facts-on-time.ts';
import type {
  AcknowledgementFacts,
  CompletionRequestFacts,
  GrantFacts,
  LeftUntreatedFacts,
  PartialGrantFacts,
  RefusalFacts,
} from './facts.ts';

/** Which facts each kind of letter needs. */
export interface LetterFacts {
  readonly acknowledgement: AcknowledgementFacts;
  readonly 'completion-request': CompletionRequestFacts;
  readonly grant: GrantFacts;
  readonly 'partial-grant': PartialGrantFacts;
  readonly refusal: RefusalFacts;
  readonly 'left-untreated': LeftUntreatedFacts;
  readonly 'delay-notice': DelayNoticeFacts;
  readonly 'penalty-decision': PenaltyDecisionFacts;
  readonly 'final-fixing': FinalFixingFacts;
  readonly intention: IntentionFacts;
  readonly 'grant-change': GrantChangeFacts;
  readonly recovery: RecoveryFacts;
  readonly 'change-notice': ChangeNoticeFacts;
  readonly 'forwarding-notice': ForwardingNoticeFacts;
}
