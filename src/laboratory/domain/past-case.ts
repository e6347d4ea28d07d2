import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { Application } from '../../applications/domain/application.ts';
import { firstStepOn, wayFactsOf } from '../../assessment/domain/case-way.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { WayFacts } from '../../ways/domain/conditions.ts';
import type { Step } from '../../ways/domain/step-kinds.ts';
import type { WayDocument } from '../../ways/domain/way-document.ts';
import { type Difference, differenceOf } from './difference.ts';
import type { History } from './history.ts';
import { type Replay, replay } from './replay.ts';

/** An application that was decided on, with all that the laboratory may know of it. */
export interface PastCase {
  /** Without what was sealed where that was destroyed, or where no way asks for it. */
  readonly application: Pick<
    Application,
    'id' | 'number' | 'receivedAt' | 'receivedOn' | 'completedOn' | 'requestedCents' | 'activityStartsOn'
  > &
    Partial<Pick<Application, 'applicant' | 'particulars'>>;
  readonly kernCode: string;
  readonly regulation: RegulationDocument;
  readonly decidedOn: CalendarDate;
  /** The version that the case kept; null where its kern had no way of its own. */
  readonly wayVersionId: string | null;
  /** How it really went; null where nobody knows. */
  readonly history: History | null;
  /** Whether what was sealed was destroyed. */
  readonly areGone: boolean;
}

/** A past application as it would have gone under another way. */
export interface TriedCase {
  readonly startedOn: CalendarDate | null;
  readonly played: Replay;
  readonly difference: Difference;
}

/** Facts of which the application keeps no more than what nobody can be known by. */
const personalFacts: readonly string[] = ['applicant-kind', 'supporters-fewer-than'];

/** Whether a condition of these steps asks what is sealed with the key of a case. */
export function asksSealedFacts(steps: readonly Step[]): boolean {
  return steps.some((step) => 'when' in step && step.when?.some(({ fact }) => personalFacts.includes(fact)));
}

/** What the conditions of a way may ask of a past application. */
export function pastFacts(application: PastCase['application'], startedOn: CalendarDate | null): WayFacts {
  const { applicant, requestedCents, activityStartsOn, particulars } = application;
  if (applicant !== undefined) {
    return wayFactsOf({ requestedCents, applicant, particulars, activityStartsOn }, startedOn);
  }
  const isKnown = activityStartsOn !== null && startedOn !== null;
  return { requestedCents, ...(isKnown && { daysToActivity: daysBetween(startedOn, activityStartsOn) }) };
}

/** Plays a past application through a way of working. A case that never came to its first step is asked nothing. */
export function tryOut(document: WayDocument, past: PastCase): TriedCase {
  const { application, regulation, areGone, history } = past;
  const startedOn = firstStepOn(document, application, regulation);
  const steps = startedOn === null ? [] : document.steps;
  const facts = pastFacts(application, startedOn);
  const played = replay(steps, { facts, areGone, asked: history?.asked ?? [] });
  return { startedOn, played, difference: differenceOf(history, played) };
}
