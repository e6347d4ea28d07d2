import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import { otherParts, type SpannedPlan, spannedPlan } from '../applications/domain/spanned-plan.ts';
import { isKernOn } from '../kernen/domain/kern.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { KernInhabitants } from '../regulations/kern-inhabitants.service.ts';
import type { ApplicationContentRequest } from './application-content.request.ts';
import { kernWeights, spanningFaults } from './domain/spanning-faults.ts';
import type { Destination } from './reception.service.ts';

/** The application of one more kern of a plan, with where it goes. */
export interface OtherPart {
  readonly draft: ApplicationEntity;
  readonly destination: Destination;
}

/** Divides a plan for several kernen: each kern gets an application of its own, under its own ceiling. */
@Injectable()
export class SpannedPlans {
  readonly #kernen: KernenService;
  readonly #inhabitants: KernInhabitants;

  constructor(kernen: KernenService, inhabitants: KernInhabitants) {
    this.#kernen = kernen;
    this.#inhabitants = inhabitants;
  }

  /**
   * How a plan is divided, or undefined when it is for one kern.
   * @param applicationId the application of the kern for which it was sent
   * @throws DomainError `kernen-not-possible` with everything that is wrong with the kernen
   */
  async planOf(
    manager: EntityManager,
    { kernen, requestedCents }: Pick<ApplicationContentRequest, 'kernen' | 'requestedCents'>,
    { kern, version }: Destination,
    applicationId: string,
    on: CalendarDate,
  ): Promise<SpannedPlan | undefined> {
    if (kernen === undefined) return undefined;
    const inhabitants = await this.#inhabitants.knownOn(manager, on);
    const all = [...(await this.#kernen.byId(manager)).values()].filter((each) => isKernOn(each, on));
    const known = new Map(all.map(({ id, code }) => [code, inhabitants.get(id) ?? null]));
    const { scope } = version.document;
    const faults = spanningFaults(scope, kernen, { kernCode: kern.code, known });
    if (faults.length > 0) {
      const detail = 'Een plan kan niet zo over deze kernen worden verdeeld.';
      throw DomainError.of(applicationProblems, 'kernen-not-possible', detail, faults);
    }
    const idOf = (kernCode: string) => (kernCode === kern.code ? applicationId : newId());
    return spannedPlan(requestedCents, kernWeights(scope, kernen, { known }), idOf);
  }

  /** The applications of the other kernen, with the content of the one that was sent. */
  async otherParts(
    manager: EntityManager,
    sent: ApplicationEntity,
    { version }: Destination,
  ): Promise<OtherPart[]> {
    if (sent.spanned === undefined) return [];
    const parts: OtherPart[] = [];
    for (const { kernCode, applicationId, requestedCents } of otherParts(sent.spanned, sent.id)) {
      const kern = present(await this.#kernen.findByCode(manager, kernCode), 'it was looked up before');
      const own = { id: applicationId, kernId: kern.id, regulationVersionId: version.id, requestedCents };
      const draft = Object.assign(new ApplicationEntity(), sent, own, { version: 1, attachmentCounts: {} });
      parts.push({ draft, destination: { kern, version } });
    }
    return parts;
  }
}
