import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import type { DecisionBasis } from '../decisions/domain/decision-basis.ts';
import { refuseUnlessMandated, requireMandate } from '../decisions/domain/mandate-check.ts';
import { Impartiality } from '../decisions/impartiality.service.ts';
import { mandateFor } from '../identity/domain/mandate.ts';
import { Mandates } from '../identity/mandates.service.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { type AskedReduction, remainingCents } from './domain/grant-change.ts';
import { grantsProblem } from './domain/grants.problems.ts';

/** A resolution of the college as the registrar enters it. */
export interface AskedResolution {
  readonly number: string;
  readonly resolutionDate: CalendarDate;
}

/** By what power a grant is changed, and by which rules. */
@Injectable()
export class GrantChangeBasis {
  readonly #regulations: RegulationsService;
  readonly #mandates: Mandates;
  readonly #impartiality: Impartiality;
  readonly #clock: Clock;

  constructor(regulations: RegulationsService, mandates: Mandates, impartiality: Impartiality, clock: Clock) {
    this.#regulations = regulations;
    this.#mandates = mandates;
    this.#impartiality = impartiality;
    this.#clock = clock;
  }

  async rulesOf(
    manager: EntityManager,
    { regulationVersionId }: ApplicationEntity,
  ): Promise<RegulationDocument> {
    return (await this.#regulations.version(manager, regulationVersionId)).document;
  }

  /**
   * @throws DomainError `change-date-impossible`, `same-person` for who assessed the application, and under mandate
   *   `college-decides`, `not-mandated` or `mandate-too-small`
   */
  async of(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    asked: AskedReduction,
    resolution: AskedResolution | null,
  ): Promise<DecisionBasis> {
    await this.#impartiality.requireToDecide(manager, actor, [application.id]);
    const today = this.#clock.today();
    if (resolution !== null) {
      const { number, resolutionDate: date } = resolution;
      if (date > today || date < asked.requestedOn) throw grantsProblem('change-date-impossible');
      return { kind: 'college', listId: null, number, date };
    }
    const document = await this.rulesOf(manager, application);
    const amountCents = remainingCents(asked);
    refuseUnlessMandated(document, amountCents);
    const need = { subject: actor.subject, action: 'change-grant', amountCents, on: today } as const;
    const mandate = requireMandate(mandateFor(await this.#mandates.heldBy(manager, actor.subject), need));
    const { decider } = document;
    return {
      ...{ kind: 'mandate', mandateId: mandate.id, number: mandate.reference, date: today },
      name: mandate.holderName,
      function: (decider.kind === 'mandate' ? decider.mandatedTo : undefined) ?? 'medewerker',
    };
  }
}
