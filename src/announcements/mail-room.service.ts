import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { decodePageKey, Page, pageOf } from '../platform/http/page.ts';
import { noLettersByPost, tooManyLetters } from '../letters/domain/letters.problems.ts';
import { settleDates } from '../letters/domain/settle-dates.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import type { LetterDispatchEntity } from '../letters/letter-dispatch.entity.ts';
import { LetterDispatches } from '../letters/letter-dispatches.service.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { LetterPress } from '../letters/rendering/letter-press.ts';
import { PostedLetterResponse } from './letter-dispatch.response.ts';
import type { PostedLettersQuery } from './posted-letters.query.ts';

/** As many letters as a printer takes at once; a municipality with more prints them in the course of the day. */
const mostLettersTogether = 500;

interface Posted {
  readonly dispatch: LetterDispatchEntity;
  readonly letter: LetterEntity;
}

/** What leaves by post on a day, for who prints it and puts it in envelopes. */
@Injectable()
export class MailRoom {
  readonly #manager: EntityManager;
  readonly #archive: LetterArchive;
  readonly #dispatches: LetterDispatches;
  readonly #press: LetterPress;
  readonly #clock: Clock;

  constructor(
    manager: EntityManager,
    archive: LetterArchive,
    dispatches: LetterDispatches,
    press: LetterPress,
    clock: Clock,
  ) {
    this.#manager = manager;
    this.#archive = archive;
    this.#dispatches = dispatches;
    this.#press = press;
    this.#clock = clock;
  }

  /** The list to tick off, in the order of the print file. */
  async list({
    sentOn = this.#clock.today(),
    after,
    limit,
  }: PostedLettersQuery): Promise<Page<PostedLetterResponse>> {
    const afterId = decodePageKey(after, ['id'])?.[0] ?? null;
    const rows = await this.#dispatches.byPostOn(this.#manager, sentOn, { afterId, limit: limit + 1 });
    const page = pageOf(rows, limit, ({ id }) => [id]);
    const posted = await this.#posted(page.items);
    return new Page(
      posted.map(({ dispatch, letter }) => PostedLetterResponse.of(dispatch, letter)),
      page.nextKey,
    );
  }

  /**
   * All letters of a day in one file, each as it was sent.
   * @throws DomainError `no-letters-by-post` or `too-many-letters`
   */
  async printFile(sentOn: CalendarDate = this.#clock.today()): Promise<Buffer> {
    const limit = mostLettersTogether + 1;
    const rows = await this.#dispatches.byPostOn(this.#manager, sentOn, { afterId: null, limit });
    if (rows.length > mostLettersTogether) throw tooManyLetters(mostLettersTogether);
    const posted = await this.#posted(rows);
    if (posted.length === 0) throw noLettersByPost();
    const letters = posted.map(({ letter }) =>
      settleDates(letter.model, present(letter.terms, 'a sent letter has its dates')),
    );
    return this.#press.renderPrintFile({ printedOn: sentOn, letters });
  }

  /** Letters of cases that were destroyed meanwhile are left out. */
  async #posted(dispatches: readonly LetterDispatchEntity[]): Promise<Posted[]> {
    const letters = await this.#archive.getAll(
      this.#manager,
      dispatches.map(({ letterId }) => letterId),
    );
    return dispatches.flatMap((dispatch) => {
      const letter = letters.get(dispatch.letterId);
      return letter ? [{ dispatch, letter }] : [];
    });
  }
}
