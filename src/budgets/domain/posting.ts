import { assert } from '../../kernel/assert.ts';
import { type CalendarDate, yearOf } from '../../kernel/calendar-date.ts';
import { type Cents, cents, highestAmountCents, zeroCents } from '../../kernel/money.ts';
import {
  budgetIn,
  type BudgetState,
  type GrantState,
  type LedgerState,
  leftOf,
  limitsFor,
  type LimitState,
  noAmounts,
} from './ledger-state.ts';
import {
  afterClosing,
  concernsGrant,
  type EntryKind,
  grantEffect,
  mirrorOf,
  move,
  type Movement,
  movements,
  type Sides,
} from './movement.ts';
import { type Account, grantAccounts, isGrantAccount } from './position.ts';

/** What stands on every entry, whatever it is. */
interface PostingGrounds {
  readonly budgetId: string;
  /** Why this is booked: a resolution, decision or payment. */
  readonly reference: string;
  readonly reason: string | null;
  readonly actorSubject: string;
  /** The day it counts for, which may be earlier than the day it is recorded. */
  readonly countsOn: CalendarDate;
}

/** What is to be booked. */
export interface Posting extends PostingGrounds {
  readonly movement: Movement;
  readonly amountCents: Cents;
  /** The decision whose money this is; null for the budget itself. */
  readonly grantId: string | null;
  /** For money that is kept apart, or was: which reservation it is. */
  readonly holdId?: string;
  /** For a first commitment: the categories and themes that the grant counts for. */
  readonly limitIds?: readonly string[];
}

/** An entry as far as its correction needs it. */
export interface CorrectableEntry {
  readonly id: string;
  readonly budgetId: string;
  readonly debitAccount: Account;
  readonly creditAccount: Account;
  readonly amountCents: Cents;
  readonly grantId: string | null;
  readonly holdId?: string | null;
}

/** The mirror of one named entry. */
export interface Correction extends PostingGrounds {
  readonly corrects: CorrectableEntry;
  readonly reason: string;
}

/** An entry that can be written. */
export interface PlannedEntry extends PostingGrounds, Sides {
  readonly kind: EntryKind;
  readonly amountCents: Cents;
  readonly grantId: string | null;
  /** Null where no money that is kept apart moves. */
  readonly holdId: string | null;
  readonly limitIds: readonly string[];
  readonly schemeLimitId: string | null;
  readonly limitChangeCents: Cents;
  readonly correctsId: string | null;
}

/** What is left in something that a commitment must fit in. */
export interface Remainder {
  readonly of: 'kern' | LimitState['kind'];
  /** The name of the kern, or the code of the category, theme or scheme limit; null when nobody knows. */
  readonly name: string | null;
  readonly leftCents: Cents;
}

export type PostingOutcome =
  | { readonly kind: 'booked'; readonly state: LedgerState; readonly entry: PlannedEntry }
  | { readonly kind: 'amount-out-of-range' }
  | { readonly kind: 'counts-before-budget'; readonly year: number }
  | { readonly kind: 'counts-in-closed-year'; readonly year: number }
  | { readonly kind: 'budget-closed'; readonly year: number }
  | { readonly kind: 'reason-missing'; readonly year: number }
  | {
      readonly kind: 'ceiling-reached';
      readonly stoppedBy: Remainder;
      readonly remainders: readonly Remainder[];
    }
  | { readonly kind: 'short'; readonly account: Account; readonly balanceCents: Cents }
  | { readonly kind: 'hold-short'; readonly leftCents: Cents };

/** Decides on locked balances whether something can be booked, and what the balances are afterwards (Awb 4:25). */
export function post(state: LedgerState, posting: Posting | Correction): PostingOutcome {
  const budget = budgetIn(state, posting.budgetId);
  const { kind, sides, amountCents, grantId, holdId } = factsOf(posting);
  assert(concernsGrant(sides) === (grantId !== null), 'the money of a grant is moved with its name');
  const refusal = refusedBefore(state, budget, posting, kind, amountCents);
  if (refusal) return refusal;
  const grant = grantId === null ? null : grantOf(state, grantId, posting);
  const counted = limitsFor(state, budget, grant?.limitIds ?? []);
  const limitChangeCents = cents(grantEffect(sides) * amountCents);
  const excess = refusedByLimit(state, budget, sides, counted, limitChangeCents);
  if (excess) return excess;
  const moved = move(budget, sides, amountCents);
  if (moved.kind === 'short') return moved;
  const holds = moveHold(state, budget, sides, amountCents, holdId);
  if (holds.kind !== 'moved') return holds;
  const movedGrant = grant && moveGrant(grant, sides, amountCents);
  if (movedGrant?.kind === 'short') return movedGrant;
  const after: LedgerState = {
    ...state,
    budgets: new Map(state.budgets).set(budget.id, {
      ...budget,
      ...moved.position,
      version: budget.version + 1,
    }),
    grants: movedGrant ? new Map(state.grants).set(movedGrant.grant.grantId, movedGrant.grant) : state.grants,
    limits: withUsed(state, counted, limitChangeCents),
    holds: holds.holds,
  };
  const { budgetId, reference, reason, actorSubject, countsOn } = posting;
  return {
    kind: 'booked',
    state: after,
    entry: {
      ...{
        budgetId,
        reference,
        reason,
        actorSubject,
        countsOn,
        ...sides,
        kind,
        amountCents,
        grantId,
        holdId,
      },
      limitIds: grant?.limitIds ?? [],
      schemeLimitId: counted.find((limit) => limit.kind === 'scheme')?.id ?? null,
      limitChangeCents,
      correctsId: 'corrects' in posting ? posting.corrects.id : null,
    },
  };
}

function factsOf(posting: Posting | Correction): {
  readonly kind: EntryKind;
  readonly sides: Sides;
  readonly amountCents: Cents;
  readonly grantId: string | null;
  readonly holdId: string | null;
} {
  if (!('corrects' in posting)) {
    const { movement: kind, amountCents, grantId, holdId = null } = posting;
    return { kind, sides: movements[kind], amountCents, grantId, holdId };
  }
  const {
    debitAccount: debit,
    creditAccount: credit,
    amountCents,
    grantId,
    holdId = null,
  } = posting.corrects;
  return { kind: 'correct', sides: mirrorOf({ debit, credit }), amountCents, grantId, holdId };
}

type MovedHold =
  | { readonly kind: 'moved'; readonly holds: LedgerState['holds'] }
  | { readonly kind: 'hold-short'; readonly leftCents: Cents };

/**
 * What is kept apart for one purpose is not taken for another. What was reserved without a name, before reservations had
 * one, is one reservation of the budget, with the id of the budget.
 */
function moveHold(
  { holds }: LedgerState,
  budget: BudgetState,
  { debit, credit }: Sides,
  amountCents: Cents,
  holdId: string | null,
): MovedHold {
  const isHeld = debit === 'held' || credit === 'held';
  assert(isHeld || holdId === null, 'only money that is kept apart has a reservation');
  if (!isHeld) return { kind: 'moved', holds };
  const id = holdId ?? budget.id;
  const hold = holds.get(id);
  const left = hold?.budgetId === budget.id ? hold.leftCents : zeroCents;
  if (credit === 'held' && left < amountCents) return { kind: 'hold-short', leftCents: left };
  const leftCents = cents(credit === 'held' ? left - amountCents : left + amountCents);
  return { kind: 'moved', holds: new Map(holds).set(id, { id, budgetId: budget.id, leftCents }) };
}

function refusedBefore(
  { closedYears }: LedgerState,
  budget: BudgetState,
  { countsOn, reason }: PostingGrounds,
  kind: EntryKind,
  amountCents: Cents,
): PostingOutcome | null {
  const year = yearOf(countsOn);
  if (amountCents <= 0 || amountCents > highestAmountCents) return { kind: 'amount-out-of-range' };
  if (year < budget.year) return { kind: 'counts-before-budget', year: budget.year };
  if (closedYears.has(year)) return { kind: 'counts-in-closed-year', year };
  if (!closedYears.has(budget.year)) return null;
  const possible = afterClosing(kind);
  if (possible === 'impossible') return { kind: 'budget-closed', year: budget.year };
  if (possible === 'with-a-reason' && reason === null) return { kind: 'reason-missing', year: budget.year };
  return null;
}

/** A grant that has no amounts yet is one that this posting makes. */
function grantOf({ grants }: LedgerState, grantId: string, posting: Posting | Correction): GrantState {
  const { budgetId } = posting;
  const limitIds = 'corrects' in posting ? [] : (posting.limitIds ?? []);
  const grant = grants.get(grantId) ?? { grantId, budgetId, limitIds, ...noAmounts };
  assert(grant.budgetId === budgetId, 'a grant is of one budget');
  return grant;
}

function moveGrant(
  grant: GrantState,
  { debit, credit }: Sides,
  amountCents: Cents,
): { kind: 'moved'; grant: GrantState } | { kind: 'short'; account: Account; balanceCents: Cents } {
  if (isGrantAccount(credit) && grant[credit] < amountCents) {
    return { kind: 'short', account: credit, balanceCents: grant[credit] };
  }
  const changeOf = (account: Account) =>
    (account === debit ? amountCents : 0) - (account === credit ? amountCents : 0);
  const amounts = Object.fromEntries(
    grantAccounts.map((account) => [account, cents(grant[account] + changeOf(account))]),
  );
  return { kind: 'moved', grant: { ...grant, ...amounts } };
}

/** A commitment passes all limits or none; the refusal tells which one stops it and what is left in each. */
function refusedByLimit(
  { kernNames }: LedgerState,
  budget: BudgetState,
  { credit }: Sides,
  counted: readonly LimitState[],
  changeCents: Cents,
): PostingOutcome | null {
  if (changeCents <= 0) return null;
  const fromAvailable = credit === 'available';
  const name = budget.kernId === null ? null : (kernNames.get(budget.kernId) ?? null);
  const of: Remainder['of'] = budget.kernId === null ? 'scheme' : 'kern';
  const remainders: Remainder[] = [
    ...(fromAvailable ? [{ of, name, leftCents: budget.available }] : []),
    ...counted.map((limit) => ({ of: limit.kind, name: limit.code, leftCents: leftOf(limit) })),
  ];
  const stoppedBy = remainders.find(({ leftCents }) => leftCents < changeCents);
  return stoppedBy ? { kind: 'ceiling-reached', stoppedBy, remainders } : null;
}

function withUsed(
  { limits }: LedgerState,
  counted: readonly LimitState[],
  changeCents: Cents,
): ReadonlyMap<string, LimitState> {
  if (changeCents === 0 || counted.length === 0) return limits;
  const after = new Map(limits);
  for (const limit of counted) {
    const usedCents = cents(limit.usedCents + changeCents);
    after.set(limit.id, { ...limit, usedCents, version: limit.version + 1 });
  }
  return after;
}
