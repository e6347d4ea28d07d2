import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Kern } from './domain/kern.ts';
import { kernNotFound } from './domain/kernen.problems.ts';
import { KernEntity } from './kern.entity.ts';

/** Reads kernen. There are some tens of them. */
@Injectable()
export class KernenService {
  /** The kernen that count as one on a day, by name. */
  listOn(
    manager: EntityManager,
    on: CalendarDate,
    { afterName, limit }: { readonly afterName: string | null; readonly limit: number },
  ): Promise<Kern[]> {
    const query = manager
      .createQueryBuilder(KernEntity, 'kern')
      .where('kern.validFrom <= :on AND (kern.validUntil IS NULL OR kern.validUntil >= :on)', { on })
      .orderBy('kern.name')
      .limit(limit);
    if (afterName !== null) query.andWhere('kern.name > :afterName', { afterName });
    return query.getMany();
  }

  /** Every kern that ever was one, by id: for showing names of older cases. */
  async byId(manager: EntityManager): Promise<ReadonlyMap<string, Kern>> {
    const all = await manager.find(KernEntity);
    return new Map(all.map((kern) => [kern.id, kern]));
  }

  /** @throws DomainError `kern-not-found` */
  async get(manager: EntityManager, kernId: string): Promise<Kern> {
    return found(await manager.findOneBy(KernEntity, { id: kernId }));
  }

  /** @throws DomainError `kern-not-found` */
  async getByCode(manager: EntityManager, code: string): Promise<Kern> {
    return found(await this.findByCode(manager, code));
  }

  findByCode(manager: EntityManager, code: string): Promise<Kern | null> {
    return manager.findOneBy(KernEntity, { code });
  }
}

function found(kern: Kern | null): Kern {
  if (!kern) throw kernNotFound();
  return kern;
}
