import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService, type Step } from '../applications/applications.service.ts';
import type { LifecycleEvent } from '../applications/domain/lifecycle.ts';
import { CompletionRequestEntity } from '../applications/completion-request.entity.ts';
import { AnnouncedClock } from '../deadlines/announced-clock.service.ts';
import { DueDates } from '../deadlines/due-dates.service.ts';
import type { LetterKind } from '../letters/domain/letter-kind.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';

type Effect = 'nothing' | 'asks-completion' | 'announces-decision' | 'moves-clock';

const effects = {
  acknowledgement: 'nothing',
  'completion-request': 'asks-completion',
  grant: 'announces-decision',
  'partial-grant': 'announces-decision',
  refusal: 'announces-decision',
  'left-untreated': 'announces-decision',
  'delay-notice': 'moves-clock',
  'penalty-decision': 'moves-clock',
  'final-fixing': 'announces-decision',
  intention: 'nothing',
  'grant-change': 'announces-decision',
  recovery: 'nothing',
  'change-notice': 'nothing',
  'forwarding-notice': 'nothing',
} as const satisfies Record<LetterKind, Effect>;

/** What follows in law from sending a letter: the clock stops, or the decision takes effect (Awb 3:40, 4:15). */
@Injectable()
export class LetterEffects {
  readonly #applications: ApplicationsService;
  readonly #dueDates: DueDates;
  readonly #announced: AnnouncedClock;

  constructor(applications: ApplicationsService, dueDates: DueDates, announced: AnnouncedClock) {
    this.#applications = applications;
    this.#dueDates = dueDates;
    this.#announced = announced;
  }

  /** @param letter as it was sent; @throws DomainError `step-not-possible` when the application has moved on */
  async apply(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    letter: LetterEntity,
  ): Promise<void> {
    const effect = effects[letter.kind];
    if (effect === 'nothing') return;
    if (letter.correctsId !== null) {
      // What was decided took effect by the letter that this one corrects; only the days that it names are new.
      await this.#dueDates.refresh(manager, application);
      return;
    }
    if (effect === 'moves-clock') return this.#announced.apply(manager, application, letter);
    const countsOn = present(letter.sentOn, 'effects follow from sending');
    const event = effect === 'asks-completion' ? 'ask-completion' : announcing(application);
    const step: Step = { event, actor, countsOn, detail: { letterId: letter.id } };
    if (effect === 'announces-decision') {
      const announced = await this.#applications.take(manager, application, [step]);
      await this.#dueDates.refresh(manager, announced);
      return;
    }
    // Whoever has to complete loses the place in the order until nothing is lacking any more.
    const asked = await this.#applications.take(manager, application, [step], { completedOn: null });
    const lastDay = present(letter.terms?.lastCompletionDay, 'a request to complete has a last day');
    await manager.update(CompletionRequestEntity, { letterId: letter.id }, { askedOn: countsOn, lastDay });
    await this.#dueDates.refresh(manager, asked);
  }
}

/** A letter of a decision after the first one makes known how that was changed. */
function announcing({ status }: ApplicationEntity): LifecycleEvent {
  return status === 'announced' ? 'announce-change' : 'announce-decision';
}
