import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { sumCents } from '../kernel/money.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { BudgetEntity } from './budget.entity.ts';
import { placeNames } from './domain/place-names.ts';
import type { RunKind } from './domain/runs/run.ts';
import { runProblem } from './domain/runs/run.problems.ts';
import { LedgerRunEntity, type RunStatus } from './ledger-run.entity.ts';
import { LedgerRunResponse } from './ledger-run.response.ts';

export interface RunFilter {
  readonly kind?: RunKind;
  readonly status?: RunStatus;
  readonly after?: string;
  readonly limit: number;
}

/** Reads runs and presents them with the names of kernen. */
@Injectable()
export class ReadRuns {
  readonly #manager: EntityManager;
  readonly #kernen: KernenService;

  constructor(kernen: KernenService, manager: EntityManager) {
    this.#kernen = kernen;
    this.#manager = manager;
  }

  /** @throws DomainError `run-not-found` */
  async get(manager: EntityManager, runId: string): Promise<LedgerRunEntity> {
    const run = await manager.findOneBy(LedgerRunEntity, { id: runId });
    if (!run) throw runProblem('run-not-found', 'Er is geen mutatie met dit kenmerk.');
    return run;
  }

  async show(runId: string): Promise<LedgerRunResponse> {
    return this.present(this.#manager, await this.get(this.#manager, runId));
  }

  async list({ kind, status, after, limit }: RunFilter): Promise<Page<LedgerRunResponse>> {
    const key = decodePageKey(after, ['id']);
    const query = this.#manager
      .createQueryBuilder(LedgerRunEntity, 'run')
      .where({ ...(kind && { kind }), ...(status && { status }) })
      .orderBy('run.id')
      .limit(limit + 1);
    if (key) query.andWhere('run.id > :after', { after: key[0] });
    const page = pageOf(await query.getMany(), limit, (run) => [run.id]);
    const presented = new Map<string, LedgerRunResponse>();
    for (const run of page.items) presented.set(run.id, await this.present(this.#manager, run));
    return page.map((run) => presented.get(run.id) ?? new LedgerRunResponse());
  }

  async present(manager: EntityManager, run: LedgerRunEntity): Promise<LedgerRunResponse> {
    const { plan, kind, countsOn, reference, reason, resolutionId, journalId, reversesId } = run;
    const { id, status, version, proposedBy, proposedAt, decidedBy, decidedAt, rejectionReason } = run;
    const mirrors = plan.mirrors.map(({ budgetId, amountCents, grantId, holdId = null, id: correctsId }) => ({
      ...{ budgetId, amountCents, grantId, holdId, correctsId, movement: 'correct' as const },
    }));
    const entries = [
      ...plan.steps.map((step) => ({ grantId: null, holdId: null, ...step, correctsId: null })),
      ...mirrors,
    ];
    const places = await this.#places(manager, run);
    const counted = plan.steps.filter(({ movement }) => movement !== 'transfer-in');
    return Object.assign(new LedgerRunResponse(), {
      ...{ id, kind, status, version, countsOn, reference, reason, resolutionId, journalId, reversesId },
      legalGround: kind === 'statutory-allocation' ? 'artikel 4:25, derde lid, Awb' : null,
      steps: entries.map((entry) => ({ ...entry, ...places.get(entry.budgetId) })),
      limits: plan.limits.map(({ kind: limitKind, code, limitCents }) => ({
        kind: limitKind,
        code,
        limitCents,
      })),
      totalCents: sumCents([...counted, ...mirrors].map(({ amountCents }) => amountCents)),
      closingYear: plan.year?.year ?? null,
      ...{ proposedBy, proposedAt, decidedBy, decidedAt, rejectionReason },
    });
  }

  /** The kern and year of every budget in a plan, of those that it opens too. */
  async #places(manager: EntityManager, { plan }: LedgerRunEntity) {
    const ids = new Set([...plan.steps, ...plan.mirrors].map(({ budgetId }) => budgetId));
    const known = ids.size === 0 ? [] : await manager.findBy(BudgetEntity, { id: In([...ids]) });
    const kernen = await this.#kernen.byId(manager);
    return new Map(
      [...plan.opens, ...known].map(({ id, kernId, year }) => [
        id,
        { kernCode: placeNames(kernId, kernen).kernCode, year },
      ]),
    );
  }
}
