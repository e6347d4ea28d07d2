import { type ChosenPair, type Duty, type DutyDone, requireAnother } from './domain/duties.ts';

/** Which duties this municipality keeps apart, besides those that always are. */
export class DutyRules {
  readonly #chosen: readonly ChosenPair[];

  constructor(chosen: readonly ChosenPair[]) {
    this.#chosen = chosen;
  }

  /** Demands that somebody else does this duty. @throws DomainError `same-person` */
  requireAnother(subject: string, duty: Duty, done: readonly DutyDone[]): void {
    requireAnother(subject, duty, done, this.#chosen);
  }
}
