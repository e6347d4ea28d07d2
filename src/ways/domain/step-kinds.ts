import type { Data } from '../../regulations/domain/schema/vocabulary.ts';
import { adviceRules, type adviceSchema } from './steps/advice.ts';
import { checkRules, type checkSchema } from './steps/check.ts';
import { conversationRules, type conversationSchema } from './steps/conversation.ts';
import { meetingRules, type meetingSchema } from './steps/meeting.ts';
import { proposalRules, type proposalSchema } from './steps/proposal.ts';
import { scoringRules, type scoringSchema } from './steps/scoring.ts';
import type { StepRules } from './steps/step-rules.ts';
import { visitRules, type visitSchema } from './steps/visit.ts';
import { voteRules, type voteSchema } from './steps/vote.ts';

export const stepKinds = [
  'check',
  'visit',
  'conversation',
  'advice',
  'meeting',
  'vote',
  'scoring',
  'proposal',
] as const;

export type StepKind = (typeof stepKinds)[number];

/** One step of a way of working. */
export type Step =
  | Data<typeof checkSchema>
  | Data<typeof visitSchema>
  | Data<typeof conversationSchema>
  | Data<typeof adviceSchema>
  | Data<typeof meetingSchema>
  | Data<typeof voteSchema>
  | Data<typeof scoringSchema>
  | Data<typeof proposalSchema>;

/** The rules of each kind of step: one file per kind, and a kind without rules does not compile. */
const rulesPerKind = {
  check: checkRules,
  visit: visitRules,
  conversation: conversationRules,
  advice: adviceRules,
  meeting: meetingRules,
  vote: voteRules,
  scoring: scoringRules,
  proposal: proposalRules,
} as const satisfies { readonly [Kind in StepKind]: StepRules<Extract<Step, { kind: Kind }>, never> };

/** The rules of the kind of a step, seen as the general type; findings have passed the form of that kind. */
export function rulesOf(kind: StepKind): StepRules<Step, object> {
  const rules: StepRules<never, never> = rulesPerKind[kind];
  return rules;
}

/** The step after a negative outcome, where the step names one. */
export function negativeTargetOf(step: Step): string | undefined {
  return 'ifNegative' in step ? step.ifNegative : undefined;
}

/** The body that does a step, where a body does. */
export function bodyOf(step: Step): string | null {
  return 'body' in step ? (step.body ?? null) : null;
}

export function isBinding(step: Step): boolean {
  return 'binding' in step && step.binding;
}
