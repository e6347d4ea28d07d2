import { addDays, type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { suspensionsOf } from '../../applications/domain/completion-request.ts';
import { decisionDue } from '../../applications/domain/decision-due.ts';
import { endedWithoutDecision } from '../../applications/domain/lifecycle.ts';
import { leaveUntreatedTerm, paymentTerm } from '../../terms/after-announcement.ts';
import type { DecisionTerm } from '../../terms/decision-term.ts';
import type { Term } from '../../terms/general-terms-act.ts';
import {
  defaultNoticeTerm,
  type Penalty,
  penaltyDecisionTerm,
  penaltyFor,
  type PenaltyStage,
  penaltyStages,
} from '../../terms/penalty.ts';
import { addWorkingDays } from '../../terms/working-days.ts';
import { dueAfterAnnouncement } from './after-announcement.ts';
import { type CaseClock, termRecordsOf } from './case-clock.ts';
import type { DueDate } from './due-date.ts';
import type { DueDateKind } from './due-date-kind.ts';

function due(kind: DueDateKind, { lastDay, steps }: Term, metOn: CalendarDate | null): DueDate {
  return { kind, lastDay, steps, metOn, standstills: [] };
}

/** A day that somebody named, which no rule computes. */
function named(kind: DueDateKind, lastDay: CalendarDate, what: string, metOn: CalendarDate | null): DueDate {
  return due(
    kind,
    { lastDay, steps: [{ on: lastDay, sentence: `${what} ${formatDutchDate(lastDay)}.` }] },
    metOn,
  );
}

/** The term to decide on the case, whatever became of it (Awb 4:13 to 4:15). */
export function decisionTermOf(clock: CaseClock): DecisionTerm {
  return decisionDue(clock.application, clock.document, clock.requests, termRecordsOf(clock));
}

function decision(clock: CaseClock, term: DecisionTerm): DueDate {
  const { standsStillSince, lastDay, steps } = term;
  return {
    kind: 'decision',
    lastDay: standsStillSince === null ? lastDay : null,
    steps,
    metOn: clock.announced?.sentOn ?? null,
    standstills: [...suspensionsOf(clock.requests), ...clock.suspensions],
  };
}

function completion({ requests, announced }: CaseClock): DueDate[] {
  const request = requests.findLast(({ askedOn }) => askedOn !== null);
  if (!request?.lastDay || !request.askedOn) return [];
  const { askedOn, lastDay, answeredOn } = request;
  const sentence = `Wij vroegen op ${formatDutchDate(askedOn)} om aanvulling. Dat kan tot en met ${formatDutchDate(lastDay)}.`;
  const asked = due('completion', { lastDay, steps: [{ on: lastDay, sentence }] }, answeredOn);
  if (answeredOn !== null) return [asked];
  const untreated = leaveUntreatedTerm(lastDay);
  const ranOut = {
    on: lastDay,
    sentence: `De termijn om aan te vullen loopt tot en met ${formatDutchDate(lastDay)}. Komt er niets, dan kan de brief over buiten behandeling laten tot vier weken daarna weg.`,
  };
  const term = { lastDay: untreated.lastDay, steps: [ranOut, ...untreated.steps] };
  const endedOn = announced?.sentOn ?? null;
  return [{ ...asked, metOn: endedOn }, due('leaving-untreated', term, endedOn)];
}

function promises({ application, document, promisedOn, notices, announced }: CaseClock): DueDate[] {
  const { promisedAnswerOn, answerTargetWorkingDays, contactTargetWorkingDays } = document.terms;
  const { receivedOn } = application;
  const metOn = announced?.sentOn ?? null;
  const expectedOn = notices.findLast(({ basis }) => basis === 'named-date')?.expectedOn ?? null;
  const promise = promisedOn ?? promisedAnswerOn ?? null;
  const target = (kind: DueDateKind, days: number | undefined, done: CalendarDate | null) =>
    receivedOn === null || days === undefined ? [] : [due(kind, addWorkingDays(receivedOn, days), done)];
  return [
    ...(expectedOn === null
      ? []
      : [named('expected', expectedOn, 'Wij schreven dat de beslissing later komt: uiterlijk op', metOn)]),
    ...(promise === null
      ? []
      : [named('promise', promise, 'Wij beloofden een antwoord uiterlijk op', metOn)]),
    ...target('answer-target', answerTargetWorkingDays, metOn),
    ...target('contact-target', contactTargetWorkingDays, null),
  ];
}

/** The penalty as it stands on a day; null without a default notice. */
export function penaltyOn(clock: CaseClock, today: CalendarDate): Penalty | null {
  const { defaultNoticeOn, announced } = clock;
  if (defaultNoticeOn === null) return null;
  const { lastDay: dueOn, standsStillSince } = decisionTermOf(clock);
  if (standsStillSince !== null) return { kind: 'notice-too-early' };
  return penaltyFor({ dueOn, noticeReceivedOn: defaultNoticeOn, decidedOn: announced?.sentOn ?? today });
}

function stageSentence({ from, through, perDayCents, totalCents }: PenaltyStage): string {
  return `Van ${formatDutchDate(from)} tot en met ${formatDutchDate(through)}: € ${perDayCents / 100} per dag. Daarna is het samen € ${totalCents / 100}.`;
}

/** Six weeks to pay, from the day after the decision on it was sent (Awb 4:87). */
function penaltyPayment(decided: CaseClock['penaltyDecision']): DueDate[] {
  if (decided === null || decided.announcedOn === null || decided.amountCents === 0) return [];
  return [due('penalty-payment', paymentTerm(decided.announcedOn), null)];
}

/** What a valid default notice sets in motion (Awb 4:17 and 4:18). */
function penalties(clock: CaseClock, term: DecisionTerm): DueDate[] {
  const { defaultNoticeOn: receivedOn, announced, penaltyDecision } = clock;
  if (receivedOn === null || term.standsStillSince !== null || receivedOn <= term.lastDay) return [];
  const metOn = announced?.sentOn ?? null;
  const grace = defaultNoticeTerm(receivedOn);
  const noticeStep = {
    on: receivedOn,
    sentence: `De ingebrekestelling is ontvangen op ${formatDutchDate(receivedOn)}, nadat de termijn op ${formatDutchDate(term.lastDay)} voorbij was.`,
  };
  const notice = due('default-notice', { ...grace, steps: [noticeStep, ...grace.steps] }, metOn);
  if (metOn !== null && metOn <= addDays(grace.lastDay, 1)) return [notice];
  const stages = penaltyStages(addDays(grace.lastDay, 1));
  const most = stages.at(-1)?.through ?? grace.lastDay;
  const steps = stages.map((stage) => ({ on: stage.through, sentence: stageSentence(stage) }));
  const lastPenaltyDay = metOn !== null && metOn <= most ? addDays(metOn, -1) : most;
  const amount = penaltyDecisionTerm(lastPenaltyDay);
  const lastDayStep = {
    on: lastPenaltyDay,
    sentence: `De laatste dag waarover de dwangsom loopt, is ${metOn === null ? 'op zijn laatst ' : ''}${formatDutchDate(lastPenaltyDay)}.`,
  };
  return [
    notice,
    due('penalty', { lastDay: most, steps }, metOn),
    due(
      'penalty-decision',
      { ...amount, steps: [lastDayStep, ...amount.steps] },
      penaltyDecision?.announcedOn ?? null,
    ),
    ...penaltyPayment(penaltyDecision),
  ];
}

/**
 * Every due date of a case, with its derivation. A draft has none yet, and one that ended without a decision has none any
 * more: who withdraws waits for nothing, what was merged goes on as the other, and for what was forwarded the term of the
 * competent body runs from its receipt there (Awb 2:3).
 */
export function dueDatesOf(clock: CaseClock): DueDate[] {
  const { status, receivedOn } = clock.application;
  if (receivedOn === null || status === 'draft' || endedWithoutDecision(status)) return [];
  const term = decisionTermOf(clock);
  return [
    ...completion(clock),
    decision(clock, term),
    ...promises(clock),
    ...penalties(clock, term),
    ...dueAfterAnnouncement(clock),
  ];
}
