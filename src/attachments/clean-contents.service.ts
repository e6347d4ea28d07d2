import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import type { AttachmentStoreName } from './domain/attachment.ts';
import {
  type ContentStanding,
  type ContentTally,
  type NamedContent,
  nothingFound,
  seemsForeign,
  standingOf,
} from './domain/content-standing.ts';
import type { ContentStore } from './storage/content-store.ts';
import { ContentStores } from './storage/content-stores.ts';

/** What was found in a store, and whether what nobody needs was removed. */
export interface CleanedStore extends ContentTally {
  readonly store: AttachmentStoreName;
  readonly outcome: 'looked-at' | 'cleaned' | 'seems-foreign';
}

/**
 * How old a content must be before it is looked at. A file lies in its store for seconds before its attachment is
 * made; what came in since yesterday may still be on its way.
 */
const leastAgeMilliseconds = 24 * 60 * 60_000;

interface NamedRow extends NamedContent {
  readonly id: string;
}

/** Finds contents of attachments that no case needs any more, and removes them, while the service runs. */
@Injectable()
export class CleanContents {
  readonly #stores: ContentStores;
  readonly #manager: EntityManager;
  readonly #clock: Clock;

  constructor(stores: ContentStores, manager: EntityManager, clock: Clock) {
    this.#stores = stores;
    this.#manager = manager;
    this.#clock = clock;
  }

  /**
   * Goes through every store, page by page: once to look, and once more to remove.
   * @param remove whether what nobody needs is removed
   * @throws DomainError `attachment-store-unavailable`; what was removed until then stays removed
   */
  async clean(remove: boolean): Promise<readonly CleanedStore[]> {
    const before = new Date(this.#clock.now().getTime() - leastAgeMilliseconds);
    const cleaned: CleanedStore[] = [];
    for (const store of this.#stores.all) {
      let tally = nothingFound;
      for await (const page of this.#judged(store, before)) tally = counted(tally, page.values());
      const outcome = !remove ? 'looked-at' : seemsForeign(tally) ? 'seems-foreign' : 'cleaned';
      if (outcome === 'cleaned') await this.#remove(store, before);
      cleaned.push({ store: store.name, outcome, ...tally });
    }
    return cleaned;
  }

  async #remove(store: ContentStore, before: Date): Promise<void> {
    for await (const page of this.#judged(store, before)) {
      const ids = [...page].flatMap(([id, standing]) => (standing === 'inUse' ? [] : [id]));
      if (ids.length > 0) await store.removeAll(this.#manager, ids);
    }
  }

  /** What a store holds, with how each stands: the database is asked after the store, so that no new attachment is missed. */
  async *#judged(store: ContentStore, before: Date): AsyncGenerator<ReadonlyMap<string, ContentStanding>> {
    for await (const ids of store.kept(this.#manager, before)) {
      const rows = await this.#manager.query<NamedRow[]>(
        `SELECT attachment.id, attachment.store, application.destroyed_at IS NOT NULL AS "isDestroyed"
         FROM attachment JOIN application ON application.id = attachment.application_id
         WHERE attachment.id = ANY($1)`,
        [ids],
      );
      const named = new Map(rows.map((row) => [row.id, row]));
      yield new Map(ids.map((id) => [id, standingOf(named.get(id), store.name)]));
    }
  }
}

function counted(tally: ContentTally, standings: Iterable<ContentStanding>): ContentTally {
  const counts = { ...tally };
  for (const standing of standings) counts[standing] += 1;
  return counts;
}
