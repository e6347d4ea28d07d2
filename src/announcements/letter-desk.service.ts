import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { cannotBeSent, letterNotPrintable, letterNotSent } from '../letters/domain/letters.problems.ts';
import { previewDates, settleDates } from '../letters/domain/settle-dates.ts';
import { LetterArchive, type Sending } from '../letters/letter-archive.service.ts';
import { versionOf } from '../letters/letter.entity.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import { LetterPress } from '../letters/rendering/letter-press.ts';
import type { SendLetterRequest } from './announce-letter.request.ts';
import { Announcements } from './announcements.service.ts';
import { type OpenedLetter, VisibleLetters } from './visible-letters.service.ts';

/** Shows letters and sends them. Rendering takes tens of milliseconds and is done outside transactions, in threads. */
@Injectable()
export class LetterDesk {
  readonly #manager: EntityManager;
  readonly #transactions: Transactions;
  readonly #letters: VisibleLetters;
  readonly #archive: LetterArchive;
  readonly #press: LetterPress;
  readonly #announcements: Announcements;

  constructor(
    manager: EntityManager,
    transactions: Transactions,
    letters: VisibleLetters,
    archive: LetterArchive,
    press: LetterPress,
    announcements: Announcements,
  ) {
    this.#manager = manager;
    this.#transactions = transactions;
    this.#letters = letters;
    this.#archive = archive;
    this.#press = press;
    this.#announcements = announcements;
  }

  /** How the letter would look if it were sent on this day; marked as a concept. */
  async preview(actor: Actor, letterId: string, sentOn: CalendarDate): Promise<Buffer> {
    const opened = await this.#letters.open(actor, 'letter:preview', letterId);
    const dates = await this.#letters.datesOf(opened, sentOn);
    return this.#press.render(previewDates(opened.letter.model, dates));
  }

  /**
   * The letter as it was sent, always the same bytes. An acknowledgement that left at once is rendered when it is
   * first read, so that nobody waits for it when applying.
   * @throws DomainError `letter-not-sent`
   */
  async document(actor: Actor, letterId: string): Promise<Buffer> {
    const { letter } = await this.#letters.open(actor, 'letter:read', letterId);
    if (letter.sentOn === null) {
      throw letterNotSent('Bekijk het voorbeeld van deze brief.');
    }
    const stored = await this.#archive.document(this.#manager, letter);
    if (stored) return stored;
    const content = await this.#press.render(
      settleDates(letter.model, present(letter.terms, 'a sent letter has its dates')),
    );
    await this.#transactions.run((manager) => this.#archive.keep(manager, letter, content));
    return content;
  }

  /** Sends a letter: its bytes are fixed, its terms start the next day. */
  async announce(
    actor: Actor,
    claim: IdempotencyClaim,
    letterId: string,
    expectedVersion: number,
    { sentOn, channel, replaceCharacters = false }: SendLetterRequest,
  ): Promise<LetterResponse> {
    const opened = await this.#letters.open(actor, 'letter:announce', letterId);
    const sending = { channel, terms: await this.#letters.datesOf(opened, sentOn) };
    // Who asks again for a letter that was sent meanwhile, gets the first answer from the claim, or is refused.
    const content =
      opened.letter.sentOn === null ? await this.#rendered(opened, sending, replaceCharacters) : null;
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const { letter } = opened;
        requireVersion(expectedVersion, versionOf(letter));
        if (content === null) throw cannotBeSent('already-sent');
        return LetterResponse.of(
          await this.#announcements.announce(manager, actor, letter, expectedVersion, sending, content),
        );
      },
      (manager) => this.#letters.open(actor, 'letter:announce', letterId, manager),
    );
    return answer;
  }

  /** @throws DomainError `letter-not-printable` when characters would be replaced and nobody said that they may */
  async #rendered(opened: OpenedLetter, sending: Sending, replaceCharacters: boolean): Promise<Buffer> {
    await this.#announcements.refuse(this.#manager, opened, sending);
    const lost = replaceCharacters ? [] : await this.#press.unprintable(opened.letter.model);
    if (lost.length > 0) throw letterNotPrintable(lost);
    return this.#press.render(settleDates(opened.letter.model, sending.terms));
  }
}
