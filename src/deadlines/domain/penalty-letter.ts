import { present } from '../../kernel/assert.ts';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { CaseFacts } from '../../letters/domain/facts.ts';
import type { PenaltyDecisionFacts, PenaltyOutcome } from '../../letters/domain/facts-on-time.ts';
import type { LetterSender } from '../../letters/domain/letter-sender.ts';
import { defaultNoticeTerm, penaltySteps } from '../../terms/penalty.ts';
import type { CaseClock } from './case-clock.ts';
import type { NoPenaltyGround } from './default-checks.ts';
import { decisionTermOf } from './due-dates.ts';

/** What the college decided about a penalty. */
export interface PenaltyToTell {
  readonly decidedOn: CalendarDate;
  readonly resolutionNumber: string;
  readonly days: number;
  readonly amountCents: Cents;
  readonly ground: NoPenaltyGround | null;
  readonly reason: string;
}

const article = (part: string) => `artikel 4:17, zesde lid, onder ${part}, van de Algemene wet bestuursrecht`;

const groundArticles = {
  'unreasonably-late-notice': article('a'),
  'not-interested-party': article('b'),
  'manifestly-unfounded': article('c'),
} as const satisfies Record<NoPenaltyGround, string>;

/**
 * The facts of the letter with a decision on a penalty (Awb 4:18).
 * @param ibanLastFour of the account of the applicant, to whom a penalty is due (Awb 4:17); null while it is not known
 */
export function penaltyFacts(
  facts: CaseFacts,
  clock: CaseClock,
  sender: LetterSender,
  { decidedOn, resolutionNumber, days, amountCents, ground, reason }: PenaltyToTell,
  ibanLastFour: string | null,
): PenaltyDecisionFacts {
  const noticeReceivedOn = present(clock.defaultNoticeOn, 'a penalty follows from a default notice');
  const firstDay = addDays(defaultNoticeTerm(noticeReceivedOn).lastDay, 1);
  const outcome: PenaltyOutcome =
    ground === null
      ? { kind: 'due', firstDay, steps: penaltySteps(firstDay, days), amountCents, ibanLastFour }
      : { kind: 'nothing-due', because: reason, article: groundArticles[ground] };
  return {
    ...facts,
    decidedBy: {
      kind: 'college',
      resolutionNumber,
      resolutionDate: decidedOn,
      ...sender.college,
    },
    dueOn: decisionTermOf(clock).lastDay,
    noticeReceivedOn,
    decisionAnnouncedOn: clock.announced?.sentOn ?? null,
    outcome,
  };
}
