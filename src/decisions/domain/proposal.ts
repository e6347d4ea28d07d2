import { present } from '../../kernel/assert.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type Cents, formatEuros, zeroCents } from '../../kernel/money.ts';
import type { AssessedFinding } from '../../assessment/domain/assessed-finding.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { Candidate, Compared, Share } from './distribution/candidate.ts';
import { compares, distribute, lacks } from './distribution/distribute.ts';
import { proposalFrom } from './explained-share.ts';
import {
  type DecisionReason,
  notReady,
  type PeriodFacts,
  type Proposal,
  type ProposalFacts,
  type ProposalOutcome,
} from './proposal-facts.ts';

function decided(finding: AssessedFinding): DecisionReason[] {
  const { criterionCode, statement, basis, reason, outcome } = finding;
  return outcome === 'needs-judgement' ? [] : [{ criterionCode, statement, basis, reason, outcome }];
}

/** What is proposed where no money is given: the kind, the reasons and one sentence. */
function withoutMoney(
  { requestedCents, grantable }: ProposalFacts,
  kind: 'refusal' | 'left-untreated',
  reasons: readonly DecisionReason[],
  explanation: string,
): ProposalOutcome {
  const { grantableCents } = grantable;
  const none = { grantedCents: zeroCents, computation: [], order: null };
  return {
    kind: 'proposed',
    proposal: { ...none, kind, requestedCents, grantableCents, reasons, explanation },
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
    if (facts.stillBusy !== undefined) return notReady(facts.stillBusy);
    const explanation = `Voldoet niet: ${failed.map((reason) => reason.reason).join(' ')}`;
    return withoutMoney(facts, 'refusal', failed, explanation);
  }
  return isIncomplete ? notReady(tooLateToLeaveUntreated) : null;
}

const tooLateToLeaveUntreated =
  'Buiten behandeling laten kan niet meer (Awb 4:5, vierde lid). Beslis op de inhoud: leg vast welke voorwaarde niet is aangetoond.';

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

/** What the proposals of one run have in common. */
export interface ProposalRun {
  readonly document: RegulationDocument;
  readonly today: CalendarDate;
  /** What is left under each limit, by its id. */
  readonly left: ReadonlyMap<string, Cents>;
  /** The seed of the regulation's lot; null while it does not divide its money yet. */
  readonly lotSeed: string | null;
}

/** Whether money can be divided among the applications of a period: some regulations do so only when it has closed. */
export function dividesNow(
  { distribution }: Pick<RegulationDocument, 'distribution'>,
  { closed, rolling }: PeriodFacts,
): boolean {
  return closed || rolling || distribution.moment === 'as-they-come';
}

/** An application that takes part, with what is still open about it. Of many, none is written out a second time. */
class Entry implements Candidate {
  readonly facts: ProposalFacts;
  readonly grantableCents: Cents;
  readonly open: string | null;

  constructor({ distribution }: RegulationDocument, facts: ProposalFacts) {
    const amount = unknownAmount(facts);
    this.facts = facts;
    // Whoever may get more than is known yet, may get all that was asked.
    this.grantableCents = amount === null ? facts.grantable.grantableCents : facts.requestedCents;
    this.open = openJudgement(facts) ?? amount ?? facts.stillBusy ?? lacks(distribution, this);
  }

  get applicationId(): string {
    return this.facts.applicationId;
  }

  get number(): string {
    return this.facts.number;
  }

  get period(): number {
    return this.facts.period.index;
  }

  get rolling(): boolean {
    return this.facts.period.rolling;
  }

  get completedOn(): CalendarDate {
    return present(this.facts.completedOn, 'who takes part is complete');
  }

  get pool(): string {
    return this.facts.pool;
  }

  get limitIds(): readonly string[] {
    return this.facts.limitIds;
  }

  get declinesPart(): boolean {
    return this.facts.declinesPart;
  }

  get compared(): Compared {
    return this.facts.compared;
  }

  get leastCents(): Cents | undefined {
    return this.facts.leastCents;
  }
}

const poolWaits =
  'Een andere aanvraag in deze ronde is nog niet klaar; aanvragen worden met elkaar vergeleken.';
const roundFirst = 'Eerst wordt beslist over wie in een eerdere ronde aanvroeg.';

/**
 * What to propose for all undecided applications that compete for the same money. Pure: the same facts, limits and
 * seed always give the same proposals, whatever the order in which they were stored.
 * An application never gets money that one before it, complete but not yet judged, may claim.
 */
export function propose(
  run: ProposalRun,
  applications: readonly ProposalFacts[],
): ReadonlyMap<string, ProposalOutcome> {
  const outcomes = new Map<string, ProposalOutcome>();
  const entries: Entry[] = [];
  const waiting = new Set<string>();
  for (const facts of applications) {
    const outcome = withoutBudget(facts) ?? withoutDistribution(facts) ?? notYet(run, facts);
    if (outcome === null) entries.push(new Entry(run.document, facts));
    else outcomes.set(facts.applicationId, outcome);
    if (outcome?.kind === 'not-ready') waiting.add(roundOf(facts));
  }
  const taking = withoutUnsettled(run, entries, waiting, outcomes);
  divideAmong(run, taking, outcomes);
  return outcomes;
}

function roundOf({ pool, period }: ProposalFacts): string {
  return `${period.index} ${pool}`;
}

/** Every decision is about a budget, also one that gives nothing. */
function withoutBudget({ limitIds }: ProposalFacts): ProposalOutcome | null {
  return limitIds.length > 0 ? null : notReady('Voor het jaar van deze aanvraag is er nog geen budget.');
}

/** Why nothing can be divided for an application yet; null when it can. */
function notYet({ document, today, lotSeed }: ProposalRun, facts: ProposalFacts): ProposalOutcome | null {
  const { period, completedOn, laterYear } = facts;
  if (laterYear !== undefined) {
    return notReady(
      `De aanvraag telt voor ${laterYear}; geld van dat jaar kan vanaf 1 januari worden toegezegd.`,
    );
  }
  if (lotSeed === null || !dividesNow(document, period)) return notReady('De aanvraagperiode loopt nog.');
  const mayBeJoined = !period.closed && completedOn !== null && completedOn >= today;
  return mayBeJoined
    ? notReady('Vandaag kan nog een aanvraag compleet worden die dan even vroeg is. Beslis vanaf morgen.')
    : null;
}

/** A share that is written out as a proposal when somebody asks for it: of many, few are looked at at once. */
class Proposed {
  readonly kind = 'proposed';
  readonly #facts: ProposalFacts;
  readonly #share: Share;

  constructor(facts: ProposalFacts, share: Share) {
    this.#facts = facts;
    this.#share = share;
  }

  get proposal(): Proposal {
    return proposalFrom(this.#facts, this.#share, this.#facts.findings.flatMap(decided));
  }
}

/** Takes out the rounds that cannot be divided while one of their applications is open, and what comes after them. */
function withoutUnsettled(
  { document: { distribution } }: ProposalRun,
  entries: readonly Entry[],
  waiting: Set<string>,
  outcomes: Map<string, ProposalOutcome>,
): Entry[] {
  for (const { facts, open } of entries) if (open !== null) waiting.add(roundOf(facts));
  const isUnsettled = (entry: Entry) => compares(distribution, entry) && waiting.has(roundOf(entry.facts));
  const firstOpen = new Map<string, number>();
  for (const entry of entries.filter(isUnsettled)) {
    outcomes.set(entry.applicationId, notReady(entry.open ?? poolWaits));
    for (const id of entry.limitIds) {
      firstOpen.set(id, Math.min(entry.period, firstOpen.get(id) ?? Infinity));
    }
  }
  const settled = entries.filter((entry) => !isUnsettled(entry));
  const comesAfter = ({ limitIds, period }: Entry) =>
    limitIds.some((id) => period > (firstOpen.get(id) ?? Infinity));
  for (const entry of settled.filter(comesAfter)) {
    outcomes.set(entry.applicationId, notReady(entry.open ?? roundFirst));
  }
  return settled.filter((entry) => !comesAfter(entry));
}

/** A plan for several kernen of which one can pay less: only the applicant knows whether it is still possible. */
function confirmText({ grantedCents, grantableCents }: Share): string {
  return `Deze kern kan van haar deel van ${formatEuros(grantableCents)} nog ${formatEuros(grantedCents)} betalen. Laat de aanvrager zeggen of het plan in meer kernen dan nog kan.`;
}

function divideAmong(
  { document: { distribution }, left, lotSeed }: ProposalRun,
  entries: readonly Entry[],
  outcomes: Map<string, ProposalOutcome>,
): void {
  if (lotSeed === null) return;
  const entryById = new Map(entries.map((entry) => [entry.applicationId, entry]));
  // Limits under which somebody not judged yet has a claim; and those under which nobody knows what will be left.
  const claimed = new Set<string>();
  const contested = new Set<string>();
  for (const share of distribute(distribution, entries, left, lotSeed)) {
    const { facts, limitIds, open } = present(
      entryById.get(share.applicationId),
      'each share is of an entry',
    );
    const isCut = share.grantedCents < share.grantableCents;
    if (open !== null) {
      outcomes.set(share.applicationId, notReady(open));
      const isKnown = unknownAmount(facts) === null;
      for (const id of limitIds) (isCut && !isKnown ? contested : claimed).add(id);
    } else if (limitIds.some((id) => contested.has(id) || (isCut && claimed.has(id)))) {
      outcomes.set(share.applicationId, notReady('Een eerdere aanvraag is nog niet beoordeeld.'));
      for (const id of limitIds) contested.add(id);
    } else if (isCut && share.grantedCents > 0 && facts.mustConfirmPart === true) {
      outcomes.set(share.applicationId, notReady(confirmText(share)));
      for (const id of limitIds) claimed.add(id);
    } else {
      outcomes.set(share.applicationId, new Proposed(facts, share));
    }
  }
}
