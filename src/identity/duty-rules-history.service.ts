import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { newId } from '../kernel/ids.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { DutyRules } from './duty-rules.service.ts';

const action = 'duty-rules:change';

/** Nobody calls: the configuration was changed by whoever may restart the service. */
const operator: Actor = {
  subject: 'configuratie',
  name: 'Configuratie van de dienst',
  roles: [],
  kernCodes: [],
  represents: null,
};

// Of the database, hence with the schema: processes that start together record a change once.
const takeTurn = `SELECT pg_advisory_xact_lock(hashtext('duty_rules'), hashtext(current_schema()))`;

/**
 * Dates the choices of the municipality about who does what: the first start with other choices than before is an
 * entry of the audit log, so that it can be told later under which rules something was done.
 */
@Injectable()
export class DutyRulesHistory {
  readonly #transactions: Transactions;
  readonly #audit: AuditLog;
  readonly #rules: DutyRules;

  constructor(transactions: Transactions, audit: AuditLog, rules: DutyRules) {
    this.#transactions = transactions;
    this.#audit = audit;
    this.#rules = rules;
  }

  /** Records the choices in force when they are others than those that were recorded last. */
  async noteChange(): Promise<void> {
    const chosen = this.#rules.chosen;
    await this.#transactions.run(async (manager) => {
      await manager.query(takeTurn);
      const last = await this.#audit.latest(manager, operator.subject, action);
      const before = (last?.detail as { chosen?: readonly string[] } | undefined)?.chosen ?? [];
      if (before.join() === chosen.join()) return;
      const detail = { chosen, before };
      this.#audit.record(manager, operator, {
        action,
        subjectKind: 'duty-rules',
        subjectId: newId(),
        detail,
      });
    });
  }
}
