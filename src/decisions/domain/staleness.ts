import type { Proposal, ProposalOutcome } from './proposal-facts.ts';
import { sameValue } from './same-value.ts';
import { changedSince, changesSince, type StoredInputs } from './stored-inputs.ts';

/** More than these make a message that nobody reads. */
const mostChangesTold = 10;

interface ListedLine {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly proposal: Proposal;
}

/** What makes that a list no longer says what would be proposed now. */
export interface Staleness {
  /** The applications of which the line is different now, by their numbers. */
  readonly numbers: readonly string[];
  /** What changed, as Dutch sentences. */
  readonly changes: readonly string[];
}

/**
 * Compares a list with what would be proposed now.
 * @param before what the list was computed from; null for a list of before this was kept
 */
export function stalenessOf(
  lines: readonly ListedLine[],
  before: StoredInputs | null,
  now: { readonly outcomes: ReadonlyMap<string, ProposalOutcome>; readonly inputs: StoredInputs },
): Staleness {
  const corrected = changedSince(before, now.inputs);
  const changed = lines.filter(({ applicationId, proposal }) => {
    if (corrected.has(applicationId)) return true;
    const outcome = now.outcomes.get(applicationId);
    return outcome?.kind !== 'proposed' || !sameValue(outcome.proposal, proposal);
  });
  return {
    numbers: changed.map(({ applicationNumber }) => applicationNumber),
    changes: changesSince(before, now.inputs).slice(0, mostChangesTold),
  };
}
