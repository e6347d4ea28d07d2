import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { reachOf } from '../identity/domain/permission.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import type { CollegeListEntity } from './college-list.entity.ts';
import { CollegeListsService } from './college-lists.service.ts';
import { collegeListNotFound } from './domain/decisions.problems.ts';

/** Opens lists for callers: who works for some kernen sees the lists that are about those alone. */
@Injectable()
export class VisibleCollegeLists {
  readonly #kernen: KernenService;
  readonly #lists: CollegeListsService;

  constructor(kernen: KernenService, lists: CollegeListsService) {
    this.#kernen = kernen;
    this.#lists = lists;
  }

  /** The kernen of whose lists the caller may know; null is every kern. */
  async kernIds(manager: EntityManager, actor: Actor): Promise<string[] | null> {
    const reach = reachOf(actor, 'college-list:read');
    if (reach.all) return null;
    const kernen = [...(await this.#kernen.byId(manager)).values()];
    return kernen.filter(({ code }) => reach.kernCodes.includes(code)).map(({ id }) => id);
  }

  /** @throws DomainError `college-list-not-found` */
  async open(manager: EntityManager, actor: Actor, listId: string): Promise<CollegeListEntity> {
    const list = await this.#lists.get(manager, listId);
    const visible = await this.kernIds(manager, actor);
    if (visible === null || list.kernIds.every((kernId) => visible.includes(kernId))) return list;
    throw collegeListNotFound().withholding();
  }
}
