import type { Actor } from '../kernel/actor.ts';
import { zeroCents } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { onBehalfOf } from '../identity/domain/standing-in.ts';
import { urgencyOn } from '../deadlines/domain/urgency.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { type DueDateKind, ruleOf } from '../deadlines/domain/due-date-kind.ts';
import { NextDueResponse } from '../deadlines/due-item.response.ts';
import type { LetterKind } from '../letters/domain/letter-kind.ts';
import type { OpenStep } from '../ways/domain/progress.ts';
import { termSentence } from '../ways/domain/step-parts.ts';
import {
  consequenceOfAssignment,
  consequenceOfLetter,
  consequenceOfSupplement,
  consequencesOfDueDates,
} from './domain/my-work.ts';
import { WorkItemResponse } from './my-work.response.ts';
import type { WorkRow } from './work-rows.service.ts';

/** What is known of the case of an item. */
export interface KnownCase {
  readonly application: ApplicationEntity;
  readonly kernCode: string;
  /** The last day to decide, or of a default notice. */
  readonly nextDue: NextDueResponse | null;
  readonly open: OpenStep | null;
}

/** What a letter is called on a list of work. */
const letterNames = {
  acknowledgement: 'de ontvangstbevestiging',
  'completion-request': 'het verzoek om aanvulling',
  grant: 'het besluit (verlening)',
  'partial-grant': 'het besluit (gedeeltelijke verlening)',
  refusal: 'het besluit (afwijzing)',
  'left-untreated': 'het besluit (buiten behandeling)',
  'delay-notice': 'het bericht van vertraging',
  'penalty-decision': 'het besluit over de dwangsom',
  'final-fixing': 'de vaststelling',
  intention: 'het voornemen',
  'grant-change': 'de wijziging van de verlening',
  recovery: 'de terugvordering',
  'change-notice': 'het bericht over de wijziging',
  'forwarding-notice': 'het bericht van doorzending',
} as const satisfies Record<LetterKind, string>;

type Told = Pick<
  WorkItemResponse,
  'what' | 'consequence' | 'lastDate' | 'urgency' | 'costsMoney' | 'accruedCents'
>;

const withoutDay = { lastDate: null, urgency: null, costsMoney: false, accruedCents: zeroCents };

/** The haste of the case itself, for work that has no last day of its own. */
function hasteOf({ nextDue }: KnownCase): Omit<Told, 'what' | 'consequence'> {
  if (nextDue === null) return withoutDay;
  const { lastDate, urgency, costsMoney, accruedCents } = nextDue;
  return { lastDate, urgency, costsMoney, accruedCents };
}

function stepTold(row: WorkRow, known: KnownCase, today: CalendarDate): Told {
  const { open } = known;
  if (open?.step.code !== row.kind) {
    return { ...hasteOf(known), what: 'Kijk hoe ver deze aanvraag is', consequence: consequenceOfAssignment };
  }
  const { step, dueOn } = open;
  return {
    ...{ ...withoutDay, lastDate: dueOn, urgency: urgencyOn(dueOn, today) },
    ...{ what: step.title, consequence: termSentence(step.termDays, step.whenLate) },
  };
}

function toldOf(row: WorkRow, known: KnownCase, today: CalendarDate): Told {
  switch (row.source) {
    case 'deadline': {
      const kind = row.kind as DueDateKind;
      const { lastDate, urgency, costsMoney, accruedCents } = NextDueResponse.of(kind, row.actsOn, today);
      const consequence = consequencesOfDueDates[kind];
      return { what: ruleOf(kind).name, consequence, lastDate, urgency, costsMoney, accruedCents };
    }
    case 'letter': {
      const kind = row.kind as LetterKind;
      const what = `Verzend ${letterNames[kind]}`;
      return { ...hasteOf(known), what, consequence: consequenceOfLetter(kind) };
    }
    case 'step':
      return stepTold(row, known, today);
    case 'supplement':
      return { ...hasteOf(known), what: 'Bekijk de aanvulling', consequence: consequenceOfSupplement };
    case 'assignment':
      return { ...hasteOf(known), what: 'Behandel deze aanvraag', consequence: consequenceOfAssignment };
  }
}

/** One item as the caller reads it. */
export function workItemOf(
  actor: Actor,
  row: WorkRow,
  known: KnownCase,
  today: CalendarDate,
): WorkItemResponse {
  const { application, kernCode } = known;
  const { id: applicationId, number, title, assigneeSubject } = application;
  const facts = { kernCode, assigneeSubject };
  const absent = onBehalfOf(actor, 'application:read', facts);
  return Object.assign(new WorkItemResponse(), {
    ...{ applicationId, number, kernCode, title, source: row.source, kind: row.kind, letterId: row.letterId },
    ...toldOf(row, known, today),
    onBehalfOfName: absent?.name ?? null,
  });
}
