import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import { Payees } from '../parties/payees.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import type { StandingGrant } from './domain/grant-change.ts';
import { composeReductionLetter, type ReductionLetterFacts } from './domain/reduction-letter.ts';

/** The letter that told the grant as it stands. */
export interface EarlierLetter {
  /** Null when it was not sent. */
  readonly sentOn: CalendarDate | null;
}

type Known = Pick<ReductionLetterFacts, 'asked' | 'basis' | 'paidCents'> & {
  readonly application: ApplicationEntity;
};

/** Composes and stores the letters of grants that become smaller. */
@Injectable()
export class ReductionLetters {
  readonly #archive: LetterArchive;
  readonly #kernen: KernenService;
  readonly #regulations: RegulationsService;
  readonly #payees: Payees;

  constructor(
    archive: LetterArchive,
    kernen: KernenService,
    regulations: RegulationsService,
    payees: Payees,
  ) {
    this.#archive = archive;
    this.#kernen = kernen;
    this.#regulations = regulations;
    this.#payees = payees;
  }

  earlier(manager: EntityManager, letterId: string): Promise<EarlierLetter> {
    return this.#archive.get(manager, letterId);
  }

  async compose(
    manager: EntityManager,
    known: Known,
    { announcedOn, grantedCents }: StandingGrant,
  ): Promise<LetterEntity> {
    const { application, basis } = known;
    const kern = await this.#kernen.get(manager, application.kernId);
    const { document } = await this.#regulations.version(manager, application.regulationVersionId);
    const sender = await this.#archive.senderOn(manager, basis.date);
    const grant = { grantedOn: announcedOn, grantedCents };
    const handlerName = application.assigneeName;
    const payeeNames = await this.#payees.namesOf(manager, [application.id]);
    const model = composeReductionLetter({
      ...{ ...known, document, sender, handlerName, grant },
      kernName: kern.name,
      payeeName: payeeNames.get(application.id) ?? null,
    });
    return this.#archive.add(manager, application.id, model, null);
  }
}
