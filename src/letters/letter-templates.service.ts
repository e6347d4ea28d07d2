import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { templateFaults } from './domain/templates/check-template.ts';
import type { LetterTemplate } from './domain/templates/letter-template.ts';
import { templateNotFound, templateProblem } from './domain/templates/templates.problems.ts';
import { LetterTemplateEntity } from './letter-template.entity.ts';
import { LetterTemplateResponse } from './letter-template.response.ts';

/** Which template a caller has seen, and wants to change. */
interface Seen {
  readonly templateId: string;
  readonly expectedVersion: number;
}

type Changes = Partial<Omit<LetterTemplateEntity, 'id' | 'version' | 'changedAt'>>;

/** Keeps the words of the municipality: written by one person, checked, and activated by another. */
@Injectable()
export class LetterTemplatesService {
  readonly #manager: EntityManager;
  readonly #transactions: Transactions;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(manager: EntityManager, transactions: Transactions, audit: AuditLog, clock: Clock) {
    this.#manager = manager;
    this.#transactions = transactions;
    this.#audit = audit;
    this.#clock = clock;
  }

  async create(
    actor: Actor,
    claim: IdempotencyClaim,
    template: LetterTemplate,
  ): Promise<LetterTemplateResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const row = Object.assign(new LetterTemplateEntity(), template, {
          ...{ id: newId(), version: 1, status: 'draft', writtenBy: [actor.subject] },
          ...{ changedAt: this.#clock.now(), activatedBy: null, validFrom: null },
        });
        await manager.insert(LetterTemplateEntity, row);
        this.#record(manager, actor, 'letter-template:draft', row);
        return LetterTemplateResponse.of(row);
      },
      roleSuffices,
    );
    return answer;
  }

  /** Rewrites a template; it must be checked anew. @throws DomainError `template-activated` */
  replace(
    actor: Actor,
    claim: IdempotencyClaim,
    seen: Seen,
    template: LetterTemplate,
  ): Promise<LetterTemplateResponse> {
    return this.#change(actor, claim, seen, 'letter-template:draft', (row) => ({
      ...template,
      status: 'draft',
      writtenBy: [...new Set([...row.writtenBy, actor.subject])],
    }));
  }

  /** Says that a template is ready to be activated. @throws DomainError `template-not-sound` with every fault */
  check(actor: Actor, claim: IdempotencyClaim, seen: Seen): Promise<LetterTemplateResponse> {
    return this.#change(actor, claim, seen, 'letter-template:draft', (row) => {
      refuseFaults(row);
      return { status: 'checked' };
    });
  }

  /**
   * Lets letters be worded so from a day on.
   * @throws DomainError `template-not-checked`, `template-four-eyes`, `template-day-passed` or `template-not-sound`
   */
  activate(
    actor: Actor,
    claim: IdempotencyClaim,
    seen: Seen,
    validFrom: CalendarDate,
  ): Promise<LetterTemplateResponse> {
    return this.#change(actor, claim, seen, 'letter-template:activate', (row) => {
      if (row.writtenBy.includes(actor.subject)) throw templateProblem('template-four-eyes');
      if (row.status !== 'checked') throw templateProblem('template-not-checked');
      if (validFrom < this.#clock.today()) throw templateProblem('template-day-passed');
      refuseFaults(row);
      return { status: 'activated', activatedBy: actor.subject, validFrom };
    });
  }

  /** Templates in the order in which they were begun. */
  list(afterId: string | null, limit: number): Promise<LetterTemplateEntity[]> {
    const query = this.#manager
      .createQueryBuilder(LetterTemplateEntity, 'template')
      .orderBy('template.id')
      .limit(limit);
    if (afterId !== null) query.where('template.id > :afterId', { afterId });
    return query.getMany();
  }

  /** @throws DomainError `template-not-found` */
  async get(templateId: string): Promise<LetterTemplateResponse> {
    const row = await this.#manager.findOneBy(LetterTemplateEntity, { id: templateId });
    if (!row) throw templateNotFound();
    return LetterTemplateResponse.of(row);
  }

  async #change(
    actor: Actor,
    claim: IdempotencyClaim,
    { templateId, expectedVersion }: Seen,
    action: string,
    changesOf: (row: LetterTemplateEntity) => Changes,
  ): Promise<LetterTemplateResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const row = await manager.findOne(LetterTemplateEntity, {
          where: { id: templateId },
          lock: { mode: 'pessimistic_write' },
        });
        if (!row) throw templateNotFound();
        requireVersion(expectedVersion, row.version);
        if (row.status === 'activated') throw templateProblem('template-activated');
        const changes = { ...changesOf(row), version: row.version + 1, changedAt: this.#clock.now() };
        await manager.update(LetterTemplateEntity, templateId, changes);
        const changed = Object.assign(row, changes);
        this.#record(manager, actor, action, changed);
        return LetterTemplateResponse.of(changed);
      },
      roleSuffices,
    );
    return answer;
  }

  #record(manager: EntityManager, actor: Actor, action: string, row: LetterTemplateEntity): void {
    const { id, kind, version, status, validFrom } = row;
    this.#audit.record(manager, actor, {
      ...{ action, subjectKind: 'letter-template', subjectId: id },
      detail: { kind, version, status, validFrom },
    });
  }
}

function refuseFaults(template: LetterTemplate): void {
  const faults = templateFaults(template);
  if (faults.length === 0) return;
  throw templateProblem(
    'template-not-sound',
    faults.map(({ pointer, code, detail }) => ({ in: 'body', location: pointer, code, detail })),
  );
}
