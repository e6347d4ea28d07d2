import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { AssignmentEntity, sealedReason } from './assignment.entity.ts';
import { WaitingWork } from './waiting-work.service.ts';

/** Who gets which application. */
export interface GivenCase {
  readonly applicationId: string;
  readonly assignee: { readonly subject: string; readonly name: string };
}

const perStatement = 200;

const giveCases = `
  UPDATE application SET assignee_subject = given.subject, assignee_name = given.name, version = version + 1
  FROM unnest($1::uuid[], $2::text[], $3::text[]) AS given (id, subject, name) WHERE application.id = given.id`;

/** Writes who handles which applications from now on; their versions rise. The caller holds the applications. */
@Injectable()
export class AssignmentWriter {
  readonly #keys: CaseKeys;
  readonly #waiting: WaitingWork;
  readonly #clock: Clock;

  constructor(keys: CaseKeys, waiting: WaitingWork, clock: Clock) {
    this.#keys = keys;
    this.#waiting = waiting;
    this.#clock = clock;
  }

  /** @returns the assignments in the order of the cases */
  async assignAll(
    manager: EntityManager,
    actor: Actor,
    given: readonly GivenCase[],
    reason: string | null,
  ): Promise<AssignmentEntity[]> {
    const keys = await this.#keys.ofAll(
      manager,
      given.map(({ applicationId }) => applicationId),
    );
    const assignments = given.map(({ applicationId, assignee }) => {
      const id = newId();
      const key = keys.get(applicationId);
      return Object.assign(new AssignmentEntity(), {
        ...{ id, applicationId, assigneeSubject: assignee.subject, assigneeName: assignee.name },
        ...{ assignedBy: actor.subject, assignedAt: this.#clock.now(), reason },
        reasonSealed: reason === null || !key ? null : sealedReason(key, id, reason),
      });
    });
    for (let start = 0; start < assignments.length; start += perStatement) {
      insertRows(manager, AssignmentEntity, assignments.slice(start, start + perStatement));
    }
    const subjects = given.map(({ assignee }) => assignee.subject);
    const names = given.map(({ assignee }) => assignee.name);
    await manager.query(giveCases, [given.map(({ applicationId }) => applicationId), subjects, names]);
    for (const subject of new Set(subjects)) {
      const theirs = given.filter(({ assignee }) => assignee.subject === subject);
      this.#waiting.assign(
        manager,
        theirs.map(({ applicationId }) => applicationId),
        subject,
      );
    }
    return assignments;
  }
}
