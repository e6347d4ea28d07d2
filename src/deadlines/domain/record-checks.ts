import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { undecidedStatuses } from '../../applications/domain/lifecycle.ts';
import type { DecisionTerm } from '../../terms/decision-term.ts';
import type { CaseClock, NoticeBasis } from './case-clock.ts';
import type { Refusal } from './deadlines.problems.ts';
import { decisionTermOf } from './due-dates.ts';

export const recordedGrounds = ['consent', 'applicant-delay', 'force-majeure'] as const;

/** Why the clock stands still when nobody was asked to complete (Awb 4:15(2)). */
export type RecordedGround = (typeof recordedGrounds)[number];

const notRunning: Refusal = {
  code: 'term-not-running',
  detail: 'Op deze aanvraag hoeft niet meer te worden beslist, of zij is nog niet ontvangen.',
};

function isUndecided({ application }: CaseClock): boolean {
  return (undecidedStatuses as readonly string[]).includes(application.status);
}

/** A day on which something happened lies between receipt and today. */
export function dayRefusal(
  { application }: CaseClock,
  on: CalendarDate,
  today: CalendarDate,
  location: string,
): Refusal | null {
  const { receivedOn } = application;
  if (on > today) {
    return { code: 'day-not-possible', detail: 'Deze dag ligt in de toekomst.', location };
  }
  if (receivedOn === null || on >= receivedOn) return null;
  const detail = `Deze dag ligt voor de ontvangst van de aanvraag op ${formatDutchDate(receivedOn)}.`;
  return { code: 'day-not-possible', detail, location };
}

/** What happens when the term is over changes it no more. */
function overRefusal({ lastDay, standsStillSince }: DecisionTerm, on: CalendarDate): Refusal | null {
  if (standsStillSince !== null || on <= lastDay) return null;
  const detail = `De beslistermijn liep tot en met ${formatDutchDate(lastDay)}. Daarna kan dit niet meer.`;
  return { code: 'term-over', detail };
}

function alreadyLonger({ notices }: CaseClock): Refusal | null {
  const earlier = notices.find(({ basis }) => basis !== 'named-date');
  if (!earlier) return null;
  const detail = `Op ${formatDutchDate(earlier.announcedOn)} is de beslistermijn al langer gemaakt. Dat kan één keer.`;
  return { code: 'already-extended', detail };
}

/** Why the term cannot be extended: only where the regulation says so, once, and before it is over. */
export function extensionRefusal(
  clock: CaseClock,
  announcedOn: CalendarDate,
  today: CalendarDate,
): Refusal | null {
  if (!isUndecided(clock)) return notRunning;
  const { extensionWeeks } = clock.document.terms;
  if (extensionWeeks === undefined) {
    const detail = `${clock.document.title} zegt niet dat de beslistermijn langer mag worden. Vertel de aanvrager met een bericht van vertraging wanneer de beslissing komt (Awb 4:14).`;
    return { code: 'extension-not-allowed', detail };
  }
  return (
    alreadyLonger(clock) ??
    dayRefusal(clock, announcedOn, today, '/announcedOn') ??
    overRefusal(decisionTermOf(clock), announcedOn)
  );
}

/** Why a notice can no longer count when its letter is sent: what lengthens the term comes before its end. */
export function announcedNoticeRefusal(
  clock: CaseClock,
  basis: NoticeBasis,
  announcedOn: CalendarDate,
): Refusal | null {
  if (!isUndecided(clock)) return notRunning;
  return basis === 'named-date' ? null : overRefusal(decisionTermOf(clock), announcedOn);
}

/** On what a notice of delay rests: that follows from where the term stands (Awb 4:14(1) and (3)). */
export function delayBasisOf({
  document,
}: CaseClock): Extract<NoticeBasis, 'named-date' | 'reasonable-term'> {
  return document.terms.decisionWeeksFrom === 'general-act' ? 'reasonable-term' : 'named-date';
}

/** Why a notice of delay cannot be recorded. Where a regulation sets the term the notice may come late. */
export function delayRefusal(
  clock: CaseClock,
  { announcedOn, expectedOn }: { readonly announcedOn: CalendarDate; readonly expectedOn: CalendarDate },
  today: CalendarDate,
): Refusal | null {
  if (!isUndecided(clock)) return notRunning;
  const term = decisionTermOf(clock);
  const lengthens = delayBasisOf(clock) === 'reasonable-term';
  const refusal =
    (lengthens ? alreadyLonger(clock) : null) ??
    dayRefusal(clock, announcedOn, today, '/announcedOn') ??
    (lengthens ? overRefusal(term, announcedOn) : null);
  if (refusal !== null) return refusal;
  if (expectedOn > announcedOn && expectedOn > term.lastDay) return null;
  const detail = `Noem een dag na het bericht en na de laatste dag van de beslistermijn, ${formatDutchDate(term.lastDay)}.`;
  return { code: 'expected-too-early', detail, location: '/expectedOn' };
}

/** Why a standstill cannot be recorded. */
export function suspensionRefusal(
  clock: CaseClock,
  { ground, startsAfter, until }: NewSuspension,
  today: CalendarDate,
): Refusal | null {
  if (!isUndecided(clock)) return notRunning;
  if (until === null && ground === 'consent') {
    const detail = 'De aanvrager stemt in met uitstel tot een bepaalde dag. Vul die dag in.';
    return { code: 'end-required', detail, location: '/until' };
  }
  const term = decisionTermOf(clock);
  const open = clock.suspensions.find((suspension) => suspension.until === null);
  if (open) {
    const detail = `De beslistermijn staat al stil, na ${formatDutchDate(open.startsAfter)}. Leg eerst vast wanneer dat eindigde.`;
    return { code: 'already-suspended', detail };
  }
  if (until !== null && until <= startsAfter) {
    return { code: 'day-not-possible', detail: 'Het einde ligt na het begin.', location: '/until' };
  }
  const dayFault = dayRefusal(clock, startsAfter, today, '/startsAfter');
  if (dayFault !== null) return dayFault;
  return startsAfter < term.lastDay ? null : (overRefusal(term, today) ?? overFromNow(term));
}

function overFromNow({ lastDay }: DecisionTerm): Refusal {
  const detail = `De beslistermijn loopt tot en met ${formatDutchDate(lastDay)}; stilstaan begint de dag daarna, en dan is zij voorbij.`;
  return { code: 'term-over', detail };
}

export interface NewSuspension {
  readonly ground: RecordedGround;
  readonly startsAfter: CalendarDate;
  readonly until: CalendarDate | null;
}

/** Why the end of a standstill cannot be recorded. */
export function resumptionRefusal(
  clock: CaseClock,
  until: CalendarDate,
  today: CalendarDate,
): Refusal | null {
  if (!isUndecided(clock)) return notRunning;
  const open = clock.suspensions.find((suspension) => suspension.until === null);
  if (!open) return { code: 'not-suspended', detail: 'Er is geen stilstand zonder einde vastgelegd.' };
  if (until > open.startsAfter) return dayRefusal(clock, until, today, '/until');
  const detail = `Het einde ligt na het begin, ${formatDutchDate(open.startsAfter)}.`;
  return { code: 'day-not-possible', detail, location: '/until' };
}

/** Why a promise cannot be recorded: it is made to who waits, and for a day to come. */
export function promiseRefusal(
  clock: CaseClock,
  promisedOn: CalendarDate,
  today: CalendarDate,
): Refusal | null {
  if (!isUndecided(clock)) return notRunning;
  if (promisedOn >= today) return null;
  return { code: 'day-not-possible', detail: 'Beloof een dag die nog komt.', location: '/promisedOn' };
}
