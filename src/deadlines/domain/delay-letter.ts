import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CaseFacts } from '../../letters/domain/facts.ts';
import type { DelayGround, DelayNoticeFacts } from '../../letters/domain/facts-on-time.ts';
import type { CaseClock, DelayNotice, NoticeBasis } from './case-clock.ts';
import { decisionTermOf } from './due-dates.ts';

/** What is to be told about a delay. */
export interface Delay extends Pick<DelayNotice, 'basis' | 'weeks' | 'expectedOn'> {
  readonly reason: string;
}

function groundOf(basis: NoticeBasis, { document }: CaseClock): DelayGround {
  if (basis === 'scheme') return { kind: 'extension', article: `de regeling ${document.title}` };
  return basis === 'reasonable-term' ? { kind: 'reasonable-term' } : { kind: 'statutory-term' };
}

/** The facts of a letter about a delay, with the last day as it was and as it becomes when it is sent today. */
export function delayFacts(
  facts: CaseFacts,
  clock: CaseClock,
  { basis, weeks, expectedOn, reason }: Delay,
  today: CalendarDate,
): DelayNoticeFacts {
  const longer = { ...clock, notices: [...clock.notices, { basis, announcedOn: today, weeks, expectedOn }] };
  return {
    ...facts,
    reason,
    formerDueOn: decisionTermOf(clock).lastDay,
    newDueOn: basis === 'named-date' && expectedOn !== null ? expectedOn : decisionTermOf(longer).lastDay,
    ground: groundOf(basis, clock),
  };
}
