import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { reachOf, requireRight } from '../identity/domain/permission.ts';
import type { Action } from '../identity/domain/actions.ts';
import { noFigures } from './domain/figures.ts';
import { laboratoryProblems } from './domain/laboratory.problems.ts';
import { LaboratoryRunEntity } from './laboratory-run.entity.ts';
import type { LaboratoryRunRequest } from './laboratory-run.request.ts';
import { LaboratoryWorker, pastOf } from './laboratory-worker.service.ts';
import { PastCases } from './past-cases.service.ts';
import { TriedWays } from './tried-ways.service.ts';

function requireForKernen(actor: Actor, action: Action, kernCodes: readonly string[]): void {
  for (const kernCode of kernCodes) requireRight(actor, action, { kernCode });
}

/** Begins runs of the laboratory, and shows them to who reaches all their kernen. */
@Injectable()
export class LaboratoryRuns {
  readonly #transactions: Transactions;
  readonly #tried: TriedWays;
  readonly #past: PastCases;
  readonly #worker: LaboratoryWorker;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    transactions: Transactions,
    tried: TriedWays,
    past: PastCases,
    worker: LaboratoryWorker,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#transactions = transactions;
    this.#tried = tried;
    this.#past = past;
    this.#worker = worker;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Keeps what is to be tried and begins with it; the answer does not wait for the outcome.
   * @throws DomainError as `TriedWays.of`, `not-allowed` for a kern that the caller does not work for, or
   *   `laboratory-days-impossible`
   */
  async begin(
    actor: Actor,
    claim: IdempotencyClaim,
    request: LaboratoryRunRequest,
  ): Promise<LaboratoryRunEntity> {
    const { answer: id } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const run = await this.#prepared(manager, actor, request);
        await manager.insert(LaboratoryRunEntity, run);
        const { regulationId, kernCodes, total } = run;
        const ways = run.ways.map(({ wayDraftId, wayVersionId }) => wayDraftId ?? wayVersionId);
        this.#audit.record(manager, actor, {
          ...{ action: 'laboratory:run', subjectKind: 'laboratory-run', subjectId: run.id },
          detail: { ways, regulationId, kernCodes, total },
        });
        return run.id;
      },
      (manager, runId) => this.get(manager, actor, 'laboratory:run', runId),
    );
    this.#worker.begin();
    return this.#transactions.run((manager) => this.get(manager, actor, 'laboratory:run', id));
  }

  /** @throws DomainError `laboratory-run-not-found`, or `not-allowed` for a kern that the caller does not reach */
  async get(
    manager: EntityManager,
    actor: Actor,
    action: Action,
    runId: string,
  ): Promise<LaboratoryRunEntity> {
    const run = await manager.findOneBy(LaboratoryRunEntity, { id: runId });
    if (run === null) {
      const detail = 'Er is geen beproeving met dit kenmerk.';
      throw DomainError.of(laboratoryProblems, 'laboratory-run-not-found', detail);
    }
    requireForKernen(actor, action, run.kernCodes);
    return run;
  }

  /** The runs that somebody may see, in the order in which they were begun. */
  list(
    manager: EntityManager,
    actor: Actor,
    afterId: string | null,
    limit: number,
  ): Promise<LaboratoryRunEntity[]> {
    const { all, kernCodes } = reachOf(actor, 'laboratory:read');
    const query = manager.createQueryBuilder(LaboratoryRunEntity, 'run').orderBy('run.id').limit(limit);
    if (afterId !== null) query.andWhere('run.id > :afterId', { afterId });
    if (!all) query.andWhere('run.kernCodes <@ :kernCodes', { kernCodes });
    return query.getMany();
  }

  async #prepared(
    manager: EntityManager,
    actor: Actor,
    request: LaboratoryRunRequest,
  ): Promise<LaboratoryRunEntity> {
    refuseImpossibleDays(request);
    const { ways, kernCodes, regulationId } = await this.#tried.of(manager, request);
    requireForKernen(actor, 'laboratory:run', kernCodes);
    const run = Object.assign(new LaboratoryRunEntity(), {
      ...{ id: newId(), ways, regulationId, kernCodes, replayed: 0, lastApplicationId: null },
      receivedFrom: request.receivedFrom ?? null,
      receivedUntil: request.receivedUntil ?? null,
      figures: ways.map(({ document }) => kernCodes.map(() => noFigures(document.steps))),
      ...{ requestedBy: actor.subject, requestedAt: this.#clock.now(), finishedAt: null },
    });
    run.total = await this.#past.count(manager, await pastOf(manager, run));
    return run;
  }
}

function refuseImpossibleDays({ receivedFrom, receivedUntil }: LaboratoryRunRequest): void {
  if (receivedFrom === undefined || receivedUntil === undefined || receivedFrom <= receivedUntil) return;
  const code = 'laboratory-days-impossible';
  const detail = 'De laatste dag ligt voor de eerste.';
  throw DomainError.of(laboratoryProblems, code, detail, [
    { in: 'body', location: '/receivedUntil', code, detail },
  ]);
}
