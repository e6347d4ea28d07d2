import { DomainError, type InputFault } from '../../kernel/domain-error.ts';
import type { Cents } from '../../kernel/money.ts';
import { budgetOfKern } from '../../budgets/domain/ledger-state.ts';
import { budgetsProblems } from '../../budgets/domain/budgets.problems.ts';
import { decisionsProblems } from './decisions.problems.ts';
import { type Proposal, sharedByKernen } from './proposal.ts';
import {
  excessSentence,
  type LineFault,
  type LineResolution,
  type ResolvedLine,
  resolveLine,
  totalsPerKern,
} from './resolution.ts';

const faultTexts = {
  'amount-does-not-fit-kind':
    'Een afwijzing is nul euro, een verlening meer dan nul en een gedeeltelijke verlening minder dan gevraagd.',
  'more-than-requested': 'Het college kan niet meer geven dan is gevraagd.',
  'not-complete': 'Deze aanvraag is nooit compleet geworden; dan kan het college haar niet verlenen.',
} as const satisfies Record<LineFault, string>;

interface ListedLine {
  readonly applicationId: string;
  readonly proposal: Proposal;
}

/** Everything that is wrong with the lines of a resolution, at once; null when they fit the list. */
export function lineFaults(
  lines: readonly ListedLine[],
  resolutions: ReadonlyMap<string, LineResolution>,
): DomainError | null {
  const proposals = new Map(lines.map((line) => [line.applicationId, line.proposal]));
  const faults: InputFault[] = [];
  [...resolutions].forEach(([applicationId, resolution], index) => {
    const proposal = proposals.get(applicationId);
    const location = `/lines/${index}`;
    if (proposal === undefined) {
      const detail = 'Deze aanvraag staat niet op de lijst.';
      faults.push({ in: 'body', location: `${location}/applicationId`, code: 'not-on-list', detail });
      return;
    }
    const resolved = resolveLine(proposal, resolution);
    if (typeof resolved === 'string') {
      faults.push({ in: 'body', location, code: resolved, detail: faultTexts[resolved] });
    }
  });
  if (faults.length === 0) return null;
  return DomainError.of(decisionsProblems, 'lines-do-not-match', 'Verbeter de genoemde regels.', faults);
}

interface DecidedAmounts {
  readonly line: { readonly kernId: string; readonly proposal: Proposal };
  readonly resolved: ResolvedLine | null;
}

/**
 * Whether what is granted, with what deferred lines were to get, exceeds what a kern has left (Awb 4:25).
 * A deferred application keeps its chance, so its amount may not go to others.
 */
export function overspending(
  decided: readonly DecidedAmounts[],
  budgets: readonly { readonly kernId: string | null; readonly available: Cents }[],
  kernNames: ReadonlyMap<string, string>,
): DomainError | null {
  const totals = totalsPerKern(
    decided.map(({ line, resolved }) => ({
      kernId: budgetOfKern(budgets, line.kernId)?.kernId ?? sharedByKernen,
      grantedCents: resolved === null ? line.proposal.grantedCents : resolved.grantedCents,
    })),
  );
  for (const budget of budgets) {
    const place = budget.kernId ?? sharedByKernen;
    const total = totals.get(place) ?? (0 as Cents);
    const sentence = excessSentence(total, budget.available, kernNames.get(place) ?? 'de hele regeling');
    if (sentence !== null) return DomainError.of(budgetsProblems, 'ceiling-reached', sentence);
  }
  return null;
}
