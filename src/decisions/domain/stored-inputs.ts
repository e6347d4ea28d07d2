import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { type Cents, formatEuros } from '../../kernel/money.ts';
import type { StepProposal } from '../../assessment/domain/step-proposal.ts';
import type { FindingOutcome } from '../../regulations/domain/finding.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { promote, type WaitingFacts } from './promotion.ts';
import { propose } from './proposal.ts';
import type { DecisionKind, ProposalFacts } from './proposal-facts.ts';
import { sameValue } from './same-value.ts';

/** A limit with what was left under it, and the version of its ledger that said so. */
export interface StoredLimit {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly leftCents: Cents;
}

/** What of an application decided what it gets. What people wrote about it is not needed for that. */
export type StoredApplication = Omit<ProposalFacts, 'findings' | 'grantable' | 'remark' | 'stepProposal'> & {
  readonly grantableCents: Cents;
  /** What must still be known before an amount can be computed. */
  readonly missing: readonly string[];
  readonly findings: Readonly<Record<string, FindingOutcome>>;
  /** What was proposed in the way of working, without the reason; left out where nothing was. */
  readonly proposedInStep?: Omit<StepProposal, 'reason'>;
};

/** Everything from which the proposals of a list were computed, so that anybody can compute them again. */
export interface StoredInputs {
  readonly regulationVersion: number;
  readonly on: CalendarDate;
  readonly lotSeed: string | null;
  readonly limits: readonly StoredLimit[];
  readonly applications: readonly StoredApplication[];
  /** Of a list about what came free: who waits, beside the applications that still wait for a first decision. */
  readonly waiting?: readonly StoredWaiting[];
}

/** What of somebody on the waiting list decides what he or she gets. */
export type StoredWaiting = Omit<WaitingFacts, 'reasons'>;

export function storedWaiting(facts: WaitingFacts): StoredWaiting {
  const { applicationId, number, limitIds, requestedCents, place, earlierCents, lackingCents } = facts;
  return { applicationId, number, limitIds, requestedCents, place, earlierCents, lackingCents };
}

export function storedApplication(facts: ProposalFacts): StoredApplication {
  const { findings, grantable, leastCents } = facts;
  const { applicationId, number, pool, limitIds, period, status, completedOn, requestedCents } = facts;
  const { compared, declinesPart, mustConfirmPart, completionRanOut, mayLeaveUntreated } = facts;
  const { lastChangeId = null, stepProposal } = facts;
  return {
    ...{ applicationId, number, pool, limitIds, period, status, completedOn, requestedCents },
    ...{ compared, declinesPart, completionRanOut, mayLeaveUntreated, lastChangeId },
    ...(mustConfirmPart === true && { mustConfirmPart }),
    ...(leastCents !== undefined && { leastCents }),
    ...(facts.laterYear !== undefined && { laterYear: facts.laterYear }),
    ...(stepProposal && { proposedInStep: withoutReason(stepProposal) }),
    grantableCents: grantable.grantableCents,
    missing: grantable.missing,
    findings: Object.fromEntries(findings.map(({ criterionCode, outcome }) => [criterionCode, outcome])),
  };
}

function withoutReason({ outcome, amountCents, isSetAside }: StepProposal): Omit<StepProposal, 'reason'> {
  return { outcome, amountCents, isSetAside };
}

function factsOf({ findings, grantableCents, missing, ...rest }: StoredApplication): ProposalFacts {
  const unknown = { statement: '', basis: '', reason: '', assessorSubject: null };
  return {
    ...rest,
    grantable: { grantableCents, missing, lines: [] },
    findings: Object.entries(findings).map(([criterionCode, outcome]) => ({
      ...unknown,
      criterionCode,
      outcome,
    })),
    remark: '',
  };
}

/** What a computation says of one application: enough to compare it with a list. */
export interface RecomputedLine {
  readonly applicationId: string;
  readonly kind: DecisionKind;
  readonly grantedCents: Cents;
  readonly place: number | null;
}

/** Computes the proposals again from what was stored with a list; nothing else is looked at. */
export function recompute(document: RegulationDocument, inputs: StoredInputs): RecomputedLine[] {
  const left = new Map(inputs.limits.map(({ id, leftCents }) => [id, leftCents]));
  const run = { document, today: inputs.on, left, lotSeed: inputs.lotSeed };
  const undecided = inputs.applications.map(factsOf);
  const outcomes = inputs.waiting
    ? promote(
        run,
        undecided,
        inputs.waiting.map((stored) => ({ ...stored, reasons: [] })),
      )
    : propose(run, undecided);
  return [...outcomes].flatMap(([applicationId, outcome]) => {
    if (outcome.kind !== 'proposed') return [];
    const { kind, grantedCents, order } = outcome.proposal;
    return [{ applicationId, kind, grantedCents, place: order?.place ?? null }];
  });
}

const applicationChanges = {
  status: 'de stand',
  completedOn: 'de dag waarop de aanvraag compleet is',
  requestedCents: 'het gevraagde bedrag',
  grantableCents: 'het bedrag dat kan',
  findings: 'de beoordeling',
  compared: 'de punten, het advies of de stemmen',
  declinesPart: 'of de aanvrager een deel wil',
  mustConfirmPart: 'of het plan met een deel nog kan',
  lastChangeId: 'wat is verbeterd of afgesproken',
  proposedInStep: 'wat in de werkwijze is voorgesteld',
} as const satisfies Partial<Record<keyof StoredApplication, string>>;

/**
 * The applications that were corrected, or of which less was agreed, since a list was made. What a list was prepared
 * for is then no longer what is decided on, also where the amounts stay the same.
 */
export function changedSince(before: StoredInputs | null, now: StoredInputs): ReadonlySet<string> {
  const known = new Map(
    (before?.applications ?? []).map(({ applicationId, lastChangeId = null }) => [
      applicationId,
      lastChangeId,
    ]),
  );
  const changed = now.applications.filter(
    ({ applicationId, lastChangeId = null }) =>
      known.has(applicationId) && known.get(applicationId) !== lastChangeId,
  );
  return new Set(changed.map(({ applicationId }) => applicationId));
}

/**
 * What changed since a list was made, as Dutch sentences: limits and applications by their numbers.
 * @param before what the list was computed from; null for a list of before this was kept
 */
export function changesSince(before: StoredInputs | null, now: StoredInputs): string[] {
  if (before === null) return [];
  const limits = new Map(now.limits.map((limit) => [limit.id, limit]));
  const applications = new Map(
    now.applications.map((application) => [application.applicationId, application]),
  );
  const known = new Set(before.applications.map(({ applicationId }) => applicationId));
  return [
    ...(before.regulationVersion === now.regulationVersion ? [] : ['De regeling is gewijzigd.']),
    ...before.limits.flatMap((limit) => limitChange(limit, limits.get(limit.id))),
    ...before.applications.flatMap((one) => applicationChange(one, applications.get(one.applicationId))),
    ...now.applications.flatMap(({ applicationId, number, completedOn }) =>
      known.has(applicationId) ? [] : [`${number} is erbij gekomen${completeText(completedOn)}.`],
    ),
    ...waitingChanges(before.waiting ?? [], now.waiting ?? []),
  ];
}

function waitingChanges(before: readonly StoredWaiting[], now: readonly StoredWaiting[]): string[] {
  const after = new Map(now.map((waiting) => [waiting.applicationId, waiting]));
  const known = new Set(before.map(({ applicationId }) => applicationId));
  return [
    ...before.flatMap(({ applicationId, number, lackingCents }) => {
      const waiting = after.get(applicationId);
      if (waiting === undefined) return [`${number} staat niet meer op de wachtlijst.`];
      if (waiting.lackingCents === lackingCents) return [];
      return [`${number} kwam ${formatEuros(lackingCents)} tekort; nu ${formatEuros(waiting.lackingCents)}.`];
    }),
    ...now.flatMap(({ applicationId, number }) =>
      known.has(applicationId) ? [] : [`${number} is op de wachtlijst gekomen.`],
    ),
  ];
}

function completeText(completedOn: CalendarDate | null): string {
  return completedOn === null ? '' : `, compleet op ${formatDutchDate(completedOn)}`;
}

function limitChange(before: StoredLimit, now: StoredLimit | undefined): string[] {
  if (now === undefined) return [`Het plafond van ${before.name} is er niet meer.`];
  if (now.leftCents === before.leftCents) return [];
  return [
    `Voor ${before.name} was er ${formatEuros(before.leftCents)}; nu is er ${formatEuros(now.leftCents)}.`,
  ];
}

function applicationChange(before: StoredApplication, now: StoredApplication | undefined): string[] {
  if (now === undefined)
    return [
      `${before.number} is ingetrokken, verplaatst, samengevoegd of doorgezonden, of er is al op besloten.`,
    ];
  const parts = Object.entries(applicationChanges).flatMap(([name, text]) => {
    const key = name as keyof typeof applicationChanges;
    return sameValue(before[key] ?? null, now[key] ?? null) ? [] : [text];
  });
  return parts.length === 0 ? [] : [`${before.number}: veranderd is ${parts.join(' en ')}.`];
}
