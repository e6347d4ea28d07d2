import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { statementsOf } from '../platform/database/sent-statements.ts';
import { currentRequest } from '../platform/http/request-context.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';
import type { RedactedDifference } from './domain/redacted-difference.ts';

type SubjectKind =
  | 'application'
  | 'attachment'
  | 'college-list'
  | 'decision'
  | 'letter'
  | 'letter-template'
  | 'letter-sender'
  | 'budget'
  | 'ledger-resolution'
  | 'ledger-run'
  | 'mandate'
  | 'regulation'
  | 'way'
  | 'laboratory-run'
  | 'duty-rules'
  | 'kern-body'
  | 'kern'
  | 'case-key'
  | 'calendar-feed'
  | 'substitution';

/** What was done to what. `detail` holds codes, amounts, dates and identifiers, never personal data. */
export interface AuditedAction {
  readonly action: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** The application that it is about; of an action on an application that one. */
  readonly caseId?: string;
  readonly difference?: RedactedDifference;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Waits for its seal: see `AuditSealer`. */
const unsealed = {
  name: 'audit-unsealed',
  text: 'INSERT INTO audit_unsealed (entry_id) SELECT unnest($1::uuid[])',
};

/** Stores entries together with the notes that they wait to be sealed. */
export function storeEntries(manager: EntityManager, entries: readonly AuditEntryEntity[]): void {
  if (entries.length === 0) return;
  insertRows(manager, AuditEntryEntity, entries);
  void statementsOf(manager).send({ ...unsealed, values: [entries.map(({ id }) => id)] });
}

/** Writes who did what, in the transaction that does it: both stay, or neither. */
@Injectable()
export class AuditLog {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The last time that somebody did something, or null. */
  latest(manager: EntityManager, actorSubject: string, action: string): Promise<AuditEntryEntity | null> {
    const order = { recordedAt: 'DESC', id: 'DESC' } as const;
    return manager.findOne(AuditEntryEntity, { where: { actorSubject, action, outcome: 'done' }, order });
  }

  record(manager: EntityManager, actor: Actor, action: AuditedAction): void {
    this.recordAll(manager, actor, [action]);
  }

  recordAll(manager: EntityManager, actor: Actor, actions: readonly AuditedAction[]): void {
    const request = currentRequest();
    const entries = actions.map(({ action, subjectKind, subjectId, caseId, difference, detail }) => ({
      id: newId(),
      recordedAt: this.#clock.now(),
      actorSubject: actor.subject,
      actorRoles: [...actor.roles],
      onBehalfOf: actor.represents?.subject ?? request?.onBehalfOf?.subject ?? null,
      action,
      outcome: 'done' as const,
      subjectKind,
      subjectId,
      caseId: caseId ?? (subjectKind === 'application' ? subjectId : null),
      requestId: request?.requestId ?? null,
      traceId: request?.traceId ?? null,
      changedFields: difference?.fields ?? [],
      detail: difference ? { ...detail, changes: difference.values } : detail,
    }));
    storeEntries(manager, entries);
  }
}
