import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationChanges, type NewChange } from '../applications/application-changes.service.ts';
import { NewApplicationChangeResponse } from '../applications/application-change.response.ts';
import { ApplicationChangeResponse } from '../applications/application-change.response.ts';
import { ApplicationsService, type Changes, type Step } from '../applications/applications.service.ts';
import { type ChangeRow, isOfPlan } from '../applications/domain/change-rows.ts';
import { missingItems } from '../applications/domain/completeness.ts';
import type { ChangeFacts } from '../letters/domain/facts-on-change.ts';
import { DueDates } from '../deadlines/due-dates.service.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { CaseSteps } from './case-steps.service.ts';
import { ChangeLetters } from './change-letters.service.ts';

/** A change that may be made, with everything to be recorded of it. */
export interface AllowedChange {
  readonly event: 'correct' | 'reduce';
  /** The application as it was; the caller holds it. */
  readonly application: ApplicationEntity;
  readonly document: RegulationDocument;
  readonly rows: readonly ChangeRow[];
  readonly changes: Changes;
  readonly iban?: string | undefined;
  /** From which day it is complete, if nothing is lacking any more by this change. */
  readonly completeOn: CalendarDate;
  readonly record: Omit<NewChange, 'applicationId' | 'rows' | 'fromCents' | 'toCents' | 'letterId'>;
  /** What the letter tells, where there is one. */
  readonly told: ChangeFacts;
}

/** Makes a change of an application, tells it, and keeps what was before. The place in the order stays. */
@Injectable()
export class RecordChange {
  readonly #applications: ApplicationsService;
  readonly #changes: ApplicationChanges;
  readonly #letters: ChangeLetters;
  readonly #steps: CaseSteps;
  readonly #dueDates: DueDates;
  readonly #clock: Clock;

  constructor(
    applications: ApplicationsService,
    changes: ApplicationChanges,
    letters: ChangeLetters,
    steps: CaseSteps,
    dueDates: DueDates,
    clock: Clock,
  ) {
    this.#applications = applications;
    this.#changes = changes;
    this.#letters = letters;
    this.#steps = steps;
    this.#dueDates = dueDates;
    this.#clock = clock;
  }

  /** @throws DomainError `step-not-possible` */
  async make(
    manager: EntityManager,
    actor: Actor,
    change: AllowedChange,
  ): Promise<NewApplicationChangeResponse> {
    const { application, rows } = change;
    const completeOn = this.#completedBy(change);
    const completing = completeOn === null ? {} : { completedOn: completeOn };
    const changed = await this.#applications.take(
      manager,
      application,
      this.#stepsOf(actor, change, completeOn),
      { ...change.changes, ...completing },
      change.iban,
    );
    if (completeOn !== null) await this.#steps.closeRequests(manager, application.id, completeOn);
    await this.#dueDates.refresh(manager, changed);
    const letter = rows.some(isOfPlan)
      ? await this.#letters.change(manager, actor, changed, change.told)
      : null;
    const recorded = this.#changes.add(manager, actor, {
      ...change.record,
      ...{ applicationId: application.id, rows, letterId: letter?.id ?? null },
      ...{ fromCents: application.requestedCents, toCents: changed.requestedCents },
    });
    return Object.assign(new NewApplicationChangeResponse(), ApplicationChangeResponse.of(recorded), {
      version: changed.version,
    });
  }

  /** The day from which it is complete, when it was not and nothing is lacking after the change; else null. */
  #completedBy({ application, changes, document, completeOn }: AllowedChange): CalendarDate | null {
    if (application.status === 'complete') return null;
    const changed = Object.assign(new ApplicationEntity(), application, changes);
    return missingItems(changed, document).length === 0 ? completeOn : null;
  }

  #stepsOf(actor: Actor, { event, rows }: AllowedChange, completeOn: CalendarDate | null): Step[] {
    const detail = { fields: rows.map(({ field }) => field) };
    const steps: Step[] = [{ event, actor, countsOn: this.#clock.today(), detail }];
    if (completeOn !== null) {
      steps.push({ event: 'find-complete', actor, countsOn: completeOn, by: 'vanzelf vastgesteld' });
    }
    return steps;
  }
}
