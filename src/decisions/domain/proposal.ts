import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { present } from '../../kernel/assert.ts';
import { type Cents, cents, formatEuros, zeroCents } from '../../kernel/money.ts';
import type { ApplicationStatus } from '../../applications/domain/lifecycle.ts';
import type { AssessedFinding } from '../../assessment/domain/assessed-finding.ts';
import type { ComputationLine } from '../../regulations/domain/computation.ts';
import type { GrantableAmount } from '../../regulations/domain/grantable-amount.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { distribute, type DistributionLine } from './distribution.ts';

export const decisionKinds = ['grant', 'partial-grant', 'refusal', 'left-untreated'] as const;

export type DecisionKind = (typeof decisionKinds)[number];

/** A criterion with what was found of it, for the reasons of a decision (Awb 3:46). */
export type DecisionReason = Pick<AssessedFinding, 'criterionCode' | 'statement' | 'basis' | 'reason'> & {
  readonly outcome: 'met' | 'not-met';
};

/** The place in the order and what was left, for an application that took part in the distribution. */
export interface OrderedPlace {
  readonly place: number;
  readonly completedOn: CalendarDate;
  readonly byLot: boolean;
  readonly remainderCents: Cents;
}

/** What the college is asked to decide on one application, with everything that led to it. */
export interface Proposal {
  readonly kind: DecisionKind;
  readonly requestedCents: Cents;
  readonly grantedCents: Cents;
  /** From the request to the granted amount; adds up to `grantedCents`. Empty without a grant. */
  readonly computation: readonly ComputationLine[];
  readonly reasons: readonly DecisionReason[];
  readonly order: OrderedPlace | null;
  /** One Dutch sentence that sums it up for the list. */
  readonly explanation: string;
}

/** An application with all that a proposal needs to know. */
export interface ProposalFacts {
  readonly applicationId: string;
  readonly number: string;
  readonly kernId: string;
  readonly status: ApplicationStatus;
  readonly completedOn: CalendarDate | null;
  readonly requestedCents: Cents;
  /** What the regulation to which the application is bound lets it have, before any ceiling. */
  readonly grantable: GrantableAmount;
  readonly findings: readonly AssessedFinding[];
  /** Whether the applicant let the term to complete pass. */
  readonly completionRanOut: boolean;
  /** Whether the four weeks for leaving it untreated have not passed yet (Awb 4:5(4)). */
  readonly mayLeaveUntreated: boolean;
}

export type ProposalOutcome =
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
  /** Cannot be put before the college yet; `reason` says in Dutch what is still to be done. */
  | { readonly kind: 'not-ready'; readonly reason: string };

function decided(finding: AssessedFinding): DecisionReason[] {
  const { criterionCode, statement, basis, reason, outcome } = finding;
  return outcome === 'needs-judgement' ? [] : [{ criterionCode, statement, basis, reason, outcome }];
}

/** What is proposed where no money is given: the kind, the reasons and one sentence. */
function withoutMoney(
  facts: ProposalFacts,
  kind: 'refusal' | 'left-untreated',
  reasons: readonly DecisionReason[],
  explanation: string,
): ProposalOutcome {
  const none = { grantedCents: zeroCents, computation: [], order: null };
  return {
    kind: 'proposed',
    proposal: { ...none, kind, requestedCents: facts.requestedCents, reasons, explanation },
  };
}

/** What follows for one application without looking at money; null when it takes part in the distribution. */
function withoutDistribution(facts: ProposalFacts): ProposalOutcome | null {
  const isIncomplete = facts.status === 'incomplete' || facts.status === 'received';
  if (isIncomplete && !facts.completionRanOut) return notReady('De aanvraag is nog niet compleet.');
  if (isIncomplete && facts.mayLeaveUntreated) {
    const explanation = 'De aanvrager heeft de aanvraag niet op tijd aangevuld (Awb 4:5).';
    return withoutMoney(facts, 'left-untreated', [], explanation);
  }
  const failed = facts.findings.filter((finding) => finding.outcome === 'not-met').flatMap(decided);
  if (failed.length > 0) {
    const explanation = `Voldoet niet: ${failed.map((reason) => reason.reason).join(' ')}`;
    return withoutMoney(facts, 'refusal', failed, explanation);
  }
  return isIncomplete ? notReady(tooLateToLeaveUntreated) : null;
}

const tooLateToLeaveUntreated =
  'Buiten behandeling laten kan niet meer (Awb 4:5, vierde lid). Beslis op de inhoud: leg vast welke voorwaarde niet is aangetoond.';

function notReady(reason: string): ProposalOutcome {
  return { kind: 'not-ready', reason };
}

/** Which criteria still need somebody's judgement, as a sentence; null when all have been judged. */
function openJudgement(facts: ProposalFacts): string | null {
  const open = facts.findings.filter((finding) => finding.outcome === 'needs-judgement');
  const sentences = open.map(({ statement, isSetAside = false }) =>
    isSetAside ? `${statement} (Wie dit beoordeelde, houdt zich nu afzijdig: Awb 2:4.)` : statement,
  );
  return open.length === 0 ? null : `Nog te beoordelen: ${sentences.join(' ')}`;
}

/** What must be known before an amount can be computed, as a sentence; null when all of it is. */
function unknownAmount({ grantable }: ProposalFacts): string | null {
  return grantable.missing.length === 0 ? null : `Nog niet bekend: ${grantable.missing.join(', ')}.`;
}

function fromDistribution(
  facts: ProposalFacts,
  line: DistributionLine,
  computation: readonly ComputationLine[],
): Proposal {
  const order = {
    place: line.place,
    completedOn: present(facts.completedOn, 'who takes part is complete'),
    byLot: line.byLot,
    remainderCents: line.remainderCents,
  };
  const kind = kindOf(line);
  const lacking = cents(line.grantedCents - line.grantableCents);
  const cut =
    lacking < 0 ? [{ label: 'Past niet binnen het plafond van de kern', amountCents: lacking }] : [];
  return {
    kind,
    requestedCents: facts.requestedCents,
    grantedCents: line.grantedCents,
    computation: kind === 'refusal' ? [] : [...computation, ...cut],
    reasons: facts.findings.flatMap(decided),
    order,
    explanation: explain(line),
  };
}

function kindOf(line: DistributionLine): DecisionKind {
  if (line.grantedCents === 0) return 'refusal';
  return line.grantedCents < line.grantableCents ? 'partial-grant' : 'grant';
}

function explain(line: DistributionLine): string {
  const place = `Plaats ${line.place} in de volgorde${line.byLot ? ' (na loting)' : ''}.`;
  const left = `Er was nog ${formatEuros(line.remainderCents)}.`;
  if (line.grantedCents === line.grantableCents) return `${place} ${left} De aanvraag past helemaal.`;
  return line.grantedCents === 0
    ? `${place} ${left} De aanvraag past niet meer binnen het plafond (Awb 4:25).`
    : `${place} ${left} De aanvrager krijgt wat er over is (Awb 4:25).`;
}

/** Stands for a kern where one budget is for all of them. */
export const sharedByKernen = 'shared';

/** What the proposals of one run have in common. */
export interface ProposalRun {
  readonly document: RegulationDocument;
  /** What is available in each kern, by kern id; under `sharedByKernen` where all kernen share one budget. */
  readonly remaindersCents: ReadonlyMap<string, Cents>;
  /** The seed of the regulation's lot; null while it does not divide its money yet. */
  readonly lotSeed: string | null;
}

/**
 * Whether money can be divided already: some regulations do so only when nobody can apply any more.
 * @param windowClosed whether the last day to apply has passed
 */
export function dividesNow({ distribution }: RegulationDocument, windowClosed: boolean): boolean {
  return windowClosed || distribution.moment === 'as-they-come';
}

/**
 * What to propose for all undecided applications of a regulation in the given kernen. Pure: the same facts,
 * remainders and seed always give the same proposals, whatever the order in which they were stored.
 * An application never gets money that one before it, complete but not yet judged, may claim.
 */
export function propose(
  run: ProposalRun,
  applications: readonly ProposalFacts[],
): ReadonlyMap<string, ProposalOutcome> {
  const outcomes = new Map<string, ProposalOutcome>();
  const perKern = new Map<string, ProposalFacts[]>();
  for (const facts of applications) {
    const outcome = withoutDistribution(facts);
    if (outcome) outcomes.set(facts.applicationId, outcome);
    else {
      const purse = run.remaindersCents.has(facts.kernId) ? facts.kernId : sharedByKernen;
      perKern.set(purse, [...(perKern.get(purse) ?? []), facts]);
    }
  }
  for (const [kernId, competing] of perKern) {
    for (const [applicationId, outcome] of inKern(run, kernId, competing))
      outcomes.set(applicationId, outcome);
  }
  return outcomes;
}

function inKern(
  run: ProposalRun,
  kernId: string,
  competing: readonly ProposalFacts[],
): [string, ProposalOutcome][] {
  const { document, remaindersCents, lotSeed } = run;
  if (lotSeed === null) {
    return competing.map(({ applicationId }) => [applicationId, notReady('De aanvraagperiode loopt nog.')]);
  }
  if (document.distribution.kind !== 'order-of-completeness') {
    const reason = 'Deze regeling verdeelt het geld niet op volgorde; leg eerst de rangorde vast.';
    return competing.map(({ applicationId }) => [applicationId, notReady(reason)]);
  }
  const candidates = competing.map((facts) => ({
    applicationId: facts.applicationId,
    number: facts.number,
    completedOn: present(facts.completedOn, 'who takes part is complete'),
    grantableCents: facts.grantable.grantableCents,
    lines: facts.grantable.lines,
    facts,
  }));
  const candidateOf = new Map(candidates.map((candidate) => [candidate.applicationId, candidate]));
  const availableCents = present(remaindersCents.get(kernId), 'each kern has a remainder');
  let earlierPending = false;
  return distribute(document.distribution, candidates, availableCents, lotSeed).map((line) => {
    const { facts, lines } = present(candidateOf.get(line.applicationId), 'each line is of a candidate');
    const open = openJudgement(facts) ?? unknownAmount(facts);
    if (open !== null) {
      earlierPending = true;
      return [line.applicationId, notReady(open)];
    }
    if (earlierPending && line.grantedCents < line.grantableCents) {
      return [line.applicationId, notReady('Een eerdere aanvraag in deze kern is nog niet beoordeeld.')];
    }
    return [line.applicationId, { kind: 'proposed', proposal: fromDistribution(facts, line, lines) }];
  });
}
