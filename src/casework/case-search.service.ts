import { Injectable } from '@nestjs/common';
import { EntityManager, In, IsNull, LessThan, Not } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { noteShown } from '../platform/http/request-context.ts';
import { decodePageKey, Page } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { mostSearchedWords, wordsToFind } from '../applications/domain/search-words.ts';
import { type Reach, reachOf } from '../identity/domain/permission.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { type FoundCases, type SearchedFor, SearchIndex } from '../secrets/search-index.service.ts';
import type { CaseSearchRequest } from './case-search.request.ts';
import { FoundCaseResponse } from './case-search.response.ts';
import { refusedSearch } from './domain/casework.problems.ts';

/** As many cases of other kernen as are looked through: nobody handles more of them at a time. */
const mostElsewhere = 500;

/** Finds cases by their words, among those that the caller may see. */
@Injectable()
export class CaseSearch {
  readonly #manager: EntityManager;
  readonly #index: SearchIndex;
  readonly #applications: ApplicationsService;
  readonly #kernen: KernenService;

  constructor(
    manager: EntityManager,
    index: SearchIndex,
    applications: ApplicationsService,
    kernen: KernenService,
  ) {
    this.#manager = manager;
    this.#index = index;
    this.#applications = applications;
    this.#kernen = kernen;
  }

  /** @throws DomainError `search-without-words` or `search-too-many-words` */
  async find(
    actor: Actor,
    { after, limit }: PageQuery,
    { text, kernCode }: CaseSearchRequest,
  ): Promise<Page<FoundCaseResponse>> {
    const afterId = decodePageKey(after, ['id'])?.[0] ?? null;
    const words = askedWords(text);
    const reach = reachOf(actor, 'application:search');
    const kernen = await this.#kernen.byId(this.#manager);
    const asked = [...kernen.values()].filter(({ code }) => kernCode === undefined || code === kernCode);
    const within = asked.filter(({ code }) => reach.all || reach.kernCodes.includes(code));
    const elsewhere = asked.filter((kern) => !within.includes(kern));
    const found = await this.#index.find(this.#manager, wanted(within, words), afterId, limit);
    const given = await this.#given(reach, wanted(elsewhere, words), afterId);
    const { caseIds, next } = together(found, given, limit);
    const rows = await this.#manager.findBy(ApplicationEntity, {
      ...{ id: In([...caseIds]), number: Not(IsNull()), destroyedAt: IsNull() },
    });
    const opened = new Map((await this.#applications.open(this.#manager, rows)).map((row) => [row.id, row]));
    const items = caseIds.flatMap((id) => {
      const row = opened.get(id);
      if (!row) return [];
      return [FoundCaseResponse.of(row, present(kernen.get(row.kernId), 'an application has a kern').code)];
    });
    noteShown({ wordCount: words.length, caseIds: items.map(({ applicationId }) => applicationId) });
    return new Page(items, next === null ? null : [next]);
  }

  /** The cases of other kernen that were given to the caller and have the words. */
  async #given(reach: Reach, searched: SearchedFor, afterId: string | null): Promise<string[]> {
    if (reach.assigneeSubjects.length === 0 || searched.kernIds.length === 0) return [];
    const rows = await this.#manager.find(ApplicationEntity, {
      select: { id: true },
      where: {
        ...{ assigneeSubject: In([...reach.assigneeSubjects]), kernId: In([...searched.kernIds]) },
        ...(afterId !== null && { id: LessThan(afterId) }),
      },
      order: { id: 'DESC' },
      take: mostElsewhere,
    });
    return this.#index.among(
      this.#manager,
      searched,
      rows.map(({ id }) => id),
    );
  }
}

function wanted(kernen: readonly { readonly id: string }[], words: readonly string[]): SearchedFor {
  return { kernIds: kernen.map(({ id }) => id), words };
}

function askedWords(text: string): string[] {
  const words = wordsToFind(text);
  if (words.length === 0) {
    throw refusedSearch(
      'search-without-words',
      'Zoek op een zaaknummer, een naam, een adres of een woord uit het plan. Losse letters, tekens en woorden als "de" en "van" vinden niets.',
    );
  }
  if (words.length <= mostSearchedWords) return words;
  throw refusedSearch(
    'search-too-many-words',
    `Zoek op ten hoogste ${mostSearchedWords} woorden; dit zijn er ${words.length}.`,
  );
}

/** One page of both: what lies beyond the end of the first is left to the next page. */
function together({ caseIds, next }: FoundCases, given: readonly string[], limit: number): FoundCases {
  const near = given.filter((id) => next === null || id >= next);
  const all = [...new Set([...caseIds, ...near])].sort().reverse();
  if (all.length <= limit) return { caseIds: all, next };
  return { caseIds: all.slice(0, limit), next: all[limit - 1] ?? null };
}
