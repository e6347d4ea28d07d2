import { type ChosenPair, type Duty, type DutyDone, requireAnother } from './domain/duties.ts';

/** Which duties this municipality keeps apart, besides those that always are. */
export class DutyRules {
  readonly #chosen: readonly ChosenPair[];
  /** Whether only who was assigned to an application assesses it. */
  readonly assessesWhenAssigned: boolean;

  constructor(chosen: readonly ChosenPair[], assessesWhenAssigned = false) {
    this.#chosen = chosen;
    this.assessesWhenAssigned = assessesWhenAssigned;
  }

  /** Demands that somebody else does this duty. @throws DomainError `same-person` */
  requireAnother(subject: string, duty: Duty, done: readonly DutyDone[]): void {
    requireAnother(subject, duty, done, this.#chosen);
  }
}
