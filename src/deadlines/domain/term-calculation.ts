import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { InputFault } from '../../kernel/domain-error.ts';
import { leaveUntreatedTerm, objectionTerm, paymentTerm } from '../../terms/after-announcement.ts';
import { type Term, type TermLength, type TermStep, termOf } from '../../terms/general-terms-act.ts';
import {
  isObjectionInTime,
  objectionDecisionTerm,
  paymentSuspensionTerm,
  recoveryTerm,
} from '../../terms/later-terms.ts';
import { defaultNoticeTerm, penaltyFor } from '../../terms/penalty.ts';
import { addWorkingDays } from '../../terms/working-days.ts';

export const termKinds = [
  'length',
  'working-days',
  'leaving-untreated',
  'penalty',
  'objection',
  'objection-by-post',
  'objection-decision',
  'payment',
  'payment-suspension',
  'recovery',
] as const;

export type TermKind = (typeof termKinds)[number];

/** What somebody wants to have computed; what a kind does not need is left out. */
export interface TermQuestion {
  readonly kind: TermKind;
  /** The day of the event after which the term begins, such as the day of sending. */
  readonly startsAfter: CalendarDate;
  readonly count?: number | undefined;
  readonly unit?: TermLength['unit'] | undefined;
  readonly actApplies?: boolean | undefined;
  readonly withCommittee?: boolean | undefined;
  readonly extended?: boolean | undefined;
  readonly receivedOn?: CalendarDate | undefined;
  readonly postmarkOn?: CalendarDate | undefined;
  readonly dueOn?: CalendarDate | undefined;
  readonly decidedOn?: CalendarDate | undefined;
}

/** A computed term: its last day, and what else follows for its kind. */
export interface TermAnswer {
  readonly lastDay: CalendarDate;
  readonly steps: readonly TermStep[];
  /** Of an objection by post: whether it is in time. */
  readonly inTime: boolean | null;
  /** Of a penalty: over how many days, and what it comes to. */
  readonly penaltyDays: number | null;
  readonly penaltyCents: Cents | null;
}

type Needed = 'count' | 'unit' | 'receivedOn' | 'dueOn' | 'decidedOn';

/** What each kind cannot do without. */
const needs = {
  length: ['count', 'unit'],
  'working-days': ['count'],
  'leaving-untreated': [],
  penalty: ['dueOn', 'decidedOn'],
  objection: [],
  'objection-by-post': ['receivedOn'],
  'objection-decision': [],
  payment: [],
  'payment-suspension': [],
  recovery: [],
} as const satisfies Record<TermKind, readonly Needed[]>;

/** Everything that is lacking in a question. */
export function questionFaults(question: TermQuestion): InputFault[] {
  return needs[question.kind]
    .filter((name) => question[name] === undefined)
    .map((name) => ({
      ...{ in: 'body', location: `/${name}`, code: 'term-incomplete' },
      detail: `Voor "${question.kind}" is "${name}" nodig.`,
    }));
}

const noMore = { inTime: null, penaltyDays: null, penaltyCents: null };

function penalty({ startsAfter, dueOn = startsAfter, decidedOn = startsAfter }: TermQuestion): TermAnswer {
  const grace = defaultNoticeTerm(startsAfter);
  const found = penaltyFor({ dueOn, noticeReceivedOn: startsAfter, decidedOn });
  if (found.kind === 'notice-too-early') {
    const sentence =
      'De ingebrekestelling kwam voordat de termijn voorbij was en telt niet (Awb 4:17, derde lid).';
    return {
      ...noMore,
      lastDay: dueOn,
      steps: [{ on: startsAfter, sentence }],
      penaltyDays: 0,
      penaltyCents: 0 as Cents,
    };
  }
  const steps = [...found.steps.slice(0, 2), ...grace.steps, ...found.steps.slice(2)];
  return {
    ...noMore,
    lastDay: grace.lastDay,
    steps,
    penaltyDays: found.days,
    penaltyCents: found.amountCents,
  };
}

function plainTerm(question: TermQuestion): Term {
  const { kind, startsAfter, count = 1, unit = 'weeks', actApplies = true } = question;
  const { withCommittee = false, extended = false } = question;
  switch (kind) {
    case 'working-days':
      return addWorkingDays(startsAfter, count);
    case 'leaving-untreated':
      return leaveUntreatedTerm(startsAfter);
    case 'objection-decision':
      return objectionDecisionTerm(startsAfter, { withCommittee, extended });
    case 'payment':
      return paymentTerm(startsAfter, question.count);
    case 'payment-suspension':
      return paymentSuspensionTerm(startsAfter);
    case 'recovery':
      return recoveryTerm(startsAfter);
    case 'objection':
    case 'objection-by-post':
      return objectionTerm(startsAfter);
    case 'length':
    case 'penalty':
      return termOf(startsAfter, { unit, count }, actApplies);
  }
}

/** Computes a term of the law with each step of its derivation. Pure; only for a question without faults. */
export function answerTerm(question: TermQuestion): TermAnswer {
  if (question.kind === 'penalty') return penalty(question);
  const { kind, startsAfter, receivedOn, postmarkOn = null } = question;
  const byPost = kind === 'objection-by-post' && receivedOn !== undefined;
  const inTime = byPost ? isObjectionInTime(startsAfter, receivedOn, postmarkOn) : null;
  return { ...noMore, ...plainTerm(question), inTime };
}
