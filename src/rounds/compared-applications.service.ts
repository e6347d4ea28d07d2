import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import type { InputFault } from '../kernel/domain-error.ts';
import type { Action } from '../identity/domain/actions.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { undecidedStatuses } from '../applications/domain/lifecycle.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { attachmentsUnknown } from '../attachments/domain/attachments.problems.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { faultIn } from './domain/rounds.problems.ts';

/** A regulation of which applications are compared. */
export interface ComparedRegulation {
  readonly id: string;
  /** As it is in force now. */
  readonly document: RegulationDocument;
  readonly versionIds: ReadonlySet<string>;
}

/** Opens the applications that somebody says something about at once, and tells which do not belong there. */
@Injectable()
export class ComparedApplications {
  readonly #regulations: RegulationsService;
  readonly #visible: VisibleApplications;
  readonly #attachments: Attachments;
  readonly #clock: Clock;

  constructor(
    regulations: RegulationsService,
    visible: VisibleApplications,
    attachments: Attachments,
    clock: Clock,
  ) {
    this.#attachments = attachments;
    this.#regulations = regulations;
    this.#visible = visible;
    this.#clock = clock;
  }

  /** @throws DomainError `regulation-not-found` */
  async regulation(manager: EntityManager, code: string): Promise<ComparedRegulation> {
    const { id } = await this.#regulations.getByCode(manager, code);
    const versions = await this.#regulations.versionsOf(manager, id);
    const { document } = present(versions.at(-1), 'a regulation has a version');
    return { id, document, versionIds: new Set(versions.map((version) => version.id)) };
  }

  /**
   * @param list where in the body the applications stand
   * @throws DomainError as `VisibleApplications.open`
   */
  async open(
    manager: EntityManager,
    actor: Actor,
    action: Action,
    { versionIds }: ComparedRegulation,
    applicationIds: readonly string[],
    list: 'lines' | 'counts',
  ): Promise<{
    readonly applications: readonly ApplicationEntity[];
    readonly faults: readonly InputFault[];
  }> {
    const applications: ApplicationEntity[] = [];
    const faults: InputFault[] = [];
    const undecided: readonly string[] = undecidedStatuses;
    for (const [index, id] of applicationIds.entries()) {
      const { application } = await this.#visible.open(manager, actor, action, id);
      applications.push(application);
      const at = `/${list}/${index}/applicationId`;
      if (!versionIds.has(application.regulationVersionId)) {
        faults.push(faultIn(at, 'other-regulation', 'Deze aanvraag valt onder een andere regeling.'));
      } else if (!undecided.includes(application.status)) {
        faults.push(faultIn(at, 'not-undecided', 'Op deze aanvraag wordt niet meer besloten.'));
      }
    }
    return { applications, faults };
  }

  /**
   * Makes sure that minutes are attachments of one of the applications that were counted.
   * @throws DomainError `attachment-unknown`
   */
  async requireMinutes(
    manager: EntityManager,
    { applicationId, attachmentIds }: { applicationId: string; attachmentIds: readonly string[] },
    counted: readonly string[],
  ): Promise<void> {
    if (!counted.includes(applicationId)) throw attachmentsUnknown(['/minutes/applicationId']);
    await this.#attachments.requireOf(manager, applicationId, attachmentIds, '/minutes/attachmentIds');
  }

  /** Nobody advises or votes in the future. */
  dayFaults(field: 'advisedOn' | 'heldOn', on: CalendarDate): InputFault[] {
    return on > this.#clock.today()
      ? [faultIn(`/${field}`, 'in-the-future', 'Deze dag moet nog komen.')]
      : [];
  }
}
