import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { DecisionsService } from '../decisions/decisions.service.ts';
import { VisibleCollegeLists } from '../decisions/visible-college-lists.service.ts';
import { noLettersReady, tooManyInBatch, letterNotPrintable } from '../letters/domain/letters.problems.ts';
import { settleDates } from '../letters/domain/settle-dates.ts';
import type { Sending } from '../letters/letter-archive.service.ts';
import { versionOf } from '../letters/letter.entity.ts';
import { LetterPress } from '../letters/rendering/letter-press.ts';
import { AnnouncedListResponse } from './announced-list.response.ts';
import { Announcements } from './announcements.service.ts';
import { type OpenedLetter, VisibleLetters } from './visible-letters.service.ts';

/** As many letters as leave in one transaction. */
const mostInBatch = 500;

interface Ready {
  readonly opened: OpenedLetter;
  readonly sending: Sending;
}

interface Rendered extends Ready {
  readonly content: Buffer;
}

/** Sends the letters of all decisions of a list together: each as its reader chose, all of them or none. */
@Injectable()
export class AnnounceList {
  readonly #transactions: Transactions;
  readonly #lists: VisibleCollegeLists;
  readonly #decisions: DecisionsService;
  readonly #letters: VisibleLetters;
  readonly #press: LetterPress;
  readonly #announcements: Announcements;

  constructor(
    transactions: Transactions,
    lists: VisibleCollegeLists,
    decisions: DecisionsService,
    letters: VisibleLetters,
    press: LetterPress,
    announcements: Announcements,
  ) {
    this.#transactions = transactions;
    this.#lists = lists;
    this.#decisions = decisions;
    this.#letters = letters;
    this.#press = press;
    this.#announcements = announcements;
  }

  /**
   * What was sent already stays as it is.
   * @throws DomainError `college-list-not-found`, `no-letters-ready`, `too-many-letters`, `letter-not-printable` for a
   *   letter that somebody must look at and send by itself, or as `Announcements.refuse`
   */
  async announce(
    actor: Actor,
    claim: IdempotencyClaim,
    listId: string,
    expectedVersion: number,
    sentOn: CalendarDate,
  ): Promise<AnnouncedListResponse> {
    const ready = await this.#transactions.run((manager) =>
      this.#ready(manager, actor, listId, expectedVersion, sentOn),
    );
    const rendered = await Promise.all(ready.map((each) => this.#rendered(each)));
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        if (rendered.length === 0) throw noLettersReady();
        for (const { opened, sending, content } of rendered) {
          const { letter } = opened;
          await this.#announcements.announce(manager, actor, letter, versionOf(letter), sending, content);
        }
        const electronic = rendered.filter(({ sending }) => sending.channel === 'electronic');
        return Object.assign(new AnnouncedListResponse(), {
          ...{ listId, sentOn, electronicCount: electronic.length },
          postCount: rendered.length - electronic.length,
        });
      },
      (manager) => this.#lists.open(manager, actor, listId),
    );
    return answer;
  }

  async #ready(
    manager: EntityManager,
    actor: Actor,
    listId: string,
    expectedVersion: number,
    sentOn: CalendarDate,
  ): Promise<Ready[]> {
    const list = await this.#lists.open(manager, actor, listId);
    requireVersion(expectedVersion, list.version);
    const ready: Ready[] = [];
    for (const letterId of await this.#decisions.letterIdsOf(manager, listId)) {
      const opened = await this.#letters.open(actor, 'letter:announce', letterId, manager);
      if (opened.letter.sentOn !== null || opened.letter.voidedAt !== null) continue;
      const channel = await this.#announcements.channelOf(manager, opened);
      const sending = { channel, terms: await this.#letters.datesOf(opened, sentOn) };
      await this.#announcements.refuse(manager, opened, sending);
      ready.push({ opened, sending });
    }
    if (ready.length > mostInBatch) throw tooManyInBatch(mostInBatch);
    return ready;
  }

  async #rendered({ opened, sending }: Ready): Promise<Rendered> {
    const { model } = opened.letter;
    const lost = await this.#press.unprintable(model);
    if (lost.length > 0) throw letterNotPrintable(lost);
    const content = await this.#press.render(settleDates(model, sending.terms));
    return { opened, sending, content };
  }
}
