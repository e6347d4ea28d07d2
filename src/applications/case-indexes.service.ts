import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { CaseSecrets } from '../secrets/case-secrets.service.ts';
import { SearchIndex } from '../secrets/search-index.service.ts';
import type { ApplicationEntity } from './application.entity.ts';
import { likenessOf } from './domain/likeness.ts';
import { peopleWordsOf, searchWordsOf } from './domain/search-words.ts';

/** Keeps what applications are found by: what makes them alike, and their words. */
@Injectable()
export class CaseIndexes {
  readonly #keys: CaseKeys;
  readonly #secrets: CaseSecrets;
  readonly #search: SearchIndex;

  constructor(keys: CaseKeys, secrets: CaseSecrets, search: SearchIndex) {
    this.#keys = keys;
    this.#secrets = secrets;
    this.#search = search;
  }

  /** Keeps what earlier applications are found by. Who applies and for what seldom changes after submission. */
  keepLikeness(manager: EntityManager, application: ApplicationEntity): void {
    this.#secrets.putLikeness(manager, this.#keys.held(manager, application.id), likenessOf(application));
  }

  /**
   * Keeps the words by which an application is found; whoever has just opened it may call this. What was never
   * submitted is found by nobody.
   */
  keepWords(manager: EntityManager, application: ApplicationEntity): void {
    if (application.number === null) return;
    const { id, kernId } = application;
    const words = searchWordsOf(application);
    this.#search.put(manager, this.#keys.held(manager, id), 'search-application', { kernId, words });
  }

  /**
   * Lets an application be found by people besides its applicant, in place of those by whom it was found before.
   * @param texts names and addresses, each as a whole
   */
  keepPeople(
    manager: EntityManager,
    { id, kernId }: Pick<ApplicationEntity, 'id' | 'kernId'>,
    texts: readonly string[],
  ): void {
    const words = peopleWordsOf(texts);
    this.#search.put(manager, this.#keys.held(manager, id), 'search-people', { kernId, words });
  }

  /** Keeps by what an application is found that was changed, also where it is in another kern now. */
  async follow(manager: EntityManager, before: ApplicationEntity, after: ApplicationEntity): Promise<void> {
    const words = searchWordsOf(after).join(' ');
    if (after.number !== before.number || words !== searchWordsOf(before).join(' ')) {
      this.keepWords(manager, after);
    }
    if (!isDeepStrictEqual(likenessOf(after), likenessOf(before))) this.keepLikeness(manager, after);
    if (after.kernId === before.kernId) return;
    await this.#search.move(manager, this.#keys.held(manager, after.id), after.kernId);
  }
}
