import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { statementsOf } from '../platform/database/sent-statements.ts';
import type { ApplicationEntity } from './application.entity.ts';
import { undecidedStatuses } from './domain/lifecycle.ts';
import type { WaitingItem, WorkSource } from './domain/waiting-work.ts';

const removeWork = {
  name: 'remove-waiting-work',
  text: 'DELETE FROM waiting_work WHERE application_id = $1 AND source = ANY ($2)',
};

const addWork = {
  name: 'add-waiting-work',
  text: `INSERT INTO waiting_work (application_id, source, kind, kern_id, assignee_subject, waits_for, rank, acts_on,
      visible_on, hidden_after)
    SELECT application.id, $2, item.kind, application.kern_id, application.assignee_subject,
      CASE WHEN item.waits_for = 'handler' AND application.assignee_subject IS NOT NULL THEN 'assignee'
        ELSE item.waits_for END,
      item.rank, item.acts_on, item.visible_on, item.hidden_after
    FROM application CROSS JOIN unnest($3::text[], $4::text[], $5::smallint[], $6::date[], $7::date[], $8::date[])
      AS item (kind, waits_for, rank, acts_on, visible_on, hidden_after)
    WHERE application.id = $1`,
};

const assignWork = {
  name: 'assign-waiting-work',
  text: `UPDATE waiting_work SET assignee_subject = $2,
      waits_for = CASE WHEN waits_for = 'handler' THEN 'assignee' ELSE waits_for END
    WHERE application_id = ANY ($1)`,
};

const moveWork = {
  name: 'move-waiting-work',
  text: 'UPDATE waiting_work SET kern_id = $2 WHERE application_id = $1',
};

function isUndecided({ status }: ApplicationEntity): boolean {
  return (undecidedStatuses as readonly string[]).includes(status);
}

/** Keeps what waits for somebody where a list finds it, in the transaction of whatever makes it wait. */
@Injectable()
export class WaitingWork {
  /** Everything of one source that waits about an application that the caller has locked or just stored. */
  replace(
    manager: EntityManager,
    applicationId: string,
    source: WorkSource,
    items: readonly WaitingItem[],
  ): void {
    this.#remove(manager, applicationId, [source]);
    if (items.length === 0) return;
    const columns = [
      items.map(({ kind }) => kind),
      items.map(({ waitsFor }) => waitsFor),
      items.map(({ rank }) => rank),
      items.map(({ actsOn }) => actsOn),
      items.map(({ visibleOn }) => visibleOn),
      items.map(({ hiddenAfter }) => hiddenAfter),
    ];
    void statementsOf(manager).send({ ...addWork, values: [applicationId, source, ...columns] });
  }

  /** Gives what waits for the handler of these applications to one person. */
  assign(manager: EntityManager, applicationIds: readonly string[], assigneeSubject: string): void {
    void statementsOf(manager).send({ ...assignWork, values: [applicationIds, assigneeSubject] });
  }

  /** After a step in the life of an application: what was decided or ended asks for no step of the kern any more. */
  follow(manager: EntityManager, before: ApplicationEntity, after: ApplicationEntity): void {
    if (after.kernId !== before.kernId) {
      void statementsOf(manager).send({ ...moveWork, values: [after.id, after.kernId] });
    }
    if (after.status !== before.status && !isUndecided(after)) {
      this.#remove(manager, after.id, ['step', 'supplement']);
    }
  }

  /** Takes a supplement off the list. @returns whether one was waiting */
  async removeSupplement(manager: EntityManager, applicationId: string): Promise<boolean> {
    const values = [applicationId, ['supplement']];
    const { rowCount } = await statementsOf(manager).send({ ...removeWork, values });
    return rowCount !== 0;
  }

  /** Nothing waits about a case that is destroyed. */
  removeAll(manager: EntityManager, applicationId: string): void {
    this.#remove(manager, applicationId, ['deadline', 'step', 'supplement']);
  }

  #remove(manager: EntityManager, applicationId: string, sources: readonly WorkSource[]): void {
    void statementsOf(manager).send({ ...removeWork, values: [applicationId, sources] });
  }
}
