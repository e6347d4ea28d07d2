import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { type CalendarDate, formatDutchDate, yearOf } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import type { Kern } from '../kernen/domain/kern.ts';
import { isKernOn } from '../kernen/domain/kern.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { type RegulationVersion, versionInForce } from '../regulations/domain/regulation-version.ts';
import { coversKern } from '../regulations/domain/groups/scope.ts';
import { isWindowOpen, periodText } from '../regulations/domain/groups/window.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Step } from '../applications/applications.service.ts';
import { CaseNumbers } from '../applications/case-numbers.service.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import { missingItems } from '../applications/domain/completeness.ts';

/** The kern and the version of the regulation that an application is for. */
export interface Destination {
  readonly kern: Kern;
  readonly version: RegulationVersion;
}

function unknown(code: 'kern-unknown' | 'regulation-unknown', location: string, detail: string): DomainError {
  const fault: InputFault = { in: 'body', location, code, detail };
  return DomainError.of(applicationProblems, code, detail, [fault]);
}

/** What every reception of an application has in common, whether digital, on paper or at the counter. */
@Injectable()
export class ReceptionService {
  readonly #kernen: KernenService;
  readonly #regulations: RegulationsService;
  readonly #numbers: CaseNumbers;
  readonly #clock: Clock;

  constructor(kernen: KernenService, regulations: RegulationsService, numbers: CaseNumbers, clock: Clock) {
    this.#kernen = kernen;
    this.#regulations = regulations;
    this.#numbers = numbers;
    this.#clock = clock;
  }

  /** @throws DomainError `kern-unknown` or `regulation-unknown` */
  async destination(
    manager: EntityManager,
    codes: { readonly kernCode: string; readonly regulationCode: string },
    on: CalendarDate = this.#clock.today(),
  ): Promise<Destination> {
    const [kern, version] = await Promise.all([
      this.#kernen.findByCode(manager, codes.kernCode),
      this.#regulations.inForceByCode(manager, codes.regulationCode, on),
    ]);
    if (!kern || !isKernOn(kern, on)) {
      throw unknown('kern-unknown', '/kernCode', `Er is geen kern met de code "${codes.kernCode}".`);
    }
    if (!version) {
      const detail = `Er is op ${formatDutchDate(on)} geen regeling van kracht met de code "${codes.regulationCode}".`;
      throw unknown('regulation-unknown', '/regulationCode', detail);
    }
    if (!coversKern(version.document.scope, kern.code)) {
      throw unknown('kern-unknown', '/kernCode', `${version.document.title} geldt niet voor ${kern.name}.`);
    }
    return { kern, version };
  }

  /**
   * The version that applies when a draft is submitted: the one in force on that day, else the one that it was
   * written under, whose window then decides.
   */
  async currentVersion(manager: EntityManager, draft: ApplicationEntity): Promise<RegulationVersion> {
    const bound = await this.#regulations.version(manager, draft.regulationVersionId);
    const versions = await this.#regulations.versionsOf(manager, bound.regulationId);
    const current = versionInForce(versions, this.#clock.today());
    return current ?? bound;
  }

  /** The version to which an application is bound. */
  boundVersion(
    manager: EntityManager,
    { regulationVersionId }: ApplicationEntity,
  ): Promise<RegulationVersion> {
    return this.#regulations.version(manager, regulationVersionId);
  }

  /** @throws DomainError `window-closed` */
  refuseOutsideWindow(document: RegulationDocument, on: CalendarDate): void {
    if (isWindowOpen(document, on)) return;
    throw DomainError.of(
      applicationProblems,
      'window-closed',
      `U kunt nu niet aanvragen voor ${document.title}. Aanvragen kan ${periodText(document)}.`,
    );
  }

  /** @throws DomainError `activity-before-application` (Awb 4:29) */
  refusePastActivity(activityEndsOn: CalendarDate | null, on: CalendarDate): void {
    if (activityEndsOn === null || activityEndsOn >= on) return;
    const detail = `De activiteit was op ${formatDutchDate(activityEndsOn)} al voorbij. Subsidie vraagt u aan voordat de activiteit voorbij is.`;
    const fault: InputFault = {
      in: 'body',
      location: '/activityEndsOn',
      code: 'activity-before-application',
      detail,
    };
    throw DomainError.of(applicationProblems, 'activity-before-application', detail, [fault]);
  }

  /**
   * What reception changes: number, moment and day of receipt, and the place in the order when nothing is
   * lacking; with the steps of the lifecycle that belong to it.
   */
  async receive(
    manager: EntityManager,
    application: ApplicationEntity,
    actor: Actor,
    receivedOn: CalendarDate,
    document: RegulationDocument,
  ): Promise<{ received: ApplicationEntity; steps: Step[] }> {
    const complete = missingItems(application, document).length === 0;
    const received = Object.assign(new ApplicationEntity(), application, {
      receivedAt: this.#clock.now(),
      receivedOn,
      completedOn: complete ? receivedOn : null,
      number: await this.#numbers.next(manager, yearOf(receivedOn)),
    });
    const steps: Step[] = [{ event: 'submit', actor, countsOn: receivedOn }];
    if (complete)
      steps.push({ event: 'find-complete', actor, countsOn: receivedOn, by: 'vanzelf vastgesteld' });
    return { received, steps };
  }
}
