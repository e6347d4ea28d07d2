import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { undecidedStatuses } from '../applications/domain/lifecycle.ts';
import { BudgetsService } from '../budgets/budgets.service.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { AvailabilityResponse, KernAvailabilityResponse } from './availability.response.ts';
import { decisionMoment, publicCount } from './domain/availability.ts';
import { LotDraws } from './lot-draws.service.ts';

/** Tells everybody what is free, how many wait and when is decided. */
@Injectable()
export class Availability {
  readonly #manager: EntityManager;
  readonly #regulations: RegulationsService;
  readonly #budgets: BudgetsService;
  readonly #kernen: KernenService;
  readonly #lots: LotDraws;
  readonly #clock: Clock;

  constructor(
    manager: EntityManager,
    regulations: RegulationsService,
    budgets: BudgetsService,
    kernen: KernenService,
    lots: LotDraws,
    clock: Clock,
  ) {
    this.#manager = manager;
    this.#regulations = regulations;
    this.#budgets = budgets;
    this.#kernen = kernen;
    this.#lots = lots;
    this.#clock = clock;
  }

  /** @throws DomainError `regulation-not-found` */
  async of(regulationCode: string): Promise<AvailabilityResponse> {
    const regulation = await this.#regulations.getByCode(this.#manager, regulationCode);
    const versions = await this.#regulations.versionsOf(this.#manager, regulation.id);
    const { document } = present(versions.at(-1), 'a regulation has a version');
    const budgets = await this.#budgets.ofRegulation(this.#manager, regulation.id, null);
    const waiting = await this.#waiting(versions.map(({ id }) => id));
    const onList = await this.#onWaitingList(budgets.map(({ id }) => id));
    const kernen = await this.#kernen.byId(this.#manager);
    const all = [...waiting.values()].reduce((sum, count) => sum + count, 0);
    const rows = budgets.map(({ id, kernId, year, available }) =>
      Object.assign(new KernAvailabilityResponse(), {
        kernCode: kernId === null ? null : present(kernen.get(kernId), 'a budget is of a kern').code,
        ...{ year, availableCents: available },
        waiting: publicCount(kernId === null ? all : (waiting.get(kernId) ?? 0)),
        onWaitingList: publicCount(onList.get(id) ?? 0),
      }),
    );
    rows.sort(
      (one, other) => one.year - other.year || (one.kernCode ?? '').localeCompare(other.kernCode ?? ''),
    );
    return Object.assign(new AvailabilityResponse(), {
      ...{ regulationCode, decisionMoment: decisionMoment(document, this.#clock.today()) },
      ...{ lotSeed: await this.#lots.drawn(this.#manager, regulation.id), kernen: rows },
    });
  }

  /** Who got too little and can still get what comes free, by budget. */
  async #onWaitingList(budgetIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#manager.query<{ budgetId: string; count: number }[]>(
      `SELECT decision.budget_id AS "budgetId", count(*)::int AS count
       FROM decision JOIN application ON application.id = decision.application_id
       WHERE decision.budget_id = ANY($1) AND decision.waiting_until >= $2 AND application.status = 'announced'
         AND NOT EXISTS (SELECT 1 FROM changed_decision change WHERE change.decision_id = decision.id
           AND (change.kind <> 'in-favour' OR change.granted_cents - decision.granted_cents
             >= (decision.waiting->>'lackingCents')::bigint))
       GROUP BY decision.budget_id`,
      [[...budgetIds], this.#clock.today()],
    );
    return new Map(rows.map(({ budgetId, count }) => [budgetId, count]));
  }

  async #waiting(versionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#manager
      .createQueryBuilder(ApplicationEntity, 'application')
      .select('application.kernId', 'kernId')
      .addSelect('count(*)::int', 'count')
      .where('application.regulationVersionId = ANY(:versionIds)', { versionIds: [...versionIds] })
      .andWhere('application.status = ANY(:statuses)', { statuses: [...undecidedStatuses] })
      .groupBy('application.kernId')
      .getRawMany<{ kernId: string; count: number }>();
    return new Map(rows.map(({ kernId, count }) => [kernId, count]));
  }
}
