import { present } from '../../kernel/assert.ts';
import { type Cents, cents, formatEuros, zeroCents } from '../../kernel/money.ts';
import type { ComputationLine } from '../../regulations/domain/computation.ts';
import { cutGrounds } from '../../regulations/domain/cut-grounds.ts';
import type { Share } from './distribution/candidate.ts';
import type {
  DecisionKind,
  DecisionReason,
  OrderedPlace,
  Proposal,
  ProposalFacts,
} from './proposal-facts.ts';

const placeBasis = 'de verdeling in de regeling';

function kindOf({ grantedCents, grantableCents }: Share): DecisionKind {
  if (grantedCents === 0) return 'refusal';
  return grantedCents < grantableCents ? 'partial-grant' : 'grant';
}

/**
 * What is left out of what the regulation lets somebody have.
 * @param dividableCents what it could get by the way of dividing, such as what was handed in for it in vouchers
 */
export function leftOut(
  grantableCents: Cents,
  dividableCents: Cents,
  grantedCents: Cents,
): ComputationLine[] {
  const narrowed = {
    ...{ label: 'Meer laat de verdeling niet toe', amountCents: dividableCents - grantableCents },
    because: cutGrounds.division,
  };
  const cut = {
    ...{ label: 'Past niet binnen het plafond', amountCents: grantedCents - dividableCents },
    because: cutGrounds.ceiling,
  };
  return [narrowed, cut]
    .filter(({ amountCents }) => amountCents < 0)
    .map((line) => ({ ...line, amountCents: cents(line.amountCents) }));
}

/** Why it gets what it gets: the place, what was left, and what follows from the two. */
function explain(share: Share, { leastCents = zeroCents }: ProposalFacts): string {
  const { place, standing, byLot, remainderCents, grantedCents, grantableCents, declined } = share;
  if (place === null) return standing;
  const stood = `Plaats ${place} in de volgorde${byLot ? ' (na loting)' : ''}.`;
  const left = `Er was nog ${formatEuros(remainderCents)}.`;
  const follows = declined
    ? 'De aanvrager wil geen deel van het bedrag.'
    : remainderCents > 0 && grantedCents === 0 && remainderCents < leastCents
      ? `Dat is minder dan het minimum van ${formatEuros(leastCents)} dat de regeling geeft.`
      : outcomeSentence(grantedCents, grantableCents);
  return [standing, stood, left, follows].filter((sentence) => sentence !== '').join(' ');
}

function outcomeSentence(grantedCents: number, grantableCents: number): string {
  if (grantedCents === grantableCents) return 'De aanvraag past helemaal.';
  return grantedCents === 0
    ? 'De aanvraag past niet meer binnen het plafond (Awb 4:25).'
    : 'De aanvrager krijgt wat er over is (Awb 4:25).';
}

/** What a place that was not earned, or a part that was not wanted, means for the reasons of the decision. */
function ownReasons({ place, standing, declined }: Share): DecisionReason[] {
  if (place === null) {
    const statement = 'Het plan haalt wat de regeling voor een plaats in de volgorde vraagt.';
    return [{ criterionCode: 'place', statement, basis: placeBasis, reason: standing, outcome: 'not-met' }];
  }
  if (!declined) return [];
  const statement = 'De aanvrager wil het deel dat er nog is.';
  const reason = 'U liet weten dat u aan een deel van het bedrag niets hebt.';
  return [{ criterionCode: 'remainder', statement, basis: placeBasis, reason, outcome: 'not-met' }];
}

function orderOf(
  { place, standing, byLot, remainderCents, grantableCents, grantedCents }: Share,
  facts: ProposalFacts,
): OrderedPlace | null {
  if (place === null) return null;
  const completedOn = present(facts.completedOn, 'who takes part is complete');
  const lackingCents = cents(grantableCents - grantedCents);
  return { place, standing, completedOn, byLot, remainderCents, lackingCents };
}

/** Writes down what an application gets of the money as a proposal to the college. */
export function proposalFrom(facts: ProposalFacts, share: Share, met: readonly DecisionReason[]): Proposal {
  const kind = kindOf(share);
  const { grantableCents, lines } = facts.grantable;
  return {
    kind,
    requestedCents: facts.requestedCents,
    grantableCents,
    grantedCents: share.grantedCents,
    computation:
      kind === 'refusal'
        ? []
        : [...lines, ...leftOut(grantableCents, share.grantableCents, share.grantedCents)],
    reasons: [...met, ...ownReasons(share)],
    order: orderOf(share, facts),
    explanation: [explain(share, facts), facts.remark].filter((sentence) => sentence !== '').join(' '),
  };
}
