export const letterKinds = [
  'acknowledgement',
  'completion-request',
  'grant',
  'partial-grant',
  'refusal',
  'left-untreated',
  'delay-notice',
  'penalty-decision',
  'final-fixing',
  'intention',
  'grant-change',
  'recovery',
  'change-notice',
  'forwarding-notice',
] as const;

export type LetterKind = (typeof letterKinds)[number];
