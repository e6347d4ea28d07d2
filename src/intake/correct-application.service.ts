import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import type { NewApplicationChangeResponse } from '../applications/application-change.response.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import type { CorrectionOrigin } from '../applications/domain/application-change.ts';
import { correctionRefusal, refuseDecided, refusePart } from '../applications/domain/correction.ts';
import { isFrozen } from '../applications/domain/frozen-content.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { CorrectedContents } from './corrected-content.service.ts';
import type { CorrectionRequest } from './correction.request.ts';
import { ReadyLetters } from './ready-letters.service.ts';
import { RecordChange } from './record-change.service.ts';

/** As many steps as the timeline of one application has at the very most. */
const mostSteps = 10_000;

/** Puts right what is wrong in an application, before the decision. */
@Injectable()
export class CorrectApplication {
  readonly #applications: ApplicationsService;
  readonly #regulations: RegulationsService;
  readonly #contents: CorrectedContents;
  readonly #change: RecordChange;
  readonly #ready: ReadyLetters;
  readonly #clock: Clock;

  constructor(
    applications: ApplicationsService,
    regulations: RegulationsService,
    contents: CorrectedContents,
    change: RecordChange,
    ready: ReadyLetters,
    clock: Clock,
  ) {
    this.#applications = applications;
    this.#regulations = regulations;
    this.#contents = contents;
    this.#change = change;
    this.#ready = ready;
    this.#clock = clock;
  }

  /** @throws DomainError `step-not-possible`, and as `CorrectedContents.of` and `correctionRefusal` */
  async correct(
    manager: EntityManager,
    actor: Actor,
    visible: Visible,
    request: CorrectionRequest,
  ): Promise<NewApplicationChangeResponse> {
    const { application, kern: former } = visible;
    refuseDecided(application.status);
    const version = await this.#regulations.version(manager, application.regulationVersionId);
    const { rows, changes, kern } = await this.#contents.of(manager, actor, visible, version, request);
    const today = this.#clock.today();
    const { origin, reason, iban } = request;
    const frozen = isFrozen(version.document, application.receivedOn ?? today, today);
    const refusal = correctionRefusal(rows, origin, frozen);
    if (refusal !== null) throw refusal;
    refusePart(application.spanned !== undefined, rows);
    const moved = kern.id === former.id ? null : { from: former.id, to: kern.id };
    const corrected = await this.#change.make(manager, actor, {
      event: 'correct',
      ...{ application, document: version.document, rows, changes, iban },
      completeOn: await this.#completeOn(manager, application, origin, today),
      record: {
        ...{ kind: 'correction', origin, reason, agreedOn: null, agreedHow: null },
        ...{ agreedWith: null, evidence: null },
        ...{ fromKernId: moved?.from ?? null, toKernId: moved?.to ?? null },
      },
      told: { kind: 'correction', rows, reason },
    });
    await this.#ready.renew(manager, application.id, { kern, version }, rows);
    return corrected;
  }

  /**
   * From which day an application is complete that lacks nothing by a correction: today, when the applicant tells more
   * than before. What the municipality took over wrongly was told on the day on which the last of it came in.
   */
  async #completeOn(
    manager: EntityManager,
    application: ApplicationEntity,
    origin: CorrectionOrigin,
    today: CalendarDate,
  ): Promise<CalendarDate> {
    if (origin !== 'entry') return today;
    const timeline = await this.#applications.timeline(manager, application.id, {
      afterId: null,
      limit: mostSteps,
    });
    const supplements = timeline.filter(({ kind }) => kind === 'supplement').map(({ countsOn }) => countsOn);
    const receivedOn = present(application.receivedOn, 'only what was received is corrected');
    return [receivedOn, ...supplements].sort().at(-1) ?? receivedOn;
  }
}
