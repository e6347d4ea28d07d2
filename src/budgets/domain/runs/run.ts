import { type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Cents } from '../../../kernel/money.ts';
import type { BudgetState, GrantState, LedgerState, LimitKind } from '../ledger-state.ts';
import type { Movement } from '../movement.ts';
import type { CorrectableEntry } from '../posting.ts';
import type { Remainder } from '../../../regulations/domain/groups/remainder.ts';

/** What finance can do with the money of single grants, each the movement of the same name. */
export const grantKinds = [
  'release',
  'order-payment',
  'pay',
  'payment-rejected',
  'payment-returned',
  'claim-back',
  'receive',
  'write-off',
] as const;

export type GrantKind = (typeof grantKinds)[number];

/** What finance can do with the budgets of kernen: proposed by one person, confirmed by another. */
export const runKinds = [
  'ceilings',
  'allocation',
  'supplementary',
  'statutory-allocation',
  'transfer',
  'redistribution',
  'carry-over',
  'saving',
  'lapse',
  'hold',
  'unhold',
  'limit',
  'correction',
  'counter-run',
  'close-year',
  'reopen-year',
  ...grantKinds,
] as const;

export type RunKind = (typeof runKinds)[number];

export const redistributionRules = ['equal', 'by-shortage', 'in-order'] as const;

export type RedistributionRule = (typeof redistributionRules)[number];

/** The parts of a request that not every kind of run takes. */
export const runParts = [
  'regulationCode',
  'toRegulationCode',
  'year',
  'resolutionId',
  'reference',
  'reason',
  'lines',
  'grants',
  'bodies',
  'rule',
  'limitKind',
  'limitCode',
  'limitCents',
  'entryIds',
  'runId',
] as const;

export type RunPart = (typeof runParts)[number];

/** One kern in a run. */
export interface RunLine {
  readonly budget: BudgetState;
  /** Where the money goes: another kern of the scheme, or the same kern in another scheme. */
  readonly toBudget: BudgetState | null;
  readonly amountCents: Cents | null;
  /** The reservation of which money is released. */
  readonly holdId: string | null;
  /** What the kern was short of, as far as the rule asks for it. */
  readonly shortageCents: Cents | null;
}

/** One grant in a run. */
export interface RunGrant {
  readonly grant: GrantState;
  readonly amountCents: Cents;
}

/** Money of earlier years that was saved or carried over into a budget. */
export interface SavedMoney {
  readonly fromYear: number;
  readonly amountCents: Cents;
}

/** Everything that a run is planned from. */
export interface RunFacts {
  readonly countsOn: CalendarDate;
  readonly year: number | null;
  /** The kernen that were named; where none were, all budgets of the scheme, in the order of their codes. */
  readonly lines: readonly RunLine[];
  readonly linesNamed: boolean;
  /** The grants that were named, as they are under lock. */
  readonly grants: readonly RunGrant[];
  /** All budgets of the scheme, in the order of the codes of their kernen. */
  readonly scheme: readonly BudgetState[];
  readonly state: LedgerState;
  readonly rule: RedistributionRule | null;
  readonly saved: ReadonlyMap<string, SavedMoney>;
  readonly limit: { readonly kind: LimitKind; readonly code: string; readonly limitCents: Cents } | null;
  /** The limits that ceilings bring with them; empty for every other kind. */
  readonly limits: readonly {
    readonly kind: LimitKind;
    readonly code: string;
    readonly budget: BudgetState | null;
    readonly limitCents: Cents;
  }[];
  /** What is turned round, newest first. */
  readonly entries: readonly (CorrectableEntry & { readonly movement: string })[];
  /** What the regulation says about money that is left; null where no regulation is named. */
  readonly remainder: Remainder | null;
  /** Whether a registered resolution stands behind it. */
  readonly isResolved: boolean;
  /** For the kernen that a regulation names; an empty code where all share the budget. */
  readonly kernCodes: ReadonlyMap<string, string>;
  /** For sentences about a budget. */
  readonly kernNames: ReadonlyMap<string, string>;
}

/** One entry that a run will make. */
export interface RunStep {
  readonly budgetId: string;
  readonly movement: Movement;
  readonly amountCents: Cents;
  /** For the money of one grant: the decision that granted it. */
  readonly grantId?: string;
  /** The reservation that is made or released. */
  readonly holdId?: string;
}

/** A limit that gets another amount; what does not exist yet is made. */
export interface LimitAmount {
  readonly limitId: string | null;
  readonly kind: LimitKind;
  readonly code: string;
  readonly budgetId: string | null;
  readonly regulationId: string;
  readonly year: number;
  readonly limitCents: Cents;
}

/** What a run will do. */
export interface RunPlan {
  readonly steps: readonly RunStep[];
  readonly mirrors: readonly CorrectableEntry[];
  readonly limits: readonly LimitAmount[];
  readonly year: { readonly year: number; readonly closed: boolean } | null;
  readonly saved: readonly (SavedMoney & { readonly budgetId: string })[];
  /** The budgets whose balances the plan was computed from: when they change, it is stale. */
  readonly restsOn: readonly string[];
}

export const emptyPlan: RunPlan = {
  steps: [],
  mirrors: [],
  limits: [],
  year: null,
  saved: [],
  restsOn: [],
};

/** One kind of run: what a request must and may tell, and what follows from it. */
export interface RunRule {
  readonly needs: readonly RunPart[];
  readonly may: readonly RunPart[];
  /** @throws DomainError of `run.problems.ts` when a rule forbids it */
  readonly plan: (facts: RunFacts) => RunPlan;
}
