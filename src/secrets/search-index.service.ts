import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readRows, statementsOf } from '../platform/database/sent-statements.ts';
import { BlindIndex } from '../platform/encryption/blind-index.ts';
import type { CaseKey } from './case-key.ts';
import { CaseSecrets, type SearchField, searchFields } from './case-secrets.service.ts';

/** The words of a case as they are sealed, to be computed anew after a change of key. */
export interface SearchedWords {
  /** The kern of the case: the index of a word is another in each kern. */
  readonly kernId: string;
  readonly words: readonly string[];
}

/** The words of one field of a case, opened. */
export interface KeptWords {
  readonly caseId: string;
  readonly field: SearchField;
  /** `SearchedWords` as JSON. */
  readonly content: string;
}

/** What is looked for: cases in any of these kernen that have all of these words. */
export interface SearchedFor {
  readonly kernIds: readonly string[];
  readonly words: readonly string[];
}

/** A page of cases, newest first. */
export interface FoundCases {
  readonly caseIds: readonly string[];
  /** Where to go on; null when there is nothing more. */
  readonly next: string | null;
}

/** The words of one kern under one key, as they stand in the index. */
interface Lookup {
  readonly digests: readonly string[];
}

/** How many cases with the rarest word are looked at for one page, so that a search never becomes a scan. */
const mostPerPage = 1_000;

/** How far is counted to tell which word is the rarest. */
const mostCounted = 200;

const replaceWords = {
  name: 'replace-search-words',
  text: `WITH gone AS (DELETE FROM case_search_word WHERE case_id = $1 AND field = $2 AND digest <> ALL ($3::bigint[]))
    INSERT INTO case_search_word (digest, case_id, field)
    SELECT fresh.digest, $1, $2 FROM unnest($3::bigint[]) AS fresh (digest) ON CONFLICT DO NOTHING`,
};

/** Words of several fields of cases at once; a field without words is given apart, so that it loses what it had. */
const replaceWordsOfMany = {
  name: 'replace-search-words-of-many',
  text: `WITH gone AS (DELETE FROM case_search_word AS word
      USING unnest($1::uuid[], $2::text[]) AS kept (case_id, field)
      WHERE word.case_id = kept.case_id AND word.field = kept.field AND NOT EXISTS (
        SELECT FROM unnest($3::bigint[], $4::uuid[], $5::text[]) AS fresh (digest, case_id, field)
        WHERE (fresh.digest, fresh.case_id, fresh.field) = (word.digest, word.case_id, word.field)))
    INSERT INTO case_search_word (digest, case_id, field)
    SELECT * FROM unnest($3::bigint[], $4::uuid[], $5::text[]) ON CONFLICT DO NOTHING`,
};

const countWords = {
  name: 'count-search-words',
  text: `SELECT wanted.place, counted.many::int FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (digest, place)
    CROSS JOIN LATERAL (SELECT count(*) AS many FROM (SELECT FROM case_search_word AS word
      WHERE word.digest = wanted.digest LIMIT $2) AS few) AS counted`,
};

/**
 * The newest cases with the rarest word, each looked up under the other words. An empty list of others is no demand.
 * The end of what was looked at comes along, so that the next page can begin there.
 */
const findCases = {
  name: 'find-cases-by-words',
  text: `WITH seen AS MATERIALIZED (
      SELECT wanted.place, rare.case_id FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (digest, place)
      CROSS JOIN LATERAL (SELECT DISTINCT word.case_id FROM case_search_word AS word
        WHERE word.digest = wanted.digest AND word.case_id < $3 ORDER BY word.case_id DESC LIMIT $4) AS rare)
    SELECT seen.place::int, seen.case_id AS "caseId",
      NOT EXISTS (SELECT FROM unnest($2::bigint[], $5::int[]) AS other (digest, place)
        WHERE other.place = seen.place AND NOT EXISTS (SELECT FROM case_search_word AS word
          WHERE word.digest = other.digest AND word.case_id = seen.case_id)) AS matches
    FROM seen`,
};

const findAmong = {
  name: 'find-among-cases-by-words',
  text: `SELECT DISTINCT word.case_id AS "caseId"
    FROM unnest($1::bigint[], $2::int[]) AS wanted (digest, place)
    JOIN case_search_word AS word ON word.digest = wanted.digest AND word.case_id = ANY($3)
    GROUP BY word.case_id, wanted.place HAVING count(DISTINCT word.digest) = $4`,
};

interface SeenRow {
  readonly place: number;
  readonly caseId: string;
  readonly matches: boolean;
}

/** After every identifier. */
const beyond = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Finds cases by the words of their applicant, address and plan, without anybody being able to read these from the
 * database: what is compared is a keyed hash of word and kern (decision 0065).
 */
@Injectable()
export class SearchIndex {
  readonly #secrets: CaseSecrets;
  readonly #index: BlindIndex;

  constructor(secrets: CaseSecrets, index: BlindIndex) {
    this.#secrets = secrets;
    this.#index = index;
  }

  /**
   * Keeps the words of one field of a case, in place of those that it had.
   * @param words each in its one written form, without doubles
   */
  put(manager: EntityManager, key: CaseKey, field: SearchField, { kernId, words }: SearchedWords): void {
    this.#secrets.put(manager, key, field, JSON.stringify({ kernId, words } satisfies SearchedWords));
    const digests = this.#digestsOf({ kernId, words });
    void statementsOf(manager).send({ ...replaceWords, values: [key.caseId, field, digests] });
  }

  /**
   * Computes the words of fields anew, under the key that indexes now.
   * @param fields what `put` sealed of each
   */
  recompute(manager: EntityManager, fields: readonly KeptWords[]): void {
    if (fields.length === 0) return;
    const fresh = fields.flatMap(({ caseId, field, content }) =>
      this.#digestsOf(JSON.parse(content) as SearchedWords).map((digest) => ({ digest, caseId, field })),
    );
    const values = [
      fields.map(({ caseId }) => caseId),
      fields.map(({ field }) => field),
      fresh.map(({ digest }) => digest),
      fresh.map(({ caseId }) => caseId),
      fresh.map(({ field }) => field),
    ];
    void statementsOf(manager).send({ ...replaceWordsOfMany, values });
  }

  #digestsOf({ kernId, words }: SearchedWords): string[] {
    return words.map((word) => searchDigest(this.#index.of('search', indexed(kernId, word)).digest));
  }

  /** Lets a case be found in another kern. */
  async move(manager: EntityManager, key: CaseKey, kernId: string): Promise<void> {
    for (const field of searchFields) {
      const kept = await this.#secrets.read(manager, key, field);
      if (kept === null) continue;
      const { words } = JSON.parse(kept) as SearchedWords;
      this.put(manager, key, field, { kernId, words });
    }
  }

  /**
   * The newest cases that have all the words, also while a change of keys is going on. A page can hold fewer cases than
   * asked for and still have a next one: of words that are common by themselves and rare together only so many cases
   * are looked at.
   * @param afterId the case after which the page begins
   */
  async find(
    manager: EntityManager,
    { kernIds, words }: SearchedFor,
    afterId: string | null,
    limit: number,
  ): Promise<FoundCases> {
    const lookups = await this.#rarestFirst(manager, this.#lookupsOf(kernIds, words));
    if (lookups.length === 0) return { caseIds: [], next: null };
    const most =
      words.length === 1 ? limit + 1 : Math.max(limit + 1, Math.ceil(mostPerPage / lookups.length));
    const others = lookups.flatMap(({ digests }, index) =>
      digests.slice(1).map((digest) => [digest, index + 1] as const),
    );
    const seen = await readRows<SeenRow>(manager, findCases, [
      lookups.map(({ digests }) => digests[0]),
      others.map(([digest]) => digest),
      afterId ?? beyond,
      most,
      others.map(([, place]) => place),
    ]);
    return pageOfSeen(seen, most, limit);
  }

  /** Those of the cases given, in these kernen, that have all the words. */
  async among(
    manager: EntityManager,
    { kernIds, words }: SearchedFor,
    caseIds: readonly string[],
  ): Promise<string[]> {
    if (caseIds.length === 0) return [];
    const wanted = this.#lookupsOf(kernIds, words).flatMap(({ digests }, place) =>
      digests.map((digest) => [digest, place] as const),
    );
    const rows = await readRows<{ caseId: string }>(manager, findAmong, [
      wanted.map(([digest]) => digest),
      wanted.map(([, place]) => place),
      caseIds,
      words.length,
    ]);
    return rows.map(({ caseId }) => caseId);
  }

  #lookupsOf(kernIds: readonly string[], words: readonly string[]): Lookup[] {
    return kernIds.flatMap((kernId) => {
      const perWord = words.map((word) => this.#index.candidates('search', indexed(kernId, word)));
      // Words of one case are all under one key.
      return (perWord[0] ?? []).map((_first, place) => ({
        digests: perWord.flatMap((candidates) => {
          const candidate = candidates[place];
          return candidate ? [searchDigest(candidate.digest)] : [];
        }),
      }));
    });
  }

  /** The lookups that can find something, each with the rarest word first. */
  async #rarestFirst(manager: EntityManager, lookups: readonly Lookup[]): Promise<Lookup[]> {
    const all = lookups.flatMap(({ digests }) => digests);
    const rows = await readRows<{ place: string; many: number }>(manager, countWords, [all, mostCounted]);
    const counts = new Map(rows.map(({ place, many }) => [all[Number(place) - 1], many]));
    return lookups.flatMap(({ digests }) => {
      const many = (digest: string) => counts.get(digest) ?? 0;
      if (digests.some((digest) => many(digest) === 0)) return [];
      return [{ digests: [...digests].sort((one, other) => many(one) - many(other)) }];
    });
  }
}

/** What is hashed of a word: it cannot be told from the index that two kernen have a word in common. */
export function indexed(kernId: string, word: string): string {
  return `${kernId} ${word}`;
}

/** Eight bytes of a digest are enough to tell words apart. @returns a bigint of PostgreSQL, as text */
export function searchDigest(digest: Buffer): string {
  return digest.readBigInt64BE(0).toString();
}

/**
 * A page of what was looked at. Where one lookup came to its end before the others, what lies beyond it may be
 * incomplete and is left to the next page.
 */
function pageOfSeen(seen: readonly SeenRow[], most: number, limit: number): FoundCases {
  const perPlace = new Map<number, string[]>();
  for (const { place, caseId } of seen) perPlace.set(place, [...(perPlace.get(place) ?? []), caseId]);
  const ends = [...perPlace.values()].flatMap((ids) => (ids.length < most ? [] : [ids.reduce(lower)]));
  const end = ends.length === 0 ? null : ends.reduce((one, other) => (one > other ? one : other));
  const found = seen.filter(({ matches, caseId }) => matches && (end === null || caseId >= end));
  const caseIds = [...new Set(found.map(({ caseId }) => caseId))].sort().reverse();
  if (caseIds.length > limit) return { caseIds: caseIds.slice(0, limit), next: caseIds[limit - 1] ?? null };
  return { caseIds, next: end };
}

function lower(one: string, other: string): string {
  return one < other ? one : other;
}
