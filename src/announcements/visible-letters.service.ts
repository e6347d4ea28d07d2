import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { permits } from '../identity/domain/permission.ts';
import type { Action } from '../identity/domain/actions.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { letterNotFound } from '../letters/domain/letters.problems.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { completionLength } from '../regulations/domain/groups/terms.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { datesFromSending } from '../letters/domain/sending.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { SettlingDates } from '../letters/domain/settle-dates.ts';

/** A letter with the application that it is about. */
export interface OpenedLetter extends Visible {
  readonly letter: LetterEntity;
}

/** Opens letters for callers. An applicant sees a letter from the moment it has been sent. */
@Injectable()
export class VisibleLetters {
  readonly #manager: EntityManager;
  readonly #archive: LetterArchive;
  readonly #visible: VisibleApplications;
  readonly #regulations: RegulationsService;

  constructor(
    manager: EntityManager,
    archive: LetterArchive,
    visible: VisibleApplications,
    regulations: RegulationsService,
  ) {
    this.#manager = manager;
    this.#archive = archive;
    this.#visible = visible;
    this.#regulations = regulations;
  }

  async list(actor: Actor, applicationId: string, query: PageQuery): Promise<Page<LetterEntity>> {
    const after = decodePageKey(query.after, ['id']);
    const visible = await this.#visible.open(this.#manager, actor, 'letter:read', applicationId);
    const letters = await this.#archive.list(this.#manager, applicationId, {
      onlySent: !seesConcepts(actor, visible),
      afterId: after?.[0] ?? null,
      limit: query.limit + 1,
    });
    return pageOf(letters, query.limit, ({ id }) => [id]);
  }

  /** @throws DomainError `letter-not-found` or `not-allowed` */
  async open(
    actor: Actor,
    action: Action,
    letterId: string,
    manager: EntityManager = this.#manager,
  ): Promise<OpenedLetter> {
    const letter = await this.#archive.get(manager, letterId);
    const visible = await this.#visible.open(manager, actor, action, letter.applicationId, letterNotFound);
    if (letter.sentOn === null && !seesConcepts(actor, visible)) throw letterNotFound().withholding();
    return { ...visible, letter };
  }

  /** The dates that follow from sending this letter on a day, by the regulation of its application. */
  async datesOf({ letter, application }: OpenedLetter, sentOn: CalendarDate): Promise<SettlingDates> {
    const { document } = await this.#regulations.version(this.#manager, application.regulationVersionId);
    return datesFromSending(letter.kind, sentOn, {
      completion: completionLength(document.terms),
      paymentWeeks: document.payment.withinWeeks,
    });
  }
}

/** Whoever may preview letters of a case sees them before they are sent. */
function seesConcepts(actor: Actor, { facts }: Visible): boolean {
  return permits(actor, 'letter:preview', facts);
}
