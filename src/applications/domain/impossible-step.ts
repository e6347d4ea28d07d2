import { DomainError } from '../../kernel/domain-error.ts';
import type { Actor } from '../../kernel/actor.ts';
import { applicantSubject } from '../../identity/domain/condition.ts';
import type { Application } from './application.ts';
import { applicationProblems } from './application.problems.ts';
import { type ApplicationStatus, dutchStatus } from './lifecycle.ts';

/** An applicant reads of a decision in its letter, and not in a refusal. */
export function impossibleStep(
  { ownerSubject }: Pick<Application, 'ownerSubject'>,
  status: ApplicationStatus,
  actor: Actor,
): DomainError {
  const detail =
    status === 'decided' && ownerSubject === applicantSubject(actor)
      ? 'Uw aanvraag ligt ter besluitvorming voor. Aanvullen of intrekken kan nu niet meer; u krijgt het besluit in een brief.'
      : `Deze aanvraag is "${dutchStatus(status)}"; dan kan dit niet.`;
  return DomainError.of(applicationProblems, 'step-not-possible', detail);
}
