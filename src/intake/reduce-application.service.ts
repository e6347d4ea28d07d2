import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import type { NewApplicationChangeResponse } from '../applications/application-change.response.ts';
import { changeRows } from '../applications/domain/change-rows.ts';
import { nothingChanges, refuseDecided, refusePart } from '../applications/domain/correction.ts';
import { isFrozen } from '../applications/domain/frozen-content.ts';
import { reductionRefusal } from '../applications/domain/reduction.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { RecordChange } from './record-change.service.ts';
import type { ReductionRequest } from './reduction.request.ts';

/** Records that the applicant agreed to ask for less, or to a smaller plan, before the decision. */
@Injectable()
export class ReduceApplication {
  readonly #regulations: RegulationsService;
  readonly #change: RecordChange;
  readonly #clock: Clock;

  constructor(regulations: RegulationsService, change: RecordChange, clock: Clock) {
    this.#regulations = regulations;
    this.#change = change;
    this.#clock = clock;
  }

  /** @throws DomainError `step-not-possible`, `nothing-changes`, and as `reductionRefusal` */
  async reduce(
    manager: EntityManager,
    actor: Actor,
    { application, kern }: Visible,
    request: ReductionRequest,
  ): Promise<NewApplicationChangeResponse> {
    refuseDecided(application.status);
    const { document } = await this.#regulations.version(manager, application.regulationVersionId);
    const { requestedCents, costs, description } = request;
    const changes = {
      ...(requestedCents !== undefined && { requestedCents }),
      ...(costs !== undefined && { costs }),
      ...(description !== undefined && { description }),
    };
    const today = this.#clock.today();
    const frozen = isFrozen(document, application.receivedOn ?? today, today);
    const after = { ...application, ...changes };
    const refusal = reductionRefusal(application, after, request.agreedOn, { today, isFrozen: frozen });
    if (refusal !== null) throw refusal;
    const same = { kernName: kern.name, iban: null };
    const rows = changeRows({ ...application, ...same }, { ...after, ...same });
    if (rows.length === 0) throw nothingChanges();
    refusePart(application.spanned !== undefined, rows);
    const { agreedOn, agreedHow, agreedWith, evidence, reason } = request;
    return this.#change.make(manager, actor, {
      event: 'reduce',
      ...{ application, document, rows, changes, completeOn: today },
      record: {
        ...{ kind: 'reduction', origin: null, reason, agreedOn, agreedHow, agreedWith, evidence },
        ...{ fromKernId: null, toKernId: null },
      },
      told: {
        ...{ kind: 'reduction', rows, reason, agreedOn },
        ...{ fromCents: application.requestedCents, toCents: after.requestedCents },
      },
    });
  }
}
