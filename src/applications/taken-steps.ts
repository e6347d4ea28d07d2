import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { ApplicationEntity } from './application.entity.ts';
import { impossibleStep } from './domain/impossible-step.ts';
import { type LifecycleEvent, nextStatus } from './domain/lifecycle.ts';

/** What a step may change beside the status, which only the lifecycle changes. */
export type Changes = Partial<
  Omit<ApplicationEntity, 'id' | 'status' | 'undecidedStatus' | 'version' | 'personalSealed'>
>;

/** What happens, by whom, and on which day it counts. */
export interface Step {
  readonly event: LifecycleEvent;
  readonly actor: Actor;
  readonly countsOn: CalendarDate;
  readonly detail?: object;
  /** What the timeline calls who did it, where that is not the person who entered it. */
  readonly by?: string;
}

/** An application after steps; nothing is written. @throws DomainError `step-not-possible` */
export function after(
  application: ApplicationEntity,
  steps: readonly Step[],
  changes: Changes,
): ApplicationEntity {
  let { status, undecidedStatus } = application;
  for (const { event, actor } of steps) {
    const next = nextStatus(status, event);
    if (next === null) throw impossibleStep(application, status, actor);
    if (event === 'decide') undecidedStatus = status;
    status = next;
  }
  const version = application.version + steps.length;
  const changed = { status, undecidedStatus, version };
  return Object.assign(new ApplicationEntity(), application, changes, changed);
}
