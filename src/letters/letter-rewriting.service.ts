import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import type { ComposedLetter } from './domain/composed-letter.ts';
import type { CaseFacts } from './domain/facts.ts';
import type { LetterModel } from './domain/letter-model.ts';
import { cannotBeSent, letterWithoutFacts } from './domain/letters.problems.ts';
import { LetterEntity } from './letter.entity.ts';
import { factsPlace, modelPlace } from './sealed-places.ts';

/** Composed letters of which one was kept: what it was made from, and, until it is sent, what it says. */
@Injectable()
export class LetterRewriting {
  readonly #keys: CaseKeys;

  constructor(keys: CaseKeys) {
    this.#keys = keys;
  }

  /** From which facts a letter was composed. @throws DomainError `letter-without-facts` for one from before they were kept */
  async factsOf(manager: EntityManager, letter: LetterEntity): Promise<CaseFacts> {
    const key = await this.#keys.of(manager, letter.applicationId);
    if (letter.factsSealed === null) throw letterWithoutFacts();
    return key.open<CaseFacts>(letter.factsSealed, factsPlace(letter.id));
  }

  /**
   * Puts what was composed again in the place of a letter that was not sent yet. Its code stays.
   * @throws DomainError `already-sent` when it was sent, became void or was rewritten by somebody else meanwhile
   */
  async rewrite(
    manager: EntityManager,
    letter: LetterEntity,
    { facts, model: composed }: ComposedLetter,
  ): Promise<LetterEntity> {
    const { id, revision, model: former } = letter;
    const key = await this.#keys.of(manager, letter.applicationId);
    const model: LetterModel = { ...composed, verificationCode: former.verificationCode };
    const change = {
      modelSealed: key.seal(model, modelPlace(id)),
      factsSealed: key.seal(facts, factsPlace(id)),
      revision: revision + 1,
    };
    const result = await manager
      .createQueryBuilder()
      .update(LetterEntity)
      .set(change)
      .where('id = :id AND revision = :revision AND sent_on IS NULL AND voided_at IS NULL', { id, revision })
      .execute();
    if (result.affected !== 1) throw cannotBeSent('already-sent');
    return Object.assign(new LetterEntity(), letter, change, { model });
  }
}
