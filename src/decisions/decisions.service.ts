import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { DecisionEntity } from './decision.entity.ts';

/** A decision before it is stored. */
export type NewDecision = Omit<DecisionEntity, 'id' | 'registeredAt' | 'reasonsSealed'>;

type Texts = Pick<DecisionEntity, 'reasons' | 'changeReason'>;

const reasonsPlace = (id: string): string => `decision.reasons:${id}`;

/** Keeps and reads decisions; their reasons are sealed with the key of the case. */
@Injectable()
export class DecisionsService {
  readonly #keys: CaseKeys;
  readonly #clock: Clock;

  constructor(keys: CaseKeys, clock: Clock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  add(manager: EntityManager, decisions: readonly NewDecision[]): DecisionEntity[] {
    const rows = decisions.map((decision) => {
      const id = newId();
      const { reasons, changeReason } = decision;
      const key = this.#keys.held(manager, decision.applicationId);
      const reasonsSealed = key.seal({ reasons, changeReason }, reasonsPlace(id));
      const registeredAt = this.#clock.now();
      return Object.assign(new DecisionEntity(), decision, { id, registeredAt, reasonsSealed });
    });
    insertRows(manager, DecisionEntity, rows);
    return rows;
  }

  /** The decision on an application that the caller has opened, or null while there is none. */
  async findOf(manager: EntityManager, applicationId: string): Promise<DecisionEntity | null> {
    const decision = await manager.findOneBy(DecisionEntity, { applicationId });
    if (!decision) return null;
    const key = await this.#keys.of(manager, applicationId);
    return Object.assign(decision, key.open<Texts>(decision.reasonsSealed, reasonsPlace(decision.id)));
  }
}
