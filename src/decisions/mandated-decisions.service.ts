import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { formatEuros } from '../kernel/money.ts';
import type { HoldState, LedgerState } from '../budgets/domain/ledger-state.ts';
import { NamedHolds } from '../budgets/named-holds.service.ts';
import { mandateFor } from '../identity/domain/mandate.ts';
import { Mandates } from '../identity/mandates.service.ts';
import { requireApart } from './listed-applications.ts';
import type { ListSubject } from './college-list.entity.ts';
import { type DecidedLine, dividedIn } from './decided-line.ts';
import { decisionsProblems } from './domain/decisions.problems.ts';
import { deviationFaults, mostAdded, resolveProposed } from './domain/deviation.ts';
import type { Deviation } from './domain/proposed-otherwise.ts';
import { ledgerOfHold, requireFits } from './domain/held-money.ts';
import { mandatedActionOf, refuseUnlessMandated, requireMandate } from './domain/mandate-check.ts';
import type { ResolvedLine } from './domain/resolution.ts';
import { overspending } from './domain/resolution-check.ts';
import { Impartiality } from './impartiality.service.ts';
import { ListSubjects } from './list-subjects.service.ts';
import type { ProposalResult } from './proposal-inputs.service.ts';

/** What a mandated decision is about. */
export interface MandatedPlace {
  readonly subject: ListSubject;
  readonly regulationId: string;
  readonly applicationId: string;
  /** The reservation from which it is paid; null for what is available. */
  readonly holdId: string | null;
}

/** A decision that was taken, or a change of one. */
export interface MandatedDecision extends Pick<ResolvedLine, 'kind' | 'grantedCents'> {
  readonly id: string;
  readonly letterId: string;
  readonly decidedOn: CalendarDate;
  readonly mandateReference: string;
}

type Line = DecidedLine & { readonly resolved: ResolvedLine };

/** Takes decisions in the name of the college, one by one, within a mandate (Awb 10:1 to 10:12). */
@Injectable()
export class MandatedDecisions {
  readonly #subjects: ListSubjects;
  readonly #impartiality: Impartiality;
  readonly #mandates: Mandates;
  readonly #holds: NamedHolds;
  readonly #clock: Clock;

  constructor(
    subjects: ListSubjects,
    impartiality: Impartiality,
    mandates: Mandates,
    holds: NamedHolds,
    clock: Clock,
  ) {
    this.#subjects = subjects;
    this.#impartiality = impartiality;
    this.#mandates = mandates;
    this.#holds = holds;
    this.#clock = clock;
  }

  /**
   * Decides as the regulation computes at this moment or less where the way of working proposes that, or otherwise with a
   * reason. The caller has locked the budgets;
   * all applications that compete are held, so that none of them can change meanwhile.
   * @throws DomainError `not-ready-to-decide`, `college-decides`, `not-mandated`, `mandate-too-small`,
   *   `deviations-do-not-fit`, `same-person`, `ceiling-reached` or, for a reservation, as `NamedHolds.named` and `requireFits`
   */
  async take(
    manager: EntityManager,
    actor: Actor,
    ledger: LedgerState,
    place: MandatedPlace,
    otherwise: Deviation | null,
  ): Promise<MandatedDecision> {
    const { subject, regulationId, applicationId, holdId } = place;
    const hold = holdId === null ? null : await this.#holds.named(manager, ledger, holdId);
    const result = await this.#subjects.proposals(subject, manager, actor, regulationId, ledger, 'decide');
    const { own, line } = await this.#lineFrom(manager, actor, ledger, place, result, hold, otherwise);
    const { kind, grantedCents } = line.resolved;
    const { proposal } = line.line;
    const taken = new Map([[applicationId, mostAdded(proposal, grantedCents)]]);
    requireApart(result, taken, hold?.budgetId ?? null);
    refuseMore(line);
    refuseUnlessMandated(result.document, grantedCents);
    const date = this.#clock.today();
    const need = {
      subject: actor.subject,
      action: mandatedActionOf[kind],
      amountCents: grantedCents,
      on: date,
    };
    const held = await this.#mandates.heldBy(manager, actor.subject);
    const mandate = requireMandate(mandateFor(held, need));
    await this.#impartiality.requireToDecide(manager, actor, [applicationId]);
    const excess = overspending([line], own);
    if (excess !== null) throw excess;
    const { decider } = result.document;
    const [written] = await this.#subjects.write(subject, manager, actor, [line], ledger, {
      ...{ kind: 'mandate', mandateId: mandate.id, number: mandate.reference, date },
      name: mandate.holderName,
      function: (decider.kind === 'mandate' ? decider.mandatedTo : undefined) ?? 'medewerker',
    });
    const { id, letterId } = present(written, 'one line gives one decision');
    return {
      ...{ kind, grantedCents, decidedOn: date },
      ...{ id, letterId },
      mandateReference: mandate.reference,
    };
  }

  /** What is decided, and the ledger that it must fit in. Who has a reservation competes with nobody for that money. */
  async #lineFrom(
    manager: EntityManager,
    actor: Actor,
    ledger: LedgerState,
    { subject, regulationId, applicationId }: MandatedPlace,
    result: ProposalResult,
    hold: HoldState | null,
    otherwise: Deviation | null,
  ): Promise<{ readonly own: LedgerState; readonly line: Line }> {
    if (hold === null) return { own: ledger, line: lineOf(result, applicationId, otherwise) };
    const own = ledgerOfHold(ledger, hold);
    const subjects = this.#subjects;
    const alone = await subjects.proposals(
      subject,
      manager,
      actor,
      regulationId,
      own,
      'decide',
      applicationId,
    );
    const line = lineOf(alone, applicationId, otherwise);
    requireFits(hold, line.place, line.resolved);
    return { own, line: { ...line, holdId: hold.id } };
  }
}

/** Only the college itself can give more than what is computed leaves for others. @throws DomainError `college-decides` */
function refuseMore({ line, resolved }: Line): void {
  if (resolved.grantedCents <= line.proposal.grantedCents) return;
  const detail = `Berekend is ${formatEuros(line.proposal.grantedCents)}. Meer geven kan alleen het college zelf.`;
  throw DomainError.of(decisionsProblems, 'college-decides', detail);
}

function lineOf(result: ProposalResult, applicationId: string, otherwise: Deviation | null): Line {
  const application = result.applications.find(({ id }) => id === applicationId);
  const outcome = result.outcomes.get(applicationId);
  if (application === undefined || outcome?.kind !== 'proposed') {
    const reason = outcome?.kind === 'not-ready' ? outcome.reason : 'Hierover wordt niet meer besloten.';
    throw DomainError.of(decisionsProblems, 'not-ready-to-decide', reason);
  }
  const { proposal } = outcome;
  if (otherwise !== null) {
    const faults = deviationFaults([{ applicationId, proposal }], [{ applicationId, ...otherwise }]).map(
      (fault) => ({ ...fault, location: '/otherwise' }),
    );
    if (faults.length > 0) {
      throw DomainError.of(decisionsProblems, 'deviations-do-not-fit', 'Verbeter het besluit.', faults);
    }
  }
  const line = { proposal, deviation: otherwise ?? proposal.inStep?.deviation ?? null };
  const resolution = { outcome: 'as-proposed' } as const;
  const resolved = present(resolveProposed(line, resolution), 'a decision is not deferred');
  const place = present(result.places.get(applicationId), 'every application was placed');
  const divided = dividedIn(result, applicationId);
  return { line, application, place, divided, resolution, resolved };
}
