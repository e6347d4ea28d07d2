import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { ActivatedScope, WayVersion } from './domain/way-version.ts';
import { wayNotFound } from './domain/ways.problems.ts';
import { WayScopeEntity } from './way-scope.entity.ts';
import { WayVersionEntity } from './way-version.entity.ts';

/** Which versions somebody wants to see. */
export interface WaysWanted {
  readonly kernCode?: string | undefined;
  readonly regulationCode?: string | undefined;
  readonly after: readonly [string, number] | null;
  readonly limit: number;
}

/** Reads activated ways of working. A version never changes, so each is read from the database once. */
@Injectable()
export class WaysService {
  readonly #versions = new Map<string, WayVersion>();

  /** From which days which versions hold, for all kernen of these regulations. */
  async scopesOf(manager: EntityManager, regulationIds: readonly string[]): Promise<ActivatedScope[]> {
    const scopes = await manager.findBy(WayScopeEntity, { regulationId: In([...regulationIds]) });
    const activated: ActivatedScope[] = [];
    for (const scope of scopes) {
      const { activatedAt } = await this.version(manager, scope.versionId);
      activated.push({ ...scope, activatedAt });
    }
    return activated;
  }

  /** A version to which something refers. */
  async version(manager: EntityManager, versionId: string): Promise<WayVersion> {
    return present(await this.#find(manager, versionId), 'cases refer to versions that exist');
  }

  /** @throws DomainError `way-not-found` */
  async get(manager: EntityManager, versionId: string): Promise<WayVersion> {
    const version = await this.#find(manager, versionId);
    if (version === null) throw wayNotFound();
    return version;
  }

  /** Versions by code and number. */
  list(
    manager: EntityManager,
    { kernCode, regulationCode, after, limit }: WaysWanted,
  ): Promise<WayVersion[]> {
    const query = manager
      .createQueryBuilder(WayVersionEntity, 'way')
      .orderBy('way.code')
      .addOrderBy('way.number')
      .limit(limit);
    if (after !== null) {
      query.andWhere('(way.code, way.number) > (:code, :number)', { code: after[0], number: after[1] });
    }
    if (regulationCode !== undefined) {
      query.andWhere(`way.document ->> 'regulationCode' = :regulationCode`, { regulationCode });
    }
    if (kernCode !== undefined) {
      query.andWhere(`way.document -> 'kernCodes' @> :kernCodes::jsonb`, {
        kernCodes: JSON.stringify([kernCode]),
      });
    }
    return query.getMany();
  }

  async #find(manager: EntityManager, versionId: string): Promise<WayVersion | null> {
    const known = this.#versions.get(versionId);
    if (known) return known;
    const version = await manager.findOneBy(WayVersionEntity, { id: versionId });
    if (version !== null) this.#versions.set(versionId, version);
    return version;
  }
}
