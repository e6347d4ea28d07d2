/** The states of an application and what they mean in law stand in docs/GLOSSARY.md. */
export const applicationStatuses = [
  'draft',
  'received',
  'incomplete',
  'complete',
  'decided',
  'announced',
  'withdrawn',
  'merged',
  'forwarded',
] as const;

export type ApplicationStatus = (typeof applicationStatuses)[number];

export const lifecycleEvents = [
  'submit',
  'ask-completion',
  'supplement',
  'find-complete',
  'correct',
  'reduce',
  'take-in',
  'merge',
  'forward',
  'withdraw',
  'decide',
  'announce-decision',
  'announce-change',
] as const;

export type LifecycleEvent = (typeof lifecycleEvents)[number];

type Transitions = Partial<Record<LifecycleEvent, ApplicationStatus>>;

/** What can happen to every application on which a decision is due, whatever it still lacks. */
function whileUndecided(status: ApplicationStatus): Transitions {
  return {
    ...{ correct: status, reduce: status, 'take-in': status },
    ...{ merge: 'merged', forward: 'forwarded', withdraw: 'withdrawn', decide: 'decided' },
  };
}

/**
 * What follows from an event in each state; what is not listed cannot happen. The lifecycle is fixed by
 * law: the way of working of a kern runs beside it. Delay, objection and payment are records of their own.
 * `supplement` is something that came in but did not complete the application; `find-complete` gives it its
 * place in the order. Of a double intake one application ends by `merge`, and the other goes on by `take-in`.
 * place in the order. `announce-change` makes a change of the decision known, which is a decision of its own.
 */
const transitions: Readonly<Record<ApplicationStatus, Transitions>> = {
  draft: { submit: 'received', withdraw: 'withdrawn' },
  received: {
    ...whileUndecided('received'),
    'find-complete': 'complete',
    'ask-completion': 'incomplete',
    supplement: 'received',
  },
  incomplete: {
    ...whileUndecided('incomplete'),
    'find-complete': 'complete',
    supplement: 'incomplete',
  },
  complete: { ...whileUndecided('complete'), 'ask-completion': 'incomplete' },
  decided: { 'announce-decision': 'announced' },
  announced: { 'announce-change': 'announced' },
  withdrawn: {},
  merged: {},
  forwarded: {},
};

/** The state after an event, or null when the event cannot happen in this state. */
export function nextStatus(status: ApplicationStatus, event: LifecycleEvent): ApplicationStatus | null {
  return transitions[status][event] ?? null;
}

/** The events that can happen in a state, for showing what may be done next. */
export function possibleEvents(status: ApplicationStatus): LifecycleEvent[] {
  return lifecycleEvents.filter((event) => nextStatus(status, event) !== null);
}

/** States in which a decision is still due. */
export const undecidedStatuses = [
  'received',
  'incomplete',
  'complete',
] as const satisfies ApplicationStatus[];

/** States after which nothing of the application itself follows any more. */
export const closedStatuses = [
  'announced',
  'withdrawn',
  'merged',
  'forwarded',
] as const satisfies ApplicationStatus[];

/** States of an application that ended without a decision, so that nothing is due any more. */
const endedStatuses: readonly ApplicationStatus[] = ['withdrawn', 'merged', 'forwarded'];

/** Whether an application ended without a decision. */
export function endedWithoutDecision(status: ApplicationStatus): boolean {
  return endedStatuses.includes(status);
}

const dutchNames = {
  draft: 'concept',
  received: 'ontvangen',
  incomplete: 'onvolledig',
  complete: 'volledig, in behandeling',
  decided: 'besloten',
  announced: 'bekendgemaakt',
  withdrawn: 'ingetrokken door aanvrager',
  merged: 'samengevoegd met een andere aanvraag',
  forwarded: 'doorgezonden naar ander bestuursorgaan',
} as const satisfies Record<ApplicationStatus, string>;

export function dutchStatus(status: ApplicationStatus): string {
  return dutchNames[status];
}
