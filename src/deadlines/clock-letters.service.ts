import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { composed } from '../letters/domain/composed-letter.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import { Payees } from '../parties/payees.service.ts';
import type { HeldClock } from './clock-changes.service.ts';
import { type Delay, delayFacts } from './domain/delay-letter.ts';
import { type PenaltyToTell, penaltyFacts } from './domain/penalty-letter.ts';
import { caseFacts } from '../applications/domain/case-facts.ts';
import type { CaseClock } from './domain/case-clock.ts';
import type { LetterSender } from '../letters/domain/letter-sender.ts';

/** Makes the letters that tell an applicant about time; sending them is what makes them count. */
@Injectable()
export class ClockLetters {
  readonly #archive: LetterArchive;
  readonly #clock: Clock;
  readonly #payees: Payees;

  constructor(archive: LetterArchive, clock: Clock, payees: Payees) {
    this.#archive = archive;
    this.#clock = clock;
    this.#payees = payees;
  }

  /** The letter that the decision takes longer (Awb 4:14). */
  async delay(manager: EntityManager, actor: Actor, held: HeldClock, delay: Delay): Promise<LetterEntity> {
    const { visible, clock } = held;
    const sender = await this.#archive.senderOn(manager, this.#clock.today());
    const facts = factsOf(visible, clock, sender, actor.name);
    const model = composed('delay-notice', delayFacts(facts, clock, delay, this.#clock.today()));
    return this.#archive.add(manager, visible.application.id, model, null);
  }

  /** The letter with the decision of the college on the penalty (Awb 4:18). */
  async penalty(manager: EntityManager, held: HeldClock, decision: PenaltyToTell): Promise<LetterEntity> {
    const { visible, clock } = held;
    const sender = await this.#archive.senderOn(manager, decision.decidedOn);
    const facts = factsOf(visible, clock, sender, null);
    // A payee said yes to getting the grant. A penalty is due to the applicant, whose own account is then not known.
    const { id } = visible.application;
    const hasPayee = (await this.#payees.namesOf(manager, [id])).has(id);
    const ibanLastFour = hasPayee ? null : visible.application.ibanLastFour;
    const model = composed('penalty-decision', penaltyFacts(facts, clock, sender, decision, ibanLastFour));
    return this.#archive.add(manager, visible.application.id, model, null);
  }
}

function factsOf(
  { application, kern }: Visible,
  { document }: CaseClock,
  sender: LetterSender,
  handlerName: string | null,
) {
  return caseFacts(application, document, kern.name, sender, handlerName);
}
