import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { AssignmentEntity, openedAssignment } from './assignment.entity.ts';
import { AssignmentWriter } from './assignment-writer.service.ts';
import type { AssignRequest } from './assignment.request.ts';
import { AssignmentResponse, NewAssignmentResponse } from './assignment.response.ts';
import { applicationProblems } from './domain/application.problems.ts';
import { Interests } from './interests.service.ts';
import { HeldCases } from './held-cases.service.ts';
import { VisibleApplications } from './visible-applications.service.ts';

/** Gives applications to who handles them, and remembers who did before. */
@Injectable()
export class Assignments {
  readonly #held: HeldCases;
  readonly #visible: VisibleApplications;
  readonly #writer: AssignmentWriter;
  readonly #interests: Interests;
  readonly #audit: AuditLog;
  readonly #keys: CaseKeys;

  constructor(
    held: HeldCases,
    visible: VisibleApplications,
    writer: AssignmentWriter,
    interests: Interests,
    audit: AuditLog,
    keys: CaseKeys,
  ) {
    this.#held = held;
    this.#visible = visible;
    this.#writer = writer;
    this.#interests = interests;
    this.#audit = audit;
    this.#keys = keys;
  }

  /**
   * Assigns an application to the caller or to somebody else, in the place of who had it. Its version rises.
   * @throws DomainError `assignee-recused`, and as `VisibleApplications.hold`
   */
  assign(
    actor: Actor,
    claim: IdempotencyClaim,
    { applicationId, expectedVersion }: { readonly applicationId: string; readonly expectedVersion: number },
    { assignee = { subject: actor.subject, name: actor.name }, reason }: AssignRequest,
  ): Promise<NewAssignmentResponse> {
    const change = { actor, claim, applicationId, expectedVersion };
    const action = 'assignment:record';
    return this.#held.change(change, action, async (manager, { application }) => {
      const recused = await this.#interests.recusedFrom(manager, [applicationId]);
      if (recused.get(applicationId)?.has(assignee.subject)) throw assigneeRecused();
      const given = [{ applicationId, assignee }];
      const [assignment] = await this.#writer.assignAll(manager, actor, given, reason ?? null);
      this.#audit.record(manager, actor, {
        ...{ action, subjectKind: 'application', subjectId: applicationId },
        detail: { assigneeSubject: assignee.subject },
      });
      const answer = AssignmentResponse.of(present(assignment, 'who is given one case gets one'));
      const version = application.version + 1;
      return Object.assign(new NewAssignmentResponse(), answer, { version });
    });
  }

  /** Who handled an application, oldest first; the last is in force. */
  async list(
    manager: EntityManager,
    actor: Actor,
    applicationId: string,
    query: PageQuery,
  ): Promise<Page<AssignmentResponse>> {
    const after = decodePageKey(query.after, ['id']);
    await this.#visible.open(manager, actor, 'assignment:read', applicationId);
    const rows = manager
      .createQueryBuilder(AssignmentEntity, 'assignment')
      .where('assignment.applicationId = :applicationId', { applicationId })
      .orderBy('assignment.id')
      .limit(query.limit + 1);
    if (after !== null) rows.andWhere('assignment.id > :after', { after: after[0] });
    const key = await this.#keys.of(manager, applicationId);
    return pageOf(await rows.getMany(), query.limit, ({ id }) => [id]).map((row) =>
      AssignmentResponse.of(openedAssignment(key, row)),
    );
  }
}

function assigneeRecused(): DomainError {
  const detail = 'Deze persoon houdt zich afzijdig van deze aanvraag (Awb 2:4). Wijs haar aan een ander toe.';
  return DomainError.of(applicationProblems, 'assignee-recused', detail);
}
