import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { DomainError } from '../../src/kernel/domain-error.ts';
import { newId } from '../../src/kernel/ids.ts';
import { cents } from '../../src/kernel/money.ts';
import type { Transactions } from '../../src/platform/database/transactions.ts';
import { accountOf } from '../../src/budgets/account-names.ts';
import { concernsGrant, type Movement, movementNames, movements } from '../../src/budgets/domain/movement.ts';
import type { CorrectableEntry, Correction, Posting } from '../../src/budgets/domain/posting.ts';
import type { LedgerService } from '../../src/budgets/ledger.service.ts';

export interface LoadPlace {
  readonly transactions: Transactions;
  readonly ledger: LedgerService;
  readonly budgetIds: readonly string[];
  /** Runs a query outside the transactions of the load. */
  query(sql: string, values: unknown[]): Promise<Record<string, unknown>[]>;
}

export interface LoadOutcome {
  booked: number;
  /** Refusals by their code. */
  readonly refused: Map<string, number>;
}

/** A reproducible source of chance (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const oneBudget = movementNames.filter((movement) => !movement.startsWith('transfer-'));
const days = ['2019-03-01', '2019-06-11', '2019-09-30', '2019-12-31'];

async function someEntry(place: LoadPlace, budgetId: string): Promise<CorrectableEntry | null> {
  const [row] = await place.query(
    `SELECT id, budget_id, debit_account, credit_account, amount_cents, grant_id, hold_id FROM ledger_entry
      WHERE budget_id = $1 AND 'transferred' NOT IN (debit_account, credit_account)
        AND version >= (SELECT floor(random() * version) FROM budget WHERE id = $1) ORDER BY version LIMIT 1`,
    [budgetId],
  );
  return row
    ? {
        id: row['id'] as string,
        budgetId,
        debitAccount: accountOf(row['debit_account'] as string),
        creditAccount: accountOf(row['credit_account'] as string),
        amountCents: cents(Number(row['amount_cents'])),
        grantId: row['grant_id'] as string | null,
        holdId: row['hold_id'] as string | null,
      }
    : null;
}

/** Lets clients do every movement at random at the same time, until told to stop or so often. */
export async function mixedLoad(
  place: LoadPlace,
  options: { clients: number; steps: number; seed: number; until?: () => boolean },
): Promise<LoadOutcome> {
  const outcome: LoadOutcome = { booked: 0, refused: new Map() };
  const grants = new Map<string, string[]>(place.budgetIds.map((id) => [id, []]));
  const holds = new Map(place.budgetIds.map((id) => [id, [newId(), newId()]]));
  const client = async (seed: number) => {
    const random = chance(seed);
    const oneOf = <T>(values: readonly T[]): T => values[random(values.length)]!;
    for (let step = 0; step < options.steps && options.until?.() !== true; step += 1) {
      const [budgetId, other] = [oneOf(place.budgetIds), oneOf(place.budgetIds)];
      const grounds = {
        reference: `belasting ${seed}`,
        reason: 'proef',
        actorSubject: `client ${seed}`,
        countsOn: calendarDate(oneOf(days)),
      };
      const amountCents = cents(1 + random(20_000));
      const kind = oneOf<Movement | 'transfer' | 'correct'>([
        ...oneBudget,
        'commit',
        'commit',
        'allocate',
        'transfer',
        'correct',
      ]);
      const postings: (Posting | Correction)[] = [];
      if (kind === 'transfer' && other !== budgetId) {
        postings.push({ ...grounds, budgetId, movement: 'transfer-out', amountCents, grantId: null });
        postings.push({ ...grounds, budgetId: other, movement: 'transfer-in', amountCents, grantId: null });
      } else if (kind === 'correct') {
        const corrects = await someEntry(place, budgetId);
        if (corrects) postings.push({ ...grounds, budgetId, corrects });
      } else if (kind !== 'transfer') {
        const known = grants.get(budgetId)!;
        const isNew = kind === 'commit' || kind === 'commit-held' || known.length === 0;
        const grantId = concernsGrant(movements[kind]) ? (isNew ? newId() : oneOf(known)) : null;
        const { debit, credit } = movements[kind];
        const isHeld = debit === 'held' || credit === 'held';
        const named = isHeld && { holdId: oneOf(holds.get(budgetId)!) };
        postings.push({ ...grounds, budgetId, movement: kind, amountCents, grantId, ...named });
      }
      await attempt(place, postings, outcome, grants);
    }
  };
  await Promise.all(
    Array.from({ length: options.clients }, (_, index) => client(options.seed * 1000 + index)),
  );
  return outcome;
}

async function attempt(
  { transactions, ledger }: LoadPlace,
  postings: readonly (Posting | Correction)[],
  outcome: LoadOutcome,
  grants: ReadonlyMap<string, string[]>,
): Promise<void> {
  if (postings.length === 0) return;
  const grantOf = (posting: Posting | Correction) =>
    'corrects' in posting ? posting.corrects.grantId : posting.grantId;
  try {
    await transactions.run(async (manager) => {
      const budgetIds = postings.map(({ budgetId }) => budgetId);
      const grantIds = postings.flatMap((posting) => grantOf(posting) ?? []);
      ledger.post(manager, await ledger.lock(manager, budgetIds, { grantIds }), postings);
    });
    outcome.booked += 1;
    for (const posting of postings) {
      const grantId = grantOf(posting);
      if (grantId !== null && !('corrects' in posting)) grants.get(posting.budgetId)?.push(grantId);
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    outcome.refused.set(error.code, (outcome.refused.get(error.code) ?? 0) + 1);
  }
}
