import { present } from '../kernel/assert.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Cents } from '../kernel/money.ts';
import type { ListSubject } from './college-list.entity.ts';
import type { NewLine } from './college-list-lines.service.ts';
import type { Abstention } from './domain/abstention.ts';
import { admittedBy, disturbedBy, harmedBy } from './domain/decided-apart.ts';
import { decisionsProblems } from './domain/decisions.problems.ts';
import { mostAdded } from './domain/deviation.ts';
import type { Deviation } from './domain/proposed-otherwise.ts';
import type { Proposal } from './domain/proposal-facts.ts';
import type { ResolvedLine } from './domain/resolution.ts';
import type { ProposalResult } from './proposal-inputs.service.ts';

/** An application that cannot be put before the college yet. */
export interface NotReady {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly reason: string;
}

/** The budgets whose kernen a list is about. */
export interface ListedBudgets {
  readonly ids: readonly string[];
  /** Whether the list is about every kern that has money of the regulation. */
  readonly areAll: boolean;
  /** Every kern, for the budget that they share. */
  readonly allKernIds: readonly string[];
}

/** What a list is to be made of. */
export interface ListRequest {
  readonly subject: ListSubject;
  readonly from: ListedBudgets;
  /** The only ones to be put on the list; null for all. */
  readonly applicationIds: readonly string[] | null;
  /** Where officials propose otherwise than the regulation computes, or than was proposed in the way of working. */
  readonly deviations: readonly (Deviation & { readonly applicationId: string })[];
  /** What is said before the proposal; null for nothing. */
  readonly introduction: string | null;
  readonly abstentions: readonly Abstention[];
  /** Of every kern, by its id. */
  readonly kernNames: ReadonlyMap<string, string>;
}

export function notReadyOf({ applications, outcomes }: ProposalResult): NotReady[] {
  return applications.flatMap((application) => {
    const outcome = present(outcomes.get(application.id), 'each application has an outcome');
    if (outcome.kind !== 'not-ready') return [];
    const applicationNumber = present(application.number, 'a received application has a number');
    return [{ applicationId: application.id, applicationNumber, reason: outcome.reason }];
  });
}

/** Per kern, theme or whatever the money is divided within, first who takes part in the distribution by place, then the others by case number. */
export function linesOf(
  listId: string,
  { applications, outcomes, places }: ProposalResult,
  { deviations, applicationIds }: Pick<ListRequest, 'deviations' | 'applicationIds'>,
): NewLine[] {
  const deviating = new Map(deviations.map(({ applicationId, ...deviation }) => [applicationId, deviation]));
  const named = applicationIds === null ? null : new Set(applicationIds);
  const proposed = applications.flatMap((application) => {
    if (named !== null && !named.has(application.id)) return [];
    const outcome = outcomes.get(application.id);
    return outcome?.kind === 'proposed' ? [{ application, proposal: outcome.proposal }] : [];
  });
  const poolOf = (applicationId: string) => places.get(applicationId)?.pool ?? '';
  const placeOf = (proposal: Proposal) => proposal.order?.place ?? Number.MAX_SAFE_INTEGER;
  proposed.sort(
    (a, b) =>
      poolOf(a.application.id).localeCompare(poolOf(b.application.id)) ||
      placeOf(a.proposal) - placeOf(b.proposal) ||
      (a.application.number ?? '').localeCompare(b.application.number ?? ''),
  );
  return proposed.map(({ application, proposal }, index) => ({
    listId,
    applicationId: application.id,
    position: index + 1,
    kernId: application.kernId,
    applicationNumber: present(application.number, 'a received application has a number'),
    title: application.title,
    proposal,
    deviation: deviating.get(application.id) ?? proposal.inStep?.deviation ?? null,
  }));
}

/**
 * Refuses to decide on some before the others where that would change what the others get.
 * @param taken what each of them takes of the money, by application
 * @param heldIn the budget in which the money for it was reserved; null where it is not
 * @throws DomainError `decides-others`
 */
export function requireApart(
  { document, inputs }: ProposalResult,
  taken: ReadonlyMap<string, Cents>,
  heldIn: string | null = null,
): void {
  const numbers =
    heldIn === null ? disturbedBy(document, inputs, taken) : harmedBy(document, inputs, taken, heldIn);
  if (numbers.length === 0) return;
  const detail = `Voor ${numbers.join(', ')} zou daardoor iets anders uitkomen. Beslis eerst of tegelijk daarover.`;
  throw DomainError.of(decisionsProblems, 'decides-others', detail);
}

/** A line as the college decided on it; `resolved` is null where it was deferred. */
interface ResolvedListLine {
  readonly line: Pick<NewLine, 'applicationId' | 'applicationNumber' | 'proposal'>;
  readonly resolved: ResolvedLine | null;
}

/**
 * Refuses to defer who gets nothing as the regulation computes, while deciding on who stands in the way: once those are
 * gone from the order a later list would give it money that the regulation refuses (Awb 4:26).
 * @throws DomainError `decides-others`
 */
export function requireDeferrable(
  { document, inputs }: ProposalResult,
  decided: readonly ResolvedListLine[],
): void {
  const deferred = decided.flatMap(({ line, resolved }) =>
    resolved === null ? [line.applicationNumber] : [],
  );
  if (deferred.length === 0) return;
  const taken = decided.flatMap(({ line, resolved }): [string, Cents][] =>
    resolved === null ? [] : [[line.applicationId, mostAdded(line.proposal, resolved.grantedCents)]],
  );
  const admitted = admittedBy(document, inputs, new Map(taken)).filter((number) => deferred.includes(number));
  if (admitted.length === 0) return;
  const numbers = admitted.join(', ');
  const detail = `Volgens de regeling krijgt ${numbers} niets, maar een latere lijst zou wel geld geven als nu over de andere aanvragen wordt beslist. Beslis ook over ${numbers}, of houd ook de aanvragen aan die daarvoor op de lijst staan.`;
  throw DomainError.of(decisionsProblems, 'decides-others', detail);
}
