import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { formatEuros } from '../kernel/money.ts';
import type { LedgerState } from '../budgets/domain/ledger-state.ts';
import { mandateFor } from '../identity/domain/mandate.ts';
import { Mandates } from '../identity/mandates.service.ts';
import { DecisionWriter } from './decision-writer.service.ts';
import type { DecisionEntity } from './decision.entity.ts';
import type { DecidedLine } from './decided-line.ts';
import { decisionsProblems } from './domain/decisions.problems.ts';
import { deviationFaults, resolveProposed, type Deviation } from './domain/deviation.ts';
import { mandatedActionOf, refuseUnlessMandated, requireMandate } from './domain/mandate-check.ts';
import type { ResolvedLine } from './domain/resolution.ts';
import { overspending } from './domain/resolution-check.ts';
import { Impartiality } from './impartiality.service.ts';
import { ProposalInputs, type ProposalResult } from './proposal-inputs.service.ts';

type Line = DecidedLine & { readonly resolved: ResolvedLine };

/** Takes decisions in the name of the college, one by one, within a mandate (Awb 10:1 to 10:12). */
@Injectable()
export class MandatedDecisions {
  readonly #inputs: ProposalInputs;
  readonly #impartiality: Impartiality;
  readonly #mandates: Mandates;
  readonly #writer: DecisionWriter;
  readonly #clock: Clock;

  constructor(
    inputs: ProposalInputs,
    impartiality: Impartiality,
    mandates: Mandates,
    writer: DecisionWriter,
    clock: Clock,
  ) {
    this.#inputs = inputs;
    this.#impartiality = impartiality;
    this.#mandates = mandates;
    this.#writer = writer;
    this.#clock = clock;
  }

  /**
   * Decides as the regulation computes at this moment, or otherwise with a reason. The caller has locked the budgets;
   * all applications that compete are held, so that none of them can change meanwhile.
   * @throws DomainError `not-ready-to-decide`, `college-decides`, `not-mandated`, `mandate-too-small`,
   *   `deviations-do-not-fit`, `same-person` or `ceiling-reached`
   */
  async take(
    manager: EntityManager,
    actor: Actor,
    ledger: LedgerState,
    place: { readonly regulationId: string; readonly applicationId: string },
    otherwise: Deviation | null,
  ): Promise<{ readonly decision: DecisionEntity; readonly mandateReference: string }> {
    const result = await this.#inputs.proposals(manager, actor, place.regulationId, ledger, true);
    const line = lineOf(result, place.applicationId, otherwise);
    const { kind, grantedCents } = line.resolved;
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
    await this.#impartiality.requireToDecide(manager, actor, [place.applicationId]);
    const excess = overspending([line], ledger);
    if (excess !== null) throw excess;
    const { decider } = result.document;
    const [decision] = await this.#writer.write(manager, actor, [line], ledger, {
      ...{ kind: 'mandate', mandateId: mandate.id, number: mandate.reference, date },
      name: mandate.holderName,
      function: (decider.kind === 'mandate' ? decider.mandatedTo : undefined) ?? 'medewerker',
    });
    return {
      decision: present(decision, 'one line gives one decision'),
      mandateReference: mandate.reference,
    };
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
  const line = { proposal, deviation: otherwise };
  const resolution = { outcome: 'as-proposed' } as const;
  const resolved = present(resolveProposed(line, resolution), 'a decision is not deferred');
  const place = present(result.places.get(applicationId), 'every application was placed');
  return { line, application, place, resolution, resolved };
}
