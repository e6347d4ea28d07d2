import { type Cents, cents } from '../../kernel/money.ts';
import { firstDayOfWindow } from '../../regulations/domain/groups/window.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { VotingRule } from '../../rounds/domain/vote-check.ts';
import type { Candidate, Share } from './distribution/candidate.ts';
import { distribute } from './distribution/distribute.ts';

/** A plan as the published counts tell it. */
export interface CountedPlan {
  readonly number: string;
  readonly votes: number;
  /** Of its theme, where residents voted on themes first; null elsewhere. */
  readonly themeVotes: number | null;
  readonly themeCode: string | null;
  readonly requestedCents: Cents;
  /** Within what it competes, and which limits it counts for; empty where there is no budget. */
  readonly pool: string;
  readonly limitIds: readonly string[];
}

/** What a plan makes of the counts, when every plan would get what it asked as long as there is money. */
export type TalliedPlan = Pick<Share, 'place' | 'standing' | 'byLot' | 'grantedCents'> & {
  readonly number: string;
};

/**
 * Carries out the rule of the regulation on published counts, with nothing that is not published: places, and what fits
 * under the ceilings, is skipped or stops the order. A likeable plan without a vote is not in the counts, so likes
 * are left out.
 * @param ceilings what each limit was given
 * @param lotSeed null while the lot has not been drawn; then the order among equals is not known
 */
export function tallyOf(
  rule: VotingRule,
  { window }: Pick<RegulationDocument, 'window'>,
  plans: readonly CountedPlan[],
  ceilings: ReadonlyMap<string, Cents>,
  lotSeed: string | null,
): TalliedPlan[] {
  const byCounts = rule.kind === 'vote' ? { ...rule, likesSufficeAt: undefined } : rule;
  const noLimit = 'none';
  const limits = new Map(ceilings).set(noLimit, cents(Number.MAX_SAFE_INTEGER));
  const candidates = plans.map((plan): Candidate => ({
    ...{ applicationId: plan.number, number: plan.number, pool: plan.pool, period: 0, rolling: false },
    limitIds: plan.limitIds.length > 0 ? plan.limitIds : [noLimit],
    ...{ completedOn: firstDayOfWindow(window), declinesPart: false, grantableCents: plan.requestedCents },
    compared: {
      votes: plan.votes,
      ...(plan.themeVotes !== null && { themeVotes: plan.themeVotes }),
      ...(plan.themeCode !== null && { themeCode: plan.themeCode }),
    },
  }));
  return distribute(byCounts, candidates, limits, lotSeed ?? '').map(
    ({ applicationId, place, standing, byLot, grantedCents }) => ({
      ...{ number: applicationId, place, standing, byLot, grantedCents },
    }),
  );
}
