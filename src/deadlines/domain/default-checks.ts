import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { type Cents, zeroCents } from '../../kernel/money.ts';
import { endedWithoutDecision, undecidedStatuses } from '../../applications/domain/lifecycle.ts';
import type { CaseClock } from './case-clock.ts';
import type { Refusal } from './deadlines.problems.ts';
import { decisionTermOf, penaltyOn } from './due-dates.ts';
import { dayRefusal } from './record-checks.ts';

export const noPenaltyGrounds = [
  'unreasonably-late-notice',
  'not-interested-party',
  'manifestly-unfounded',
] as const;

/** Why no penalty is due although the decision was late (Awb 4:17(6)). */
export type NoPenaltyGround = (typeof noPenaltyGrounds)[number];

/** What the applicant waits for: also a decision that was taken and not sent. */
const waitingStatuses: readonly string[] = [...undecidedStatuses, 'decided'];

/** Why a default notice cannot be recorded: one that comes before the term is over counts for nothing (Awb 4:17(3)). */
export function defaultNoticeRefusal(
  clock: CaseClock,
  receivedOn: CalendarDate,
  today: CalendarDate,
): Refusal | null {
  if (!waitingStatuses.includes(clock.application.status)) {
    const detail = 'Er is al een besluit verzonden, of er is geen aanvraag waarop een besluit moet komen.';
    return { code: 'term-not-running', detail };
  }
  if (clock.defaultNoticeOn !== null) {
    const detail = `De ingebrekestelling is ontvangen op ${formatDutchDate(clock.defaultNoticeOn)}. Een tweede verandert niets.`;
    return { code: 'already-in-default', detail };
  }
  const dayFault = dayRefusal(clock, receivedOn, today, '/receivedOn');
  if (dayFault !== null) return dayFault;
  const { lastDay, standsStillSince } = decisionTermOf(clock);
  if (standsStillSince !== null) {
    const detail = `De beslistermijn staat stil sinds ${formatDutchDate(standsStillSince)}. Zolang dat duurt, is er niet te laat beslist.`;
    return { code: 'term-not-over', detail };
  }
  if (receivedOn > lastDay) return null;
  const detail = `Wij kunnen tot en met ${formatDutchDate(lastDay)} beslissen. Een ingebrekestelling telt pas als zij daarna komt.`;
  return { code: 'term-not-over', detail };
}

/** What a penalty comes to, as it is determined. */
export interface DeterminedPenalty {
  readonly days: number;
  readonly amountCents: Cents;
}

/**
 * The penalty that is to be determined on a day, or why it cannot be (Awb 4:18).
 * @param ground why none is due, or null
 */
export function determinedPenalty(
  clock: CaseClock,
  decidedOn: CalendarDate,
  today: CalendarDate,
  ground: NoPenaltyGround | null,
): DeterminedPenalty | Refusal {
  if (clock.penaltyDecision !== null) {
    const detail = `De hoogte is vastgesteld op ${formatDutchDate(clock.penaltyDecision.decidedOn)}.`;
    return { code: 'penalty-already-decided', detail };
  }
  const dayFault = dayRefusal(clock, decidedOn, today, '/decidedOn');
  if (dayFault !== null) return dayFault;
  const penalty = endedWithoutDecision(clock.application.status) ? null : penaltyOn(clock, decidedOn);
  if (penalty?.kind !== 'runs') {
    const detail = 'Er is geen ingebrekestelling die na de beslistermijn is ontvangen.';
    return { code: 'no-default-notice', detail };
  }
  const { days, amountCents, firstDay, atMost } = penalty;
  if (ground !== null) return { days: 0, amountCents: zeroCents };
  const isOver = atMost || (clock.announced !== null && clock.announced.sentOn <= decidedOn);
  if (!isOver) {
    const detail = `De dwangsom loopt vanaf ${formatDutchDate(firstDay)} tot er een besluit is verzonden, hoogstens 42 dagen.`;
    return { code: 'penalty-still-running', detail };
  }
  if (days > 0) return { days, amountCents };
  const detail = `Het besluit is verzonden voordat de dwangsom op ${formatDutchDate(firstDay)} begon te lopen.`;
  return { code: 'no-penalty-due', detail };
}
