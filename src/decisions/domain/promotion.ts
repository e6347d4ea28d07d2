import { present } from '../../kernel/assert.ts';
import { type Cents, cents, formatEuros, smallestCents, zeroCents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { Candidate, Share } from './distribution/candidate.ts';
import { distributeAgain } from './distribution/distribute.ts';
import { Limits } from './distribution/limits.ts';
import { leftOut } from './explained-share.ts';
import { propose, type ProposalRun } from './proposal.ts';
import {
  type DecisionReason,
  notReady,
  type Proposal,
  type ProposalFacts,
  type ProposalOutcome,
} from './proposal-facts.ts';
import type { WaitingPlace } from './waiting-place.ts';

/** An application that was decided on, and that could get more. */
export interface WaitingFacts {
  readonly applicationId: string;
  readonly number: string;
  readonly limitIds: readonly string[];
  readonly requestedCents: Cents;
  readonly place: WaitingPlace;
  /** What was granted so far; zero after a refusal. */
  readonly earlierCents: Cents;
  /** What it lacks still; more than zero. */
  readonly lackingCents: Cents;
  /** What was found of it when it was decided on. */
  readonly reasons: readonly DecisionReason[];
}

/**
 * What can be granted of money that came free, to whom, in the order that they had. Pure: the same facts, limits and
 * seed give the same outcome. Who waits has no claim, and who is not decided on yet has one: what an undecided
 * application may get is left alone (Awb 4:25).
 * @param undecided what competes for the same money and still waits for a first decision
 */
export function promote(
  run: ProposalRun,
  undecided: readonly ProposalFacts[],
  waiting: readonly WaitingFacts[],
): ReadonlyMap<string, ProposalOutcome> {
  const { document, lotSeed } = run;
  const outcomes = new Map<string, ProposalOutcome>();
  const served: WaitingFacts[] = [];
  for (const facts of waiting) {
    const why = notServed(document, facts);
    if (why === null) served.push(facts);
    else outcomes.set(facts.applicationId, notReady(why));
  }
  const factsById = new Map(served.map((facts) => [facts.applicationId, facts]));
  const left = afterClaims(run, undecided);
  for (const share of distributeAgain(document.distribution, served.map(candidateOf), left, lotSeed ?? '')) {
    const facts = present(factsById.get(share.applicationId), 'each share is of who waits');
    outcomes.set(share.applicationId, outcomeOf(facts, share));
  }
  return outcomes;
}

/** Why somebody cannot be served at all, as a Dutch sentence; null for who can. */
function notServed(
  { distribution }: Pick<RegulationDocument, 'distribution'>,
  { limitIds, place }: WaitingFacts,
): string | null {
  if (limitIds.length === 0) return 'Er is geen budget meer waaruit dit kan worden betaald.';
  return place.method === distribution.kind
    ? null
    : 'De regeling verdeelt het geld nu anders dan toen hierover is besloten.';
}

function candidateOf(facts: WaitingFacts): Candidate {
  const { applicationId, number, limitIds, place, earlierCents, lackingCents } = facts;
  const { leastCents, pool, period, rolling, completedOn, compared, declinesPart } = place;
  return {
    ...{ applicationId, number, limitIds, pool, period, rolling, completedOn, compared, declinesPart },
    grantableCents: lackingCents,
    // Who has something already may get little more.
    leastCents: earlierCents === zeroCents ? leastCents : undefined,
  };
}

/** What is left under each limit when everybody who is not decided on yet would get what he or she may claim. */
function afterClaims(run: ProposalRun, undecided: readonly ProposalFacts[]): ReadonlyMap<string, Cents> {
  const limits = new Limits(run.left);
  const outcomes = propose(run, undecided);
  for (const facts of undecided) {
    if (facts.limitIds.length === 0) continue;
    const claim = claimOf(facts, outcomes.get(facts.applicationId));
    limits.take(facts, smallestCents(claim, limits.leftFor(facts)));
  }
  return new Map([...run.left.keys()].map((id) => [id, cents(limits.left(id))]));
}

/** What an undecided application may get: what is proposed, and before that all that it could be. */
function claimOf(
  { completedOn, requestedCents, grantable }: ProposalFacts,
  outcome: ProposalOutcome | undefined,
): Cents {
  if (outcome?.kind === 'proposed') return outcome.proposal.grantedCents;
  if (completedOn === null) return zeroCents;
  return grantable.missing.length > 0 ? requestedCents : grantable.grantableCents;
}

function outcomeOf(facts: WaitingFacts, share: Share): ProposalOutcome {
  if (share.grantedCents > 0) return { kind: 'proposed', proposal: proposalOf(facts, share) };
  const lacks = `Komt nog ${formatEuros(facts.lackingCents)} tekort.`;
  return notReady(
    share.declined
      ? `${lacks} De aanvrager wil geen deel van het bedrag.`
      : `${lacks} Er is geen geld vrijgekomen dat hiervoor kan worden gebruikt.`,
  );
}

function proposalOf(facts: WaitingFacts, share: Share): Proposal {
  const { earlierCents, lackingCents, requestedCents, place, reasons } = facts;
  const grantedCents = cents(earlierCents + share.grantedCents);
  const stillLacking = cents(lackingCents - share.grantedCents);
  const dividableCents = cents(grantedCents + stillLacking);
  return {
    kind: stillLacking === 0 ? 'grant' : 'partial-grant',
    ...{ requestedCents, grantableCents: place.grantableCents, grantedCents, earlierCents },
    computation: [...place.lines, ...leftOut(place.grantableCents, dividableCents, grantedCents)],
    reasons: [...reasons.filter(({ outcome }) => outcome === 'met'), cameFree],
    order: {
      place: present(share.place, 'who waits has a place'),
      ...{ standing: share.standing, completedOn: place.completedOn, byLot: share.byLot },
      remainderCents: share.remainderCents,
      lackingCents: stillLacking,
    },
    explanation: explain(facts, share),
  };
}

const cameFree: DecisionReason = {
  criterionCode: 'money-came-free',
  statement: 'Er is geld vrijgekomen voor wie te weinig kreeg.',
  basis: 'de verdeling in de regeling',
  reason: 'Het geld gaat naar u, in de volgorde die eerder is bepaald.',
  outcome: 'met',
};

function explain({ earlierCents, lackingCents }: WaitingFacts, share: Share): string {
  const stood = `Plaats ${share.place} op de wachtlijst${share.byLot ? ' (na loting)' : ''}.`;
  const before = `Kreeg ${formatEuros(earlierCents)} en kwam ${formatEuros(lackingCents)} tekort.`;
  const free = `Er is ${formatEuros(share.remainderCents)} vrij; daarvan gaat ${formatEuros(share.grantedCents)} hierheen.`;
  return [share.standing, stood, before, free].filter((sentence) => sentence !== '').join(' ');
}
