import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Kern } from './domain/kern.ts';
import { kernNotFound } from './domain/kernen.problems.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import { KernEntity } from './kern.entity.ts';

const kernByCode = {
  name: 'kern-by-code',
  text: `SELECT id, code, name, valid_from AS "validFrom", valid_until AS "validUntil" FROM kern WHERE code = $1`,
};

/** Reads kernen. There are some tens of them. */
@Injectable()
export class KernenService {
  /** The kernen that count as one on a day, by name. */
  listOn(
    manager: EntityManager,
    on: CalendarDate,
    { after, limit }: { readonly after: Pick<Kern, 'name' | 'code'> | null; readonly limit: number },
  ): Promise<Kern[]> {
    const query = manager
      .createQueryBuilder(KernEntity, 'kern')
      .where('kern.validFrom <= :on AND (kern.validUntil IS NULL OR kern.validUntil >= :on)', { on })
      .orderBy('kern.name')
      .addOrderBy('kern.code')
      .limit(limit);
    // Two kernen may bear one name, and neither may fall between two pages.
    if (after !== null) query.andWhere('(kern.name, kern.code) > (:name, :code)', after);
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

  async findByCode(manager: EntityManager, code: string): Promise<Kern | null> {
    const [kern] = await readRows<Kern>(manager, kernByCode, [code]);
    return kern ?? null;
  }
}

function found(kern: Kern | null): Kern {
  if (!kern) throw kernNotFound();
  return kern;
}
