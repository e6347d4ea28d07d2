import { type Cents, cents, formatEuros, sumCents, zeroCents } from '../../kernel/money.ts';
import type { DecisionKind, Proposal } from './proposal-facts.ts';

/** The most applications of one list: the college decides on a whole list at once, so it is read as a whole. */
export const mostLines = 10_000;

export const lineOutcomes = ['as-proposed', 'changed', 'deferred'] as const;

export type LineOutcome = (typeof lineOutcomes)[number];

/** What the college decided on one line of the list. */
export type LineResolution =
  | { readonly outcome: 'as-proposed' }
  | { readonly outcome: 'deferred'; readonly reason: string }
  | {
      readonly outcome: 'changed';
      readonly kind: 'grant' | 'partial-grant' | 'refusal';
      readonly grantedCents: Cents;
      readonly reason: string;
    };

/** What a decision is made of, after the college has spoken. */
export interface ResolvedLine {
  readonly kind: DecisionKind;
  readonly grantedCents: Cents;
  readonly proposal: Proposal;
  /** Why the college differs from the proposal, or null. */
  readonly changeReason: string | null;
}

export type LineFault = 'amount-does-not-fit-kind' | 'more-than-requested' | 'not-complete' | 'not-in-favour';

function faultOf(
  change: Extract<LineResolution, { outcome: 'changed' }>,
  proposal: Proposal,
): LineFault | null {
  const { kind, grantedCents } = change;
  // A changed decision in somebody's favour gives more than there was; taking away is a decision of another kind (Awb 4:48).
  if (proposal.earlierCents !== undefined && grantedCents <= proposal.earlierCents) return 'not-in-favour';
  if ((kind === 'refusal') !== (grantedCents === 0)) return 'amount-does-not-fit-kind';
  if (grantedCents > proposal.requestedCents) return 'more-than-requested';
  if (kind === 'partial-grant' && grantedCents === proposal.requestedCents) return 'amount-does-not-fit-kind';
  // What was never completed was never judged, and may lack the dates that a grant must name (Awb 4:30).
  if (kind !== 'refusal' && proposal.kind === 'left-untreated') return 'not-complete';
  return null;
}

/**
 * Applies what the college decided to what was proposed. Null for a deferred line: no decision follows yet.
 * @returns the fault when a changed line contradicts itself
 */
export function resolveLine(proposal: Proposal, resolution: LineResolution): ResolvedLine | LineFault | null {
  switch (resolution.outcome) {
    case 'deferred':
      return null;
    case 'as-proposed':
      return { kind: proposal.kind, grantedCents: proposal.grantedCents, proposal, changeReason: null };
    case 'changed': {
      const { kind, grantedCents, reason } = resolution;
      return (
        faultOf(resolution, proposal) ?? {
          kind,
          grantedCents,
          proposal: { ...proposal, computation: changedComputation(proposal, resolution) },
          changeReason: reason,
        }
      );
    }
  }
}

function changedComputation(proposal: Proposal, change: { grantedCents: Cents }): Proposal['computation'] {
  if (change.grantedCents === 0) return [];
  const asked = { label: 'U vroeg', amountCents: proposal.requestedCents };
  const lessCents = cents(change.grantedCents - proposal.requestedCents);
  return lessCents === 0
    ? [asked]
    : [asked, { label: 'Anders besloten door het college', amountCents: lessCents }];
}

/** The sum of what is granted, per kern; for the list and for checking it against what is left. */
export function totalsPerKern(
  lines: readonly { readonly kernId: string; readonly grantedCents: Cents }[],
): ReadonlyMap<string, Cents> {
  const totals = new Map<string, Cents>();
  for (const { kernId, grantedCents } of lines) {
    totals.set(kernId, sumCents([totals.get(kernId) ?? zeroCents, grantedCents]));
  }
  return totals;
}

/** Says how far a total exceeds what is left, or null when it fits. */
export function excessSentence(totalCents: Cents, availableCents: Cents, kernName: string): string | null {
  if (totalCents <= availableCents) return null;
  return `De lijst legt voor ${kernName} ${formatEuros(totalCents)} vast, maar er is nog ${formatEuros(availableCents)} (Awb 4:25).`;
}
