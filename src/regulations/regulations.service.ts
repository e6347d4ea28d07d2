import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import { type RegulationVersion, versionInForce } from './domain/regulation-version.ts';
import { regulationNotFound } from './domain/regulations.problems.ts';
import { RegulationEndingEntity } from './regulation-ending.entity.ts';
import { RegulationEntity } from './regulation.entity.ts';
import { RegulationVersionEntity } from './regulation-version.entity.ts';

type VersionDays = Pick<RegulationVersion, 'id' | 'version' | 'publishedOn' | 'inForceFrom' | 'inForceUntil'>;

/** Without the document, which is large and known. */
const versionsByCode = {
  name: 'versions-by-regulation-code',
  text: `SELECT version.id, version.version, version.published_on AS "publishedOn",
      version.in_force_from AS "inForceFrom", (SELECT least(version.in_force_until, min(ending.last_day)) FROM regulation_ending AS ending
       WHERE ending.version_id = version.id AND ending.status = 'published') AS "inForceUntil"
    FROM regulation_version AS version JOIN regulation ON regulation.id = version.regulation_id
    WHERE regulation.code = $1`,
};

/** Reads regulations. A published version never changes, so each is read from the database once. */
@Injectable()
export class RegulationsService {
  readonly #versions = new Map<string, RegulationVersion>();

  /** Regulations by code, from the one after `afterCode`. */
  list(manager: EntityManager, afterCode: string | null, limit: number): Promise<RegulationEntity[]> {
    const query = manager
      .createQueryBuilder(RegulationEntity, 'regulation')
      .orderBy('regulation.code')
      .limit(limit);
    if (afterCode !== null) query.where('regulation.code > :afterCode', { afterCode });
    return query.getMany();
  }

  /** @throws DomainError `regulation-not-found` */
  async getByCode(manager: EntityManager, code: string): Promise<RegulationEntity> {
    const regulation = await manager.findOneBy(RegulationEntity, { code });
    if (!regulation) throw regulationNotFound();
    return regulation;
  }

  /** Oldest first, each with the end that it has now: its own, or an earlier one that was published since. */
  async versionsOf(manager: EntityManager, regulationId: string): Promise<RegulationVersion[]> {
    const versions = await manager.find(RegulationVersionEntity, {
      where: { regulationId },
      order: { version: 'ASC' },
    });
    const endings = await manager.findBy(RegulationEndingEntity, {
      versionId: In(versions.map(({ id }) => id)),
      status: 'published',
    });
    for (const { versionId, lastDay } of endings) {
      const ended = versions.find(({ id }) => id === versionId);
      if (ended && (ended.inForceUntil === null || lastDay < ended.inForceUntil))
        ended.inForceUntil = lastDay;
    }
    return versions;
  }

  /** The version for an application submitted on this day, or null when none is in force. */
  async inForceByCode(
    manager: EntityManager,
    regulationCode: string,
    on: CalendarDate,
  ): Promise<RegulationVersion | null> {
    const versions = await readRows<VersionDays>(manager, versionsByCode, [regulationCode]);
    const inForce = versionInForce(versions, on);
    return inForce && this.version(manager, inForce.id);
  }

  /** The version to which an application is bound. */
  async version(manager: EntityManager, versionId: string): Promise<RegulationVersion> {
    const known = this.#versions.get(versionId);
    if (known) return known;
    const found = await manager.findOneBy(RegulationVersionEntity, { id: versionId });
    const version = present(found, 'applications refer to versions that exist');
    this.#versions.set(versionId, version);
    return version;
  }
}
