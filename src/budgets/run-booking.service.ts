import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { statementsOf } from '../platform/database/sent-statements.ts';
import { BudgetOpening } from './budget-opening.service.ts';
import type { LedgerState } from './domain/ledger-state.ts';
import type { Correction, Posting } from './domain/posting.ts';
import { bindingChanges } from './domain/scheme-limits.ts';
import { LedgerLimitEntity } from './ledger-limit.entity.ts';
import { LedgerService } from './ledger.service.ts';
import type { LedgerRunEntity } from './ledger-run.entity.ts';
import { LedgerYearEntity } from './ledger-year.entity.ts';

const limitStatement = {
  name: 'post-limit-entry',
  text: 'SELECT post_limit_entry($1, NULL, $2, $3, $4, $5, $6)',
};

/** The entries of a run, in the order in which they are booked. */
export function postingsOf(
  { plan, reference, reason, countsOn }: LedgerRunEntity,
  actorSubject: string,
): (Posting | Correction)[] {
  const grounds = { reference, actorSubject, countsOn };
  return [
    ...plan.steps.map(({ budgetId, movement, amountCents, grantId = null, holdId }) => ({
      ...{ ...grounds, reason, budgetId, movement, amountCents, grantId },
      ...(movement === 'hold' ? { holdId: newId() } : holdId !== undefined && { holdId }),
    })),
    ...plan.mirrors.map((corrects) => ({
      ...{ ...grounds, reason: reason ?? reference, budgetId: corrects.budgetId, corrects },
    })),
  ];
}

/** Carries out what a confirmed run planned: entries, limits and the closing of a year. */
@Injectable()
export class RunBooking {
  readonly #ledger: LedgerService;
  readonly #opening: BudgetOpening;
  readonly #clock: Clock;

  constructor(ledger: LedgerService, opening: BudgetOpening, clock: Clock) {
    this.#ledger = ledger;
    this.#opening = opening;
    this.#clock = clock;
  }

  now(): Date {
    return this.#clock.now();
  }

  /** Makes the budgets that a run opens, so that they can be locked with the others. */
  async open(manager: EntityManager, actor: Actor, { plan }: LedgerRunEntity): Promise<void> {
    for (const { id, ...place } of plan.opens) await this.#opening.insert(manager, actor, id, place);
  }

  /** @returns the journal of the entries */
  async book(
    manager: EntityManager,
    run: LedgerRunEntity,
    state: LedgerState,
    actorSubject: string,
    relock: () => Promise<LedgerState>,
  ): Promise<string> {
    const journalId = newId();
    // What is granted extra on a statutory ground must not run into a limit first.
    await this.#setLimits(manager, run);
    const after = this.#ledger.post(manager, state, postingsOf(run, actorSubject), journalId);
    const changes = run.plan.limits.length > 0 ? bindingChanges(await relock()) : bindingChanges(after);
    for (const { limitId, changeCents, binds } of changes) {
      this.#postLimit(manager, limitId, changeCents, null, binds, run.reference);
    }
    if (run.plan.year) await manager.upsert(LedgerYearEntity, run.plan.year, ['year']);
    return journalId;
  }

  async #setLimits(manager: EntityManager, { plan, reference }: LedgerRunEntity): Promise<void> {
    for (const { limitId, kind, code, budgetId, limitCents, regulationId, year } of plan.limits) {
      const id = limitId ?? newId();
      if (limitId === null) {
        const place = { id, kind, code, budgetId, regulationId, year };
        await manager
          .createQueryBuilder()
          .insert()
          .into(LedgerLimitEntity, ['id', 'kind', 'code', 'budgetId', 'regulationId', 'year'])
          .values(place)
          .execute();
      }
      this.#postLimit(manager, id, 0, limitCents, kind === 'scheme' ? null : true, reference);
    }
  }

  #postLimit(
    manager: EntityManager,
    limitId: string,
    changeCents: number,
    limitCents: number | null,
    binds: boolean | null,
    reference: string,
  ): void {
    const values = [limitId, changeCents, limitCents, binds, reference, this.#clock.now()];
    void statementsOf(manager).send({ ...limitStatement, values });
  }
}
