import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { settlementFor } from '../../regulations/domain/groups/settlement.ts';
import { objectionTerm, paymentTerm } from '../../terms/after-announcement.ts';
import { type Term, termOf } from '../../terms/general-terms-act.ts';
import { accountTerm, recoveryTerm } from '../../terms/later-terms.ts';
import type { AnnouncedDecision, CaseClock } from './case-clock.ts';
import type { DueDate } from './due-date.ts';
import type { DueDateKind } from './due-date-kind.ts';

function due(kind: DueDateKind, { lastDay, steps }: Term): DueDate {
  return { kind, lastDay, steps, metOn: null, standstills: [] };
}

/** Whether something is paid on the grant itself, and not only after an account or when somebody asks (Awb 4:95). */
function isPaidOnGrant({ document }: CaseClock, isFixed: boolean): boolean {
  const { payment } = document;
  if (payment.kind === 'at-once') return true;
  if (payment.kind === 'advance') return payment.onRequest !== 'when-asked';
  return isFixed && payment.kind !== 'afterwards';
}

function afterActivity(
  clock: CaseClock,
  endsOn: CalendarDate,
  { grantedCents }: AnnouncedDecision,
): DueDate[] {
  const { payment, settlement, terms } = clock.document;
  const term = (weeks: number) => accountTerm(endsOn, weeks, terms.generalTermsActApplies);
  const way = settlementFor(settlement, grantedCents);
  return [
    ...(payment.kind === 'afterwards' ? [due('declaration', term(payment.declarationWeeks))] : []),
    ...(way.fixed === 'on-account' ? [due('account', term(way.accountWeeks))] : []),
    ...(way.fixed === 'ex-officio' ? [due('settlement', term(way.withinWeeks))] : []),
  ];
}

/** When the plan must begin and be ready: months from the grant, or a day that the regulation names (Awb 4:37). */
function execution({ document }: CaseClock, sentOn: CalendarDate): DueDate[] {
  const { startWithinMonths, completeWithinMonths, completeBy } = document.execution;
  const { generalTermsActApplies } = document.terms;
  const months = (count: number) => termOf(sentOn, { unit: 'months', count }, generalTermsActApplies);
  const ready = [
    ...(completeWithinMonths === undefined ? [] : [months(completeWithinMonths)]),
    ...(completeBy === undefined ? [] : [namedDay(completeBy)]),
  ].sort((one, other) => (one.lastDay < other.lastDay ? -1 : 1));
  return [
    ...(startWithinMonths === undefined ? [] : [due('execution-start', months(startWithinMonths))]),
    ...ready.slice(0, 1).map((term) => due('execution', term)),
  ];
}

function namedDay(lastDay: CalendarDate): Term {
  return {
    lastDay,
    steps: [{ on: lastDay, sentence: `De regeling zegt: klaar op ${formatDutchDate(lastDay)}.` }],
  };
}

/** What begins with sending the decision: to object, and for a grant to pay, to give account, to recover. */
export function dueAfterAnnouncement(clock: CaseClock): DueDate[] {
  const { announced, document, application } = clock;
  if (announced === null) return [];
  const { sentOn, correctedOn, grantedCents } = announced;
  const objection = due('objection', objectionTerm(correctedOn ?? sentOn));
  if (grantedCents === 0) return [objection];
  const isFixed = settlementFor(document.settlement, grantedCents).fixed === 'directly';
  const { activityEndsOn } = application;
  return [
    objection,
    ...(isPaidOnGrant(clock, isFixed)
      ? [due('payment', paymentTerm(sentOn, document.payment.withinWeeks))]
      : []),
    ...execution(clock, sentOn),
    ...(activityEndsOn === null ? [] : afterActivity(clock, activityEndsOn, announced)),
    ...(isFixed ? [due('recovery', recoveryTerm(sentOn))] : []),
  ];
}
