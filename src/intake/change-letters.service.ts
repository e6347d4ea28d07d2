import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import { caseFacts } from '../applications/domain/case-facts.ts';
import { CaseClocks } from '../deadlines/case-clocks.service.ts';
import { decisionTermOf } from '../deadlines/domain/due-dates.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { composed } from '../letters/domain/composed-letter.ts';
import type { CaseFacts } from '../letters/domain/facts.ts';
import type { ChangeFacts, ForwardingNoticeFacts } from '../letters/domain/facts-on-change.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';

type Forwarded = Pick<ForwardingNoticeFacts, 'bodyName' | 'bodyAddressLines' | 'reason' | 'forwardedOn'>;

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');

/** Writes to applicants what officials did to their application; the letters lie ready to be sent. */
@Injectable()
export class ChangeLetters {
  readonly #archive: LetterArchive;
  readonly #regulations: RegulationsService;
  readonly #kernen: KernenService;
  readonly #clocks: CaseClocks;
  readonly #clock: Clock;

  constructor(
    archive: LetterArchive,
    regulations: RegulationsService,
    kernen: KernenService,
    clocks: CaseClocks,
    clock: Clock,
  ) {
    this.#archive = archive;
    this.#regulations = regulations;
    this.#kernen = kernen;
    this.#clocks = clocks;
    this.#clock = clock;
  }

  /**
   * @param application as it is now
   * @param decidedAs the application on which is decided, when it goes on as another
   */
  async change(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    change: ChangeFacts,
    decidedAs: ApplicationEntity = application,
  ): Promise<LetterEntity> {
    const facts = await this.#caseFacts(manager, actor, application);
    const { standsStillSince, lastDay } = decisionTermOf(await this.#clocks.of(manager, decidedAs));
    const legalDueOn = standsStillSince === null ? lastDay : null;
    const model = composed('change-notice', { ...facts, change, legalDueOn });
    return this.#archive.add(manager, application.id, model, null);
  }

  /** @throws DomainError `forwarded-to-ourselves` */
  async forwarding(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    forwarded: Forwarded,
  ): Promise<LetterEntity> {
    const facts = await this.#caseFacts(manager, actor, application);
    refuseOurselves(facts, forwarded.bodyName);
    return this.#archive.add(
      manager,
      application.id,
      composed('forwarding-notice', { ...facts, ...forwarded }),
      null,
    );
  }

  async #caseFacts(manager: EntityManager, actor: Actor, application: ApplicationEntity): Promise<CaseFacts> {
    const { document } = await this.#regulations.version(manager, application.regulationVersionId);
    const kern = await this.#kernen.get(manager, application.kernId);
    const sender = await this.#archive.senderOn(manager, this.#clock.today());
    return caseFacts(application, document, kern.name, sender, actor.name);
  }
}

function refuseOurselves({ sender }: CaseFacts, bodyName: string): void {
  const ours = [sender.municipalityName, `gemeente ${sender.municipalityName}`, sender.collegeName];
  ours.push(`${sender.collegeName} van ${sender.municipalityName}`);
  if (!ours.some((name) => plain(name) === plain(bodyName))) return;
  const detail = 'Doorzenden gaat naar een ander bestuursorgaan dan de gemeente zelf (Awb 2:3).';
  const fault: InputFault = { in: 'body', location: '/bodyName', code: 'forwarded-to-ourselves', detail };
  throw DomainError.of(applicationProblems, 'forwarded-to-ourselves', detail, [fault]);
}
