import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ApplicationsService } from '../applications/applications.service.ts';
import type { ChangeRow } from '../applications/domain/change-rows.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import { Acknowledgements } from './acknowledgement.service.ts';
import type { Destination } from './reception.service.ts';

/** As many letters as may lie ready about one application. */
const mostReady = 50;

/** Keeps letters that lie ready from leaving with what has been put right since. */
@Injectable()
export class ReadyLetters {
  readonly #applications: ApplicationsService;
  readonly #archive: LetterArchive;
  readonly #acknowledgements: Acknowledgements;

  constructor(applications: ApplicationsService, archive: LetterArchive, acknowledgements: Acknowledgements) {
    this.#applications = applications;
    this.#archive = archive;
    this.#acknowledgements = acknowledgements;
  }

  /**
   * An acknowledgement that was not sent is made anew. A request to complete that was not sent asked nothing and is
   * void: whether it is still needed is for the official to say.
   */
  async renew(
    manager: EntityManager,
    applicationId: string,
    destination: Destination,
    rows: readonly ChangeRow[],
  ): Promise<void> {
    if (rows.every(({ field }) => field === 'iban')) return;
    const letters = await this.#archive.newest(manager, applicationId, mostReady);
    const ready = letters.filter(({ sentOn, voidedAt }) => sentOn === null && voidedAt === null);
    await this.#archive.void(manager, applicationId, ['acknowledgement', 'completion-request']);
    if (!ready.some(({ kind }) => kind === 'acknowledgement')) return;
    const application = await this.#applications.get(manager, applicationId);
    const sender = await this.#acknowledgements.senderToday(manager);
    this.#acknowledgements.acknowledge(manager, application, destination, sender);
  }
}
