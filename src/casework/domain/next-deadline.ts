import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { leaveUntreatedTerm } from '../../terms/after-announcement.ts';
import type { Term } from '../../terms/general-terms-act.ts';
import type { ApplicationStatus } from '../../applications/domain/lifecycle.ts';

export const deadlineKinds = [
  'completion',
  'leaving-untreated',
  'decision',
  'announcement',
  'objection',
] as const;

export type DeadlineKind = (typeof deadlineKinds)[number];

/** The next day that matters in law, with the sentences that lead to it. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly lastDay: CalendarDate;
  readonly sentences: readonly string[];
}

export interface DeadlineFacts {
  readonly status: ApplicationStatus;
  readonly today: CalendarDate;
  /** Null for a draft. */
  readonly decisionDue: Term | null;
  /** The last day to complete, of a request that is still open. */
  readonly completionLastDay: CalendarDate | null;
  /** The last day to object, once the decision has been sent. */
  readonly objectionLastDay: CalendarDate | null;
}

/** Null when nothing is due any more. A decision that was taken still has to be announced in time. */
export function nextDeadline(facts: DeadlineFacts): Deadline | null {
  const { status, today, decisionDue, completionLastDay, objectionLastDay } = facts;
  if (status === 'announced') {
    if (objectionLastDay === null || objectionLastDay < today) return null;
    const sentence = 'Bezwaar maken kan binnen zes weken vanaf de dag na verzending (Awb 6:7, 6:8).';
    return { kind: 'objection', lastDay: objectionLastDay, sentences: [sentence] };
  }
  if (decisionDue === null || status === 'draft' || status === 'withdrawn') return null;
  if (status === 'incomplete' && completionLastDay !== null && completionLastDay >= today) {
    const sentence = 'Tot en met deze dag kan de aanvrager aanvullen (Awb 4:5).';
    return { kind: 'completion', lastDay: completionLastDay, sentences: [sentence] };
  }
  const untreatedBefore = completionLastDay === null ? null : leaveUntreatedTerm(completionLastDay).lastDay;
  if (status === 'incomplete' && untreatedBefore !== null && untreatedBefore >= today) {
    const sentence = `De aanvrager heeft niet aangevuld. Buiten behandeling laten kan alleen met een brief binnen vier weken (Awb 4:5, vierde lid): uiterlijk op ${formatDutchDate(untreatedBefore)}.`;
    return { kind: 'leaving-untreated', lastDay: untreatedBefore, sentences: [sentence] };
  }
  const kind = status === 'decided' ? 'announcement' : 'decision';
  return { kind, lastDay: decisionDue.lastDay, sentences: decisionDue.steps.map((step) => step.sentence) };
}
