import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type Cents, zeroCents } from '../../kernel/money.ts';
import { settlementFor } from '../../regulations/domain/groups/settlement.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { ChangeKind } from '../../decisions/domain/change-kind.ts';
import type { GrantsProblem } from './grants.problems.ts';

/** What takes money away from a grant. More is given from the waiting list alone. */
export const reducingKinds = ['withdrawn', 'lowered', 'fixed'] as const satisfies ChangeKind[];

export type ReducingKind = (typeof reducingKinds)[number];

/** What somebody asks to be decided about a grant. */
export interface AskedReduction {
  readonly kind: ReducingKind;
  /** What remains; null when all of it is withdrawn. */
  readonly newAmountCents: Cents | null;
  /** The day on which the holder of the grant asked for it, or gave account. */
  readonly requestedOn: CalendarDate;
  /** A whole sentence for the letter. */
  readonly reason: string;
}

/** A grant as it stands. */
export interface StandingGrant {
  readonly announcedOn: CalendarDate;
  readonly grantedCents: Cents;
  /** What changed it last; null when nothing did. */
  readonly changedBy: ChangeKind | null;
}

type Rules = Pick<RegulationDocument, 'amount' | 'settlement'>;

/** What remains of a grant. */
export function remainingCents({ newAmountCents }: AskedReduction): Cents {
  return newAmountCents ?? zeroCents;
}

/**
 * Why a grant cannot be reduced like this; null when it can. An amount that does not depend on the costs is not lowered
 * because the work was cheaper (Awb 4:46); what was fixed is final.
 */
export function reductionFault(
  rules: Rules,
  grant: StandingGrant | null,
  asked: AskedReduction,
  today: CalendarDate,
): GrantsProblem | null {
  if (grant === null || grant.grantedCents === 0) return 'no-grant';
  if (grant.changedBy === 'fixed') return 'grant-already-fixed';
  if (asked.requestedOn < grant.announcedOn || asked.requestedOn > today) return 'request-date-impossible';
  const { kind, newAmountCents } = asked;
  if ((kind === 'withdrawn') !== (newAmountCents === null)) return 'amount-does-not-fit-change';
  const remaining = remainingCents(asked);
  if (remaining >= grant.grantedCents) return 'amount-not-lower';
  if (kind === 'lowered' && remaining === 0) return 'amount-does-not-fit-change';
  if (kind !== 'fixed') return null;
  if (isFixedDirectly(rules, grant.grantedCents)) return 'grant-already-fixed';
  return rules.amount.kind === 'actual-costs' ? null : 'amount-follows-no-costs';
}

/** Whether the grant was fixed when it was given. */
export function isFixedDirectly({ settlement }: Pick<Rules, 'settlement'>, grantedCents: Cents): boolean {
  return settlementFor(settlement, grantedCents).fixed === 'directly';
}

/** In which article of the Algemene wet bestuursrecht the power to do this stands. */
export function articleOf(kind: ReducingKind, fixedDirectly: boolean): string {
  if (kind === 'fixed') return 'artikel 4:46';
  return fixedDirectly ? 'artikel 4:49' : 'artikel 4:48';
}
