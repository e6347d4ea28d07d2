import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { type CalendarDate, calendarDateOf, formatDutchDate } from '../kernel/calendar-date.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { settleDates } from '../letters/domain/settle-dates.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { LetterPress } from '../letters/rendering/letter-press.ts';
import type { DossierDocument, FoundDocuments, LeftOut } from './domain/dossier.ts';
import { letterNames } from './domain/dossier-words.ts';
import { numberedFileName } from './domain/safe-file-name.ts';

/** More letters than any case has. */
const most = 10_000;

/** The letters of a case as they were sent; what was never sent is no part of a dossier. */
@Injectable()
export class DossierLetters {
  readonly #manager: EntityManager;
  readonly #transactions: Transactions;
  readonly #archive: LetterArchive;
  readonly #press: LetterPress;

  constructor(
    manager: EntityManager,
    transactions: Transactions,
    archive: LetterArchive,
    press: LetterPress,
  ) {
    this.#manager = manager;
    this.#transactions = transactions;
    this.#archive = archive;
    this.#press = press;
  }

  /** Who writes letters today, and so makes the archive. */
  async municipalityName(manager: EntityManager, on: CalendarDate): Promise<string> {
    return (await this.#archive.senderOn(manager, on)).facts.municipalityName;
  }

  async of(manager: EntityManager, applicationId: string): Promise<FoundDocuments> {
    const part = { onlySent: false, afterId: null, limit: most };
    const letters = await this.#archive.list(manager, applicationId, part);
    const sent = letters.filter(({ sentOn }) => sentOn !== null);
    return {
      documents: sent.map((letter, index) => this.#documentOf(letter, index + 1)),
      leftOut: letters.flatMap((letter) => unsent(letter)),
    };
  }

  #documentOf(letter: LetterEntity, place: number): DossierDocument {
    const on = present(letter.sentOn, 'a sent letter has its day');
    return {
      part: 'letters',
      path: `brieven/${numberedFileName(place, `${on}-${letterNames[letter.kind]}`, 'pdf')}`,
      description: `${letterNames[letter.kind]}, verzonden op ${formatDutchDate(on)}`,
      ...{ on, mediaType: 'application/pdf', sha256: null },
      load: () => this.#bytesOf(letter),
    };
  }

  /** Always the same bytes: those that were kept, or kept now because nobody has read the letter yet. */
  async #bytesOf(letter: LetterEntity): Promise<Buffer> {
    const stored = await this.#archive.document(this.#manager, letter);
    if (stored) return stored;
    const terms = present(letter.terms, 'a sent letter has its dates');
    const content = await this.#press.render(settleDates(letter.model, terms));
    await this.#transactions.run((manager) => this.#archive.keep(manager, letter, content));
    return content;
  }
}

function unsent({ kind, sentOn, voidedAt, createdAt }: LetterEntity): LeftOut[] {
  if (sentOn !== null) return [];
  const what = `${letterNames[kind]} van ${formatDutchDate(calendarDateOf(createdAt))}`;
  const because =
    voidedAt === null ? 'Deze brief is nog niet verzonden.' : 'Deze brief verviel voor verzending.';
  return [{ what, because }];
}
