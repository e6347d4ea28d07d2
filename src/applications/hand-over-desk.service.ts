import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { notAllowed } from '../identity/domain/identity.problems.ts';
import { mayEver } from '../identity/domain/permission.ts';
import { AssignmentWriter } from './assignment-writer.service.ts';
import { DeskCases } from './desk-cases.service.ts';
import type { HandOverDeskRequest, PreviewHandoverRequest } from './desk-handover.request.ts';
import { DeskHandoverResponse } from './desk-handover.response.ts';
import { requireHandover } from './domain/desk-handover.ts';

/** Hands over everything that is open on a desk at once, or shows what that would come to. */
@Injectable()
export class HandOverDesk {
  readonly #transactions: Transactions;
  readonly #desks: DeskCases;
  readonly #writer: AssignmentWriter;
  readonly #audit: AuditLog;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    desks: DeskCases,
    writer: AssignmentWriter,
    audit: AuditLog,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#desks = desks;
    this.#writer = writer;
    this.#audit = audit;
    this.#manager = manager;
  }

  /** @throws DomainError as `DeskCases.divided`; `not-allowed` for the desk of another */
  async preview(actor: Actor, request: PreviewHandoverRequest): Promise<DeskHandoverResponse> {
    const fromSubject = deskOf(actor, request);
    const lines = await this.#desks.divided(this.#manager, fromSubject, request, false);
    return DeskHandoverResponse.of(fromSubject, lines);
  }

  /** @throws DomainError as `preview` and `requireHandover`; nothing is handed over then */
  async handOver(
    actor: Actor,
    claim: IdempotencyClaim,
    request: HandOverDeskRequest,
  ): Promise<DeskHandoverResponse> {
    const fromSubject = deskOf(actor, request);
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const { fingerprint, leaveOthers = false, reason } = request;
        const lines = await this.#desks.divided(manager, fromSubject, request, true);
        requireHandover(lines, { fingerprint, leaveOthers });
        const given = lines.flatMap(({ deskCase, receiver }) =>
          receiver === null ? [] : [{ applicationId: deskCase.id, assignee: receiver }],
        );
        await this.#writer.assignAll(manager, actor, given, reason);
        this.#audit.recordAll(
          manager,
          actor,
          given.map(({ applicationId, assignee }) => ({
            ...{ action: 'desk:hand-over', subjectKind: 'application', subjectId: applicationId },
            detail: { fromSubject, assigneeSubject: assignee.subject },
          })),
        );
        return DeskHandoverResponse.of(fromSubject, lines);
      },
      () => Promise.resolve(deskOf(actor, request)),
    );
    return answer;
  }
}

/** Whose desk it is about. @throws DomainError `not-allowed` for that of another, but by an administrator */
function deskOf(actor: Actor, { fromSubject = actor.subject }: PreviewHandoverRequest): string {
  if (fromSubject === actor.subject || mayEver(actor, 'desk:hand-over-for-another')) return fromSubject;
  throw notAllowed();
}
