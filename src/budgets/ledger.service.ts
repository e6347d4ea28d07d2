import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { readRows, statementsOf } from '../platform/database/sent-statements.ts';
import { afterCommit } from '../platform/database/after-commit.ts';
import { Metrics } from '../platform/telemetry/metrics.ts';
import { columnOf } from './account-names.ts';
import { refusalOf } from './domain/budgets.problems.ts';
import type { HoldState, LedgerState } from './domain/ledger-state.ts';
import type { EntryKind } from './domain/movement.ts';
import { type Correction, type PlannedEntry, post, type Posting } from './domain/posting.ts';
import { ledgerStateOf, type LockedRows } from './locked-rows.ts';
import { openHoldsOf } from './open-holds.ts';

const lockStatement = { name: 'lock-ledger', text: 'SELECT * FROM lock_ledger($1, $2, $3)' };
const postStatement = {
  name: 'post-ledger-entry',
  text: 'SELECT post_ledger_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)',
};
const holdsStatement = { name: 'holds-of-budgets', text: openHoldsOf('e.budget_id = ANY($1)') };

/** What else than budgets must be locked. */
export interface LockOptions {
  /** Grants that exist already and of which something is booked. */
  readonly grantIds?: readonly string[];
  /** Also the limits of schemes that do not bind: for who changes what kernen are given. */
  readonly allLimits?: boolean;
}

function postingCounter(metrics: Metrics) {
  const help = 'What was asked of the ledger, and the outcome.';
  return metrics.counter('kernbudget_ledger_postings_total', help, ['movement', 'outcome']);
}

/** Books entries. The rules decide on locked balances; the database's checks refuse what they would miss. */
@Injectable()
export class LedgerService {
  readonly #clock: Clock;
  readonly #postings: ReturnType<typeof postingCounter>;

  constructor(clock: Clock, metrics: Metrics = new Metrics()) {
    this.#clock = clock;
    this.#postings = postingCounter(metrics);
  }

  /** Locks budgets in a fixed order, so that two transactions never wait for each other, and then their limits. */
  async lock(
    manager: EntityManager,
    budgetIds: readonly string[],
    { grantIds = [], allLimits = false }: LockOptions = {},
  ): Promise<LedgerState> {
    const rows = await readRows<LockedRows>(manager, lockStatement, [budgetIds, grantIds, allLimits]);
    const state = ledgerStateOf(present(rows[0], 'locking answers one row'));
    return { ...state, holds: await this.#holds(manager, state) };
  }

  /** Nobody else can touch them: their budgets are locked. */
  async #holds(manager: EntityManager, { budgets }: LedgerState): Promise<LedgerState['holds']> {
    const holding = [...budgets.values()].filter(({ held }) => held > 0).map(({ id }) => id);
    if (holding.length === 0) return new Map();
    const rows = await readRows<HoldState>(manager, holdsStatement, [holding]);
    return new Map(rows.map((hold) => [hold.id, hold]));
  }

  /**
   * Books postings together, in one journal, on budgets that the caller has locked: all of them or none. The entries
   * travel with what is sent next; what the database's checks refuse makes the transaction fail.
   * @returns the ledger after the last posting
   * @throws DomainError of `domain/budgets.problems.ts`; nothing is kept then
   */
  post(
    manager: EntityManager,
    ledger: LedgerState,
    postings: readonly (Posting | Correction)[],
    journalId = newId(),
  ): LedgerState {
    let state = ledger;
    const entries = postings.map((posting) => {
      const outcome = post(state, posting);
      if (outcome.kind !== 'booked') {
        this.#postings.inc({ movement: kindOf(posting), outcome: outcome.kind });
        throw refusalOf(outcome);
      }
      state = outcome.state;
      return outcome.entry;
    });
    afterCommit(manager, () => {
      for (const { kind: movement } of entries) this.#postings.inc({ movement, outcome: 'booked' });
    });
    for (const entry of entries) {
      void statementsOf(manager).send({ ...postStatement, values: this.#valuesOf(journalId, entry) });
    }
    return state;
  }

  #valuesOf(journalId: string, entry: PlannedEntry): unknown[] {
    return [
      newId(),
      journalId,
      entry.budgetId,
      entry.kind,
      columnOf(entry.debit),
      columnOf(entry.credit),
      entry.amountCents,
      entry.grantId,
      entry.limitIds,
      entry.schemeLimitId,
      entry.limitChangeCents,
      entry.correctsId,
      entry.reference,
      entry.reason,
      entry.actorSubject,
      this.#clock.now(),
      entry.countsOn,
      entry.holdId,
    ];
  }
}

function kindOf(posting: Posting | Correction): EntryKind {
  return 'corrects' in posting ? 'correct' : posting.movement;
}
