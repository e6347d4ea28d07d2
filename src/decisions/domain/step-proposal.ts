import { formatEuros, zeroCents } from '../../kernel/money.ts';
import type { StepProposal } from '../../assessment/domain/step-proposal.ts';
import type { Proposal, ProposalFacts, ProposalOutcome } from './proposal-facts.ts';
import type { Deviation, StepStanding, WeighedProposal } from './proposed-otherwise.ts';
import { sameValue } from './same-value.ts';

type Weighed = Pick<WeighedProposal, 'standing' | 'explanation' | 'deviation'>;

function computedStands(standing: Exclude<Weighed['standing'], 'followed'>, explanation: string): Weighed {
  return { standing, explanation, deviation: null };
}

/** The law is no proposal: what has to be refused, and what the ceiling keeps back, stays so (Awb 4:25). */
function whyNotMore({ kind, grantedCents, order }: Proposal): string {
  if (kind === 'left-untreated') return neverComplete;
  const isShort = order !== null && order.lackingCents > 0;
  if (kind === 'refusal') {
    return isShort
      ? 'Er is binnen het plafond niets meer over; dan moet de aanvraag worden afgewezen (Awb 4:25).'
      : 'Volgens de regeling moet de aanvraag worden afgewezen; daarvan kan een voorstel niet afwijken.';
  }
  const most = formatEuros(grantedCents);
  return isShort
    ? `Binnen het plafond kan niet meer dan ${most} worden gegeven (Awb 4:25).`
    : `Volgens de regeling kan niet meer dan ${most} worden gegeven.`;
}

const neverComplete =
  'De aanvraag is niet op tijd aangevuld; dan wordt zij buiten behandeling gelaten (Awb 4:5).';
const agrees = 'Het voorstel is wat de regeling berekent.';

/** What to propose instead of what was computed. */
function followed({ grantedCents }: Proposal, deviation: Deviation): Weighed {
  const proposed = deviation.kind === 'refusal' ? 'afwijzen' : formatEuros(deviation.grantedCents);
  const explanation = `Berekend is ${formatEuros(grantedCents)}, voorgesteld is ${proposed}; de reden staat bij het voorstel.`;
  return { standing: 'followed', explanation, deviation };
}

function weighedRefusal(proposal: Proposal, reason: string): Weighed {
  if (proposal.kind === 'refusal') return computedStands('agrees', agrees);
  if (proposal.kind === 'left-untreated') return computedStands('not-possible', neverComplete);
  return followed(proposal, { kind: 'refusal', grantedCents: zeroCents, reason });
}

function weighedGrant(
  proposal: Proposal,
  { amountCents, reason }: StepProposal,
  { leastCents = zeroCents }: Pick<ProposalFacts, 'leastCents'>,
): Weighed {
  const { grantedCents } = proposal;
  if (grantedCents === zeroCents || (amountCents ?? zeroCents) > grantedCents) {
    return computedStands('not-possible', whyNotMore(proposal));
  }
  if (amountCents === null || amountCents === grantedCents) return computedStands('agrees', agrees);
  if (amountCents < leastCents) {
    const least = `Minder dan het minimum van ${formatEuros(leastCents)} geeft de regeling niet.`;
    return computedStands('not-possible', least);
  }
  return followed(proposal, { kind: 'partial-grant', grantedCents: amountCents, reason });
}

/**
 * Holds what was proposed in the way of working against what is computed. It counts as far as it gives no more than the
 * regulation and the ceiling allow, and no less than the least that the regulation gives; else what is computed stands.
 * It decides nothing: the college or who has a mandate does.
 */
export function weighed(
  proposal: Proposal,
  step: StepProposal,
  facts: Pick<ProposalFacts, 'leastCents'>,
): WeighedProposal {
  const { outcome, amountCents, reason, isSetAside } = step;
  const said = { outcome, amountCents, reason };
  if (isSetAside) {
    return {
      ...said,
      ...computedStands('set-aside', 'Wie dit voorstelde, houdt zich nu afzijdig (Awb 2:4).'),
    };
  }
  const held =
    outcome === 'negative' ? weighedRefusal(proposal, reason) : weighedGrant(proposal, step, facts);
  return { ...said, ...held };
}

/** Puts beside each computed proposal what was proposed in the way of working, where somebody did. */
export function withStepProposals(
  outcomes: ReadonlyMap<string, ProposalOutcome>,
  facts: readonly ProposalFacts[],
): ReadonlyMap<string, ProposalOutcome> {
  const known = new Map(facts.map((each) => [each.applicationId, each]));
  return new Map(
    [...outcomes].map(([applicationId, outcome]) => {
      const of = known.get(applicationId);
      if (outcome.kind !== 'proposed' || of?.stepProposal === undefined) return [applicationId, outcome];
      const { proposal } = outcome;
      const inStep = weighed(proposal, of.stepProposal, of);
      return [applicationId, { kind: 'proposed', proposal: { ...proposal, inStep } }];
    }),
  );
}

interface StandingLine {
  readonly proposal: Proposal;
  readonly deviation: Deviation | null;
}

/**
 * What became on a line of what was proposed in the way of working, and why; null where nothing was proposed. Who made the
 * list has the last word on what is put before the college.
 */
export function standingOf({
  proposal: { inStep },
  deviation,
}: StandingLine): { readonly standing: StepStanding; readonly explanation: string } | null {
  if (inStep === undefined) return null;
  const isOtherwise = deviation !== null && !sameValue(deviation, inStep.deviation);
  return isOtherwise ? { standing: 'otherwise', explanation: madeOtherwise } : inStep;
}

const madeOtherwise = 'Wie de lijst maakte, stelt iets anders voor; de reden staat bij de regel.';

/** Whether the line proposes something else than was proposed in the way of working. */
export function isNotFollowed(standing: ReturnType<typeof standingOf>): boolean {
  return standing !== null && standing.standing !== 'agrees' && standing.standing !== 'followed';
}
