import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { ChangedDecisionEntity } from './changed-decision.entity.ts';

/** A change before it is stored. */
export type NewChange = Omit<ChangedDecisionEntity, 'id' | 'registeredAt' | 'reasonsSealed'>;

const reasonsPlace = (id: string): string => `changed_decision.reasons:${id}`;

/** Keeps and reads changes of decisions; their reasons are sealed with the key of the case. */
@Injectable()
export class ChangedDecisions {
  readonly #keys: CaseKeys;
  readonly #clock: Clock;

  constructor(keys: CaseKeys, clock: Clock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  /** Stores changes; the keys of their cases must have been opened. Of two at once about one decision, one fails. */
  add(manager: EntityManager, changes: readonly NewChange[]): ChangedDecisionEntity[] {
    const rows = changes.map((change) => {
      const id = newId();
      const key = this.#keys.held(manager, change.applicationId);
      const reasonsSealed = key.seal(change.reasons, reasonsPlace(id));
      const registeredAt = this.#clock.now();
      return Object.assign(new ChangedDecisionEntity(), change, { id, registeredAt, reasonsSealed });
    });
    insertRows(manager, ChangedDecisionEntity, rows);
    return rows;
  }

  /** The last change of each of these decisions, by the decision; without its reasons. */
  async latestOf(
    manager: EntityManager,
    decisionIds: readonly string[],
  ): Promise<ReadonlyMap<string, Omit<ChangedDecisionEntity, 'reasons'>>> {
    const rows = await manager.find(ChangedDecisionEntity, {
      where: { decisionId: In([...decisionIds]) },
      order: { sequence: 'ASC' },
    });
    return new Map(rows.map((row) => [row.decisionId, row]));
  }

  /** Every change of the decision on an application that the caller has opened, oldest first. */
  async of(manager: EntityManager, applicationId: string): Promise<ChangedDecisionEntity[]> {
    const rows = await manager.find(ChangedDecisionEntity, {
      where: { applicationId },
      order: { sequence: 'ASC' },
    });
    if (rows.length === 0) return [];
    const key = await this.#keys.of(manager, applicationId);
    return rows.map((row) =>
      Object.assign(row, {
        reasons: key.open<ChangedDecisionEntity['reasons']>(row.reasonsSealed, reasonsPlace(row.id)),
      }),
    );
  }
}
