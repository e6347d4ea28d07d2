import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { addresseeOf } from '../applications/domain/case-facts.ts';
import { composedAgain, type RenewedFacts } from '../letters/domain/composed-letter.ts';
import { cannotBeSent, letterNotCorrected, letterNotSent } from '../letters/domain/letters.problems.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import { LetterRewriting } from '../letters/letter-rewriting.service.ts';
import { versionOf } from '../letters/letter.entity.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import type { CorrectLetterRequest, ExplainLetterRequest } from './rewrite-letter.request.ts';
import { type OpenedLetter, VisibleLetters } from './visible-letters.service.ts';

/** Composes letters again: with what an official adds before sending, or as a correction of what was sent. */
@Injectable()
export class RewriteLetters {
  readonly #transactions: Transactions;
  readonly #letters: VisibleLetters;
  readonly #archive: LetterArchive;
  readonly #rewriting: LetterRewriting;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    transactions: Transactions,
    letters: VisibleLetters,
    archive: LetterArchive,
    rewriting: LetterRewriting,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#transactions = transactions;
    this.#letters = letters;
    this.#archive = archive;
    this.#rewriting = rewriting;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Adds an official's own words to a letter that was not sent yet, or takes them away. What the law wants in it
   * follows from the case and stays (Awb 3:46).
   * @throws DomainError `already-sent`, `overtaken` or `letter-without-facts`
   */
  explain(
    actor: Actor,
    claim: IdempotencyClaim,
    letterId: string,
    expectedVersion: number,
    { paragraphs }: ExplainLetterRequest,
  ): Promise<LetterResponse> {
    return this.#once(actor, claim, letterId, expectedVersion, async (manager, { letter }) => {
      if (letter.sentOn !== null) throw cannotBeSent('already-sent');
      if (letter.voidedAt !== null) throw cannotBeSent('overtaken');
      const facts = await this.#rewriting.factsOf(manager, letter);
      const { templates } = await this.#archive.senderOn(manager, this.#clock.today());
      const renewed: RenewedFacts = { explanation: paragraphs, ...(templates && { templates }) };
      const rewritten = composedAgain(letter.kind, facts, renewed);
      this.#record(manager, actor, letterId, { explanation: paragraphs.length });
      return LetterResponse.of(await this.#rewriting.rewrite(manager, letter, rewritten));
    });
  }

  /**
   * Makes a new letter in the place of one that was sent: with the addressee and the sender as they are now, what was
   * wrong, and terms of its own. The sent letter stays as it is.
   * @throws DomainError `letter-not-sent`, `letter-not-corrected` for a request to complete, which is asked anew, or
   *   `letter-without-facts`
   */
  correct(
    actor: Actor,
    claim: IdempotencyClaim,
    letterId: string,
    expectedVersion: number,
    { because }: CorrectLetterRequest,
  ): Promise<LetterResponse> {
    return this.#once(actor, claim, letterId, expectedVersion, async (manager, { letter, application }) => {
      if (letter.sentOn === null)
        throw letterNotSent('Een brief die nog niet is verzonden, herstelt u zelf.');
      if (letter.kind === 'completion-request') throw letterNotCorrected();
      const facts = await this.#rewriting.factsOf(manager, letter);
      const sender = await this.#archive.senderOn(manager, this.#clock.today());
      const renewed: RenewedFacts = {
        ...{ sender: sender.facts, applicant: addresseeOf(application.applicant) },
        corrects: { sentOn: present(letter.sentOn, 'it was sent'), because },
        ...(sender.templates && { templates: sender.templates }),
      };
      const correction = composedAgain(letter.kind, facts, renewed);
      const added = this.#archive.add(manager, letter.applicationId, correction, null, letter.id);
      this.#record(manager, actor, letterId, { correctedBy: added.id });
      return LetterResponse.of(added);
    });
  }

  async #once(
    actor: Actor,
    claim: IdempotencyClaim,
    letterId: string,
    expectedVersion: number,
    work: (manager: EntityManager, opened: OpenedLetter) => Promise<LetterResponse>,
  ): Promise<LetterResponse> {
    const open = (manager: EntityManager) => this.#letters.open(actor, 'letter:announce', letterId, manager);
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const opened = await open(manager);
        requireVersion(expectedVersion, versionOf(opened.letter));
        return work(manager, opened);
      },
      open,
    );
    return answer;
  }

  #record(manager: EntityManager, actor: Actor, letterId: string, detail: Record<string, unknown>): void {
    this.#audit.record(manager, actor, {
      ...{ action: 'letter:announce', subjectKind: 'letter', subjectId: letterId },
      detail,
    });
  }
}
