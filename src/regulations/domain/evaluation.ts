import type { ApplicationFacts, ComputedFinding } from './finding.ts';
import { fact, found } from './finding.ts';
import { type GrantableAmount, grantableAmount, type RemainingLimit } from './grantable-amount.ts';
import { formatEuros } from '../../kernel/money.ts';
import { groupNames, type RegulationDocument } from './regulation-document.ts';
import { rulesOf } from './regulation-groups.ts';

/** Whom letters mention first: these three are in every regulation. */
const first = ['in-time', 'applicant', 'before-activity'];

function byPlace(code: string): number {
  const place = first.indexOf(code);
  return place < 0 ? first.length : place;
}

const amountCriterion = {
  code: 'amount',
  statement: 'Uit de berekening volgt een bijdrage.',
  basis: 'de berekening van de bijdrage',
};

/** Who gets nothing by the computation hears why; otherwise the amount speaks for itself. */
function findAmount(amount: GrantableAmount, facts: ApplicationFacts): ComputedFinding[] {
  const none = amount.missing.length === 0 && amount.grantableCents === 0 && facts.requestedCents > 0;
  if (!none) return [];
  const steps = amount.lines
    .map(({ label, amountCents }) => `${label}: ${formatEuros(amountCents)}`)
    .join('; ');
  const used = [fact('gevraagd', formatEuros(facts.requestedCents))];
  return [
    found(amountCriterion, 'not-met', `Volgens de berekening is er geen bijdrage: ${steps}.`, used, steps),
  ];
}

/**
 * Every condition of the regulation with what the facts say of it: computed where the facts decide,
 * `needs-judgement` where people must judge. The order is fixed: same facts, same findings.
 */
export function evaluate(document: RegulationDocument, facts: ApplicationFacts): ComputedFinding[] {
  const computed = groupNames.flatMap((group) => rulesOf(group).findings?.(document, facts) ?? []);
  computed.sort((one, other) => byPlace(one.criterionCode) - byPlace(other.criterionCode));
  const judged = document.criteria.map(({ code, statement, basis }) =>
    found({ code, statement, basis }, 'needs-judgement', `Een medewerker beoordeelt: ${statement}`),
  );
  return [...computed, ...findAmount(grantableAmount(document, facts), facts), ...judged];
}

/** What an application can count on, and why, before anybody judged it. */
export interface Evaluation {
  readonly findings: readonly ComputedFinding[];
  readonly amount: GrantableAmount;
}

/** Findings and amount together, with what is left of each limit as an argument. Pure. */
export function evaluation(
  document: RegulationDocument,
  facts: ApplicationFacts,
  limits: readonly RemainingLimit[] = [],
): Evaluation {
  return { findings: evaluate(document, facts), amount: grantableAmount(document, facts, limits) };
}
