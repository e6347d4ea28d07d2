import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';

/** What was done to what. `detail` holds codes, amounts, dates and identifiers, never personal data. */
export interface AuditedAction {
  readonly action: string;
  readonly subjectKind: 'application' | 'college-list' | 'decision' | 'letter' | 'budget';
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Writes who did what, in the transaction that does it: both stay, or neither. */
@Injectable()
export class AuditLog {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async record(manager: EntityManager, actor: Actor, action: AuditedAction): Promise<void> {
    await this.recordAll(manager, actor, [action]);
  }

  async recordAll(manager: EntityManager, actor: Actor, actions: readonly AuditedAction[]): Promise<void> {
    await manager.insert(
      AuditEntryEntity,
      actions.map((action) => ({
        id: newId(),
        recordedAt: this.#clock.now(),
        actorSubject: actor.subject,
        actorRoles: [...actor.roles],
        onBehalfOf: actor.represents?.subject ?? null,
        requestId: null,
        action: action.action,
        subjectKind: action.subjectKind,
        subjectId: action.subjectId,
        detail: action.detail,
      })),
    );
  }
}
