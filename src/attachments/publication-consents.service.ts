import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { PublicationConsentEntity } from './publication-consent.entity.ts';
import { openedConsent } from './sealed-attachment.ts';

/** Reads what was said about publishing photos of cases that the caller has opened. */
@Injectable()
export class PublicationConsents {
  readonly #keys: CaseKeys;

  constructor(keys: CaseKeys) {
    this.#keys = keys;
  }

  /** What was said last of each of these photos of one case; those of which nothing was said are not there. */
  async latest(
    manager: EntityManager,
    applicationId: string,
    attachmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, PublicationConsentEntity>> {
    const rows = await manager
      .createQueryBuilder(PublicationConsentEntity, 'consent')
      .where('consent.attachmentId = ANY(:ids)', { ids: [...attachmentIds] })
      .orderBy('consent.id')
      .getMany();
    if (rows.length === 0) return new Map();
    const key = await this.#keys.of(manager, applicationId);
    return new Map(rows.map((row) => [row.attachmentId, openedConsent(key, row)]));
  }

  /** Everything that was said of one photo, oldest first, after the row with this id. */
  async history(
    manager: EntityManager,
    { applicationId, attachmentId }: { readonly applicationId: string; readonly attachmentId: string },
    { afterId, limit }: { readonly afterId: string | null; readonly limit: number },
  ): Promise<PublicationConsentEntity[]> {
    const query = manager
      .createQueryBuilder(PublicationConsentEntity, 'consent')
      .where('consent.attachmentId = :attachmentId', { attachmentId })
      .orderBy('consent.id')
      .limit(limit);
    if (afterId !== null) query.andWhere('consent.id > :afterId', { afterId });
    const key = await this.#keys.of(manager, applicationId);
    return (await query.getMany()).map((row) => openedConsent(key, row));
  }
}
