import { DomainError } from '../../kernel/domain-error.ts';
import { type Cents, formatEuros } from '../../kernel/money.ts';
import type { MandatedAction, MandateOutcome } from '../../identity/domain/mandate.ts';
import type { Mandate } from '../../identity/domain/mandate.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { decisionsProblems } from './decisions.problems.ts';
import type { DecisionKind } from './proposal-facts.ts';

/** The power that a kind of decision takes. */
export const mandatedActionOf = {
  grant: 'grant',
  'partial-grant': 'grant',
  refusal: 'refuse',
  'left-untreated': 'leave-untreated',
} as const satisfies Record<DecisionKind, MandatedAction>;

/**
 * Whether the regulation leaves this decision to an official at all.
 * @throws DomainError `college-decides`
 */
export function refuseUnlessMandated(
  { decider }: Pick<RegulationDocument, 'decider'>,
  amountCents: Cents,
): void {
  if (decider.kind !== 'mandate') {
    const detail = 'Volgens de regeling beslist het bestuur zelf. Zet de aanvraag op een lijst.';
    throw DomainError.of(decisionsProblems, 'college-decides', detail);
  }
  const { upToCents } = decider;
  if (upToCents === undefined || amountCents <= upToCents) return;
  const detail = `Boven ${formatEuros(upToCents)} beslist het college zelf. Zet de aanvraag op een lijst.`;
  throw DomainError.of(decisionsProblems, 'college-decides', detail);
}

/** The mandate that was found. @throws DomainError `not-mandated` or `mandate-too-small` */
export function requireMandate<Found extends Mandate>(outcome: MandateOutcome<Found>): Found {
  switch (outcome.kind) {
    case 'mandated':
      return outcome.mandate;
    case 'above-limit': {
      const detail = `Uw mandaat gaat tot ${formatEuros(outcome.limitCents)}. Laat iemand met een ruimer mandaat beslissen, of het college.`;
      throw DomainError.of(decisionsProblems, 'mandate-too-small', detail);
    }
    case 'not-mandated': {
      const detail = 'U hebt op deze dag geen mandaat voor zo’n besluit. Zie het mandaatregister.';
      throw DomainError.of(decisionsProblems, 'not-mandated', detail);
    }
  }
}
