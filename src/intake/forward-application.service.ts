import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import { refuseDecided } from '../applications/domain/correction.ts';
import { ForwardingResponse, NewForwardingResponse } from '../applications/forwarding.response.ts';
import { Forwardings } from '../applications/forwardings.service.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { CaseSteps } from './case-steps.service.ts';
import { ChangeLetters } from './change-letters.service.ts';
import type { ForwardingRequest } from './forwarding.request.ts';

/** Sends an application on to the body that is competent to decide on it, and tells the sender (Awb 2:3). */
@Injectable()
export class ForwardApplication {
  readonly #steps: CaseSteps;
  readonly #letters: ChangeLetters;
  readonly #forwardings: Forwardings;
  readonly #clock: Clock;

  constructor(steps: CaseSteps, letters: ChangeLetters, forwardings: Forwardings, clock: Clock) {
    this.#steps = steps;
    this.#letters = letters;
    this.#forwardings = forwardings;
    this.#clock = clock;
  }

  /** @throws DomainError `step-not-possible`, `receipt-not-possible` or `forwarded-to-ourselves` */
  async forward(
    manager: EntityManager,
    actor: Actor,
    { application }: Visible,
    request: ForwardingRequest,
  ): Promise<NewForwardingResponse> {
    refuseDecided(application.status);
    const today = this.#clock.today();
    const { bodyName, bodyAddressLines, reason, forwardedOn = today } = request;
    if (forwardedOn > today || forwardedOn < (application.receivedOn ?? today)) throw impossibleDay();
    const told = { bodyName, bodyAddressLines, reason, forwardedOn };
    const letter = await this.#letters.forwarding(manager, actor, application, told);
    const forwarded = await this.#steps.end(manager, actor, application, 'forward', { bodyName });
    const row = this.#forwardings.add(manager, actor, {
      ...told,
      ...{ applicationId: application.id, letterId: letter.id },
    });
    const { version } = forwarded;
    return Object.assign(new NewForwardingResponse(), ForwardingResponse.of(row), { version });
  }
}

function impossibleDay(): DomainError {
  const detail = 'Doorgezonden is na de ontvangst van de aanvraag, en niet in de toekomst.';
  const fault: InputFault = { in: 'body', location: '/forwardedOn', code: 'receipt-not-possible', detail };
  return DomainError.of(applicationProblems, 'receipt-not-possible', detail, [fault]);
}
