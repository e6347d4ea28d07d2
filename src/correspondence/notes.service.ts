import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { CaseNoteEntity } from './case-note.entity.ts';
import { CaseNotes } from './case-notes.service.ts';
import { requirePossibleNote } from './domain/note.ts';
import { NoteResponse } from './note.response.ts';
import type { RecordNoteRequest } from './record-note.request.ts';

/** Writes down calls, visits and what came in otherwise, and shows it to who handles the case. */
@Injectable()
export class Notes {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #notes: CaseNotes;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    notes: CaseNotes,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#notes = notes;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError as `requirePossibleNote` and `VisibleApplications.open` */
  async record(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    request: RecordNoteRequest,
  ): Promise<NoteResponse> {
    const action = 'note:record';
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        await this.#visible.open(manager, actor, action, applicationId);
        const today = this.#clock.today();
        const { kind, direction, withWhom, content, heldOn = today, correctsId = null } = request;
        const earlier = correctsId === null ? [] : await manager.findBy(CaseNoteEntity, { applicationId });
        requirePossibleNote({ kind, heldOn, correctsId }, earlier, today);
        const written = { applicationId, kind, direction, heldOn, correctsId, withWhom, content };
        const note = this.#notes.add(manager, actor, written);
        this.#audit.record(manager, actor, {
          ...{ action, subjectKind: 'application', subjectId: applicationId },
          detail: { noteId: note.id, kind, direction, heldOn, correctsId },
        });
        return NoteResponse.of(note);
      },
      (manager) => this.#visible.open(manager, actor, action, applicationId),
    );
    return answer;
  }

  async list(actor: Actor, applicationId: string, query: PageQuery): Promise<Page<NoteResponse>> {
    const after = decodePageKey(query.after, ['id']);
    await this.#visible.open(this.#manager, actor, 'note:read', applicationId);
    const part = { afterId: after?.[0] ?? null, limit: query.limit + 1 };
    const rows = await this.#notes.of(this.#manager, applicationId, part);
    return pageOf(rows, query.limit, ({ id }) => [id]).map((note) => NoteResponse.of(note));
  }
}
