import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThanOrEqual } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import type { CaseKey } from '../secrets/case-key.ts';
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
    return opened(key, decision);
  }

  /** The decisions on applications, by the application; those of destroyed cases are left out. */
  async ofAll(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, DecisionEntity>> {
    const rows = await manager.findBy(DecisionEntity, { applicationId: In([...applicationIds]) });
    const decisions = await this.#opened(manager, rows);
    return new Map(decisions.map((decision) => [decision.applicationId, decision]));
  }

  /** The decisions about these budgets after which somebody still waits for money on a day. */
  async waitingOn(
    manager: EntityManager,
    budgetIds: readonly string[],
    on: CalendarDate,
  ): Promise<DecisionEntity[]> {
    const where = { budgetId: In([...budgetIds]), waitingUntil: MoreThanOrEqual(on) };
    return this.#opened(manager, await manager.find(DecisionEntity, { where, order: { id: 'ASC' } }));
  }

  /** The letters of every decision, and of every change of one, that a list led to. */
  async letterIdsOf(manager: EntityManager, listId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT letter_id AS id FROM decision WHERE list_id = $1
       UNION ALL SELECT letter_id FROM changed_decision WHERE list_id = $1 ORDER BY 1`,
      [listId],
    );
    return rows.map(({ id }) => id);
  }

  async #opened(manager: EntityManager, rows: readonly DecisionEntity[]): Promise<DecisionEntity[]> {
    const keys = await this.#keys.ofAll(
      manager,
      rows.map(({ applicationId }) => applicationId),
    );
    return rows.flatMap((row) => {
      const key = keys.get(row.applicationId);
      return key ? [opened(key, row)] : [];
    });
  }
}

function opened(key: CaseKey, decision: DecisionEntity): DecisionEntity {
  return Object.assign(decision, key.open<Texts>(decision.reasonsSealed, reasonsPlace(decision.id)));
}
