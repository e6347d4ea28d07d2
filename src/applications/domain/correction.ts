import { DomainError, type InputFault } from '../../kernel/domain-error.ts';
import type { CorrectionOrigin } from './application-change.ts';
import { applicationProblems } from './application.problems.ts';
import { type ChangeRow, isOfPlan, locationOf } from './change-rows.ts';
import { type ApplicationStatus, dutchStatus, undecidedStatuses } from './lifecycle.ts';

/** Whether a decision is still due. @throws DomainError `step-not-possible`, which tells what to do instead */
export function refuseDecided(status: ApplicationStatus): void {
  if ((undecidedStatuses as readonly string[]).includes(status)) return;
  const instead =
    status === 'decided' || status === 'announced'
      ? ' Wat in een besluit niet klopt, herstelt u met een nieuw besluit (Awb 6:19, 4:48, 4:49).'
      : '';
  const detail = `Deze aanvraag is "${dutchStatus(status)}"; dan kan dit niet.${instead}`;
  throw DomainError.of(applicationProblems, 'step-not-possible', detail);
}

/**
 * What a kern is asked of a plan for several kernen follows from how the plan was divided, so that one part does not
 * move, grow or shrink by itself. @throws DomainError `part-of-larger-plan`
 */
export function refusePart(isPart: boolean, rows: readonly ChangeRow[]): void {
  const divided = rows.filter(({ field }) => ['kernName', 'requestedCents', 'costs'].includes(field));
  if (!isPart || divided.length === 0) return;
  const detail =
    'Kern, bedrag en kosten volgen uit de verdeling over de kernen. Trek de aanvragen van dit plan in en voer het opnieuw in; de dag van ontvangst blijft.';
  const faults = faultsAt(divided, 'part-of-larger-plan', detail);
  throw DomainError.of(applicationProblems, 'part-of-larger-plan', detail, faults);
}

/** Whatever was sent is what it was already. */
export function nothingChanges(): DomainError {
  const detail = 'Alles wat u stuurt, staat er al zo. Er is niets vastgelegd.';
  return DomainError.of(applicationProblems, 'nothing-changes', detail);
}

function faultsAt(rows: readonly ChangeRow[], code: string, detail: string): InputFault[] {
  return rows.map((row) => ({ in: 'body', location: locationOf(row), code, detail }));
}

/**
 * Why a correction cannot be made; null when it can. In a round in which applications are compared, what was told
 * before it closed is put right only where the municipality took it over wrongly or the application itself shows what
 * was meant: the others cannot make theirs better either. And nobody asks for more by a correction: what counts is
 * what was asked for.
 * @param isFrozen whether such a round is over
 */
export function correctionRefusal(
  rows: readonly ChangeRow[],
  origin: CorrectionOrigin,
  isFrozen: boolean,
): DomainError | null {
  if (rows.length === 0) return nothingChanges();
  if (origin !== 'applicant') return null;
  const ofPlan = isFrozen ? rows.filter(isOfPlan) : [];
  if (ofPlan.length > 0) {
    const detail =
      'De aanvraagronde is gesloten. Nu verbetert u alleen wat de gemeente verkeerd overnam, of wat blijkens de aanvraag zelf een verschrijving is.';
    return DomainError.of(
      applicationProblems,
      'content-frozen',
      detail,
      faultsAt(ofPlan, 'content-frozen', detail),
    );
  }
  const amount = rows.filter(({ field }) => field === 'requestedCents');
  if (amount.length === 0) return null;
  const detail =
    'Wil de aanvrager minder, leg dan vast wat is afgesproken. Wil de aanvrager meer, dan is dat een nieuwe aanvraag.';
  const faults = faultsAt(amount, 'request-not-corrected', detail);
  return DomainError.of(applicationProblems, 'request-not-corrected', detail, faults);
}
