import { DomainError } from '../../kernel/domain-error.ts';
import { type Cents, sumCents, zeroCents } from '../../kernel/money.ts';
import { budgetsProblems } from '../../budgets/domain/budgets.problems.ts';
import type { LedgerState } from '../../budgets/domain/ledger-state.ts';
import { type Abstention, abstentionFaults } from './abstention.ts';
import { decisionsProblems } from './decisions.problems.ts';
import { addedCents, proposedCents } from './deviation.ts';
import type { Deviation } from './proposed-otherwise.ts';
import { leftUnder, type MoneyPlace, nameOfLimit } from './money-place.ts';
import type { Proposal } from './proposal-facts.ts';
import {
  excessSentence,
  type LineFault,
  type LineResolution,
  type ResolvedLine,
  resolveLine,
} from './resolution.ts';

const faultTexts = {
  'amount-does-not-fit-kind':
    'Een afwijzing is nul euro, een verlening meer dan nul en een gedeeltelijke verlening minder dan gevraagd.',
  'more-than-requested': 'Het college kan niet meer geven dan is gevraagd.',
  'not-complete': 'Deze aanvraag is nooit compleet geworden; dan kan het college haar niet verlenen.',
  'not-in-favour': 'Een gewijzigd besluit geeft meer dan eerder is toegekend. Houd de regel anders aan.',
} as const satisfies Record<LineFault, string>;

interface ListedLine {
  readonly applicationId: string;
  readonly proposal: Proposal;
}

/** Everything that is wrong with the lines of a resolution, at once; null when they fit the list. */
export function lineFaults(
  lines: readonly ListedLine[],
  resolutions: ReadonlyMap<string, LineResolution>,
  abstentions: readonly Abstention[],
): DomainError | null {
  const proposals = new Map(lines.map((line) => [line.applicationId, line.proposal]));
  const faults = abstentionFaults(new Set(proposals.keys()), abstentions);
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
  readonly line: { readonly proposal: Proposal; readonly deviation: Deviation | null };
  readonly place: Pick<MoneyPlace, 'limitIds'>;
  readonly resolved: ResolvedLine | null;
}

/**
 * Whether what is granted, with what deferred lines were to get, exceeds what is left under any limit (Awb 4:25).
 * A deferred application keeps its chance, so its amount may not go to others. What is granted alone and exceeds the
 * limit of a category, a theme or the scheme is left to the ledger, which tells what is left in each of them.
 */
export function overspending(decided: readonly DecidedAmounts[], ledger: LedgerState): DomainError | null {
  const granted = totalsPerLimit(decided, ({ line, resolved }) =>
    resolved === null ? zeroCents : addedCents(line.proposal, resolved.grantedCents),
  );
  const kept = totalsPerLimit(decided, ({ line, resolved }) =>
    addedCents(line.proposal, resolved?.grantedCents ?? proposedCents(line)),
  );
  for (const [id, left] of leftUnder(ledger)) {
    if (!ledger.budgets.has(id) && (granted.get(id) ?? zeroCents) > left) continue;
    const sentence = excessSentence(kept.get(id) ?? zeroCents, left, nameOfLimit(id, ledger));
    if (sentence !== null) return DomainError.of(budgetsProblems, 'ceiling-reached', sentence);
  }
  return null;
}

function totalsPerLimit(
  decided: readonly DecidedAmounts[],
  amountOf: (line: DecidedAmounts) => Cents,
): ReadonlyMap<string, Cents> {
  const totals = new Map<string, Cents>();
  for (const line of decided) {
    for (const id of line.place.limitIds) {
      totals.set(id, sumCents([totals.get(id) ?? zeroCents, amountOf(line)]));
    }
  }
  return totals;
}
