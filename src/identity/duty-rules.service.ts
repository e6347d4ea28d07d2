import { type ChosenPair, type Duty, type DutyDone, requireAnother } from './domain/duties.ts';

/** The name of the choice that only who was assigned to an application assesses it. */
export const whenAssigned = 'assess-when-assigned';

/** Which duties this municipality keeps apart, besides those that always are. */
export class DutyRules {
  readonly #chosen: readonly ChosenPair[];
  /** Whether only who was assigned to an application assesses it. */
  readonly assessesWhenAssigned: boolean;

  constructor(chosen: readonly ChosenPair[], assessesWhenAssigned = false) {
    this.#chosen = chosen;
    this.assessesWhenAssigned = assessesWhenAssigned;
  }

  /** The names of what was chosen, in a fixed order. */
  get chosen(): readonly string[] {
    return [...this.#chosen, ...(this.assessesWhenAssigned ? [whenAssigned] : [])];
  }

  /** Demands that somebody else does this duty. @throws DomainError `same-person` */
  requireAnother(subject: string, duty: Duty, done: readonly DutyDone[]): void {
    requireAnother(subject, duty, done, this.#chosen);
  }
}
