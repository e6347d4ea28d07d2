import { type Cents, zeroCents } from '../../../kernel/money.ts';
import type { Distribution } from '../../../regulations/domain/groups/distribution.ts';
import type { Candidate, Share } from './candidate.ts';
import { committee } from './committee.ts';
import { entitlement } from './entitlement.ts';
import { equalSplit } from './equal-split.ts';
import { type Draw, inTurn } from './in-turn.ts';
import { Limits } from './limits.ts';
import { lottery } from './lottery.ts';
import type { Method, MethodName } from './method.ts';
import { byCompleteDay, orderOfCompleteness } from './order-of-completeness.ts';
import { proRata } from './pro-rata.ts';
import { tender } from './tender.ts';
import { vote } from './vote.ts';
import { vouchers } from './vouchers.ts';

const methods = {
  'order-of-completeness': orderOfCompleteness,
  tender,
  committee,
  vote,
  entitlement,
  'equal-split': equalSplit,
  'pro-rata': proRata,
  lottery,
  vouchers,
} as const satisfies { readonly [Name in MethodName]: Method<Name> };

/** The method of a rule; the table pairs each kind with its own method, which the types cannot follow. */
function methodOf<Rule extends Distribution>(rule: Rule): Method<Rule['kind']> {
  return methods[rule.kind] as unknown as Method<Rule['kind']>;
}

/** Whether an application that is not settled keeps all others of its pool and period waiting. */
export function compares(rule: Distribution, { rolling }: Pick<Candidate, 'rolling'>): boolean {
  return !rolling && methodOf(rule).compares;
}

/** What must still be recorded of an application before it can take part, in Dutch; null for nothing. */
export function lacks(rule: Distribution, candidate: Candidate): string | null {
  return candidate.rolling ? null : methodOf(rule).lacks(rule, candidate);
}

type Division = (inRound: readonly Candidate[], draw: Draw) => Share[];

/**
 * Divides what is left by the rule of the regulation, period after period: who came in during a round goes before who
 * came in later, and what comes in after the rounds is served in the order of complete days. The total never exceeds
 * a limit (Awb 4:25), and the order of the candidates never matters.
 * @param left what is left under each limit
 * @param seed of the lot of the regulation
 */
export function distribute(
  rule: Distribution,
  candidates: readonly Candidate[],
  left: ReadonlyMap<string, Cents>,
  seed: string,
): Share[] {
  const division: Division = (inRound, draw) => methodOf(rule).divide(rule, inRound, draw);
  return periodAfterPeriod(rule, candidates, { seed, limits: new Limits(left) }, division);
}

/**
 * Divides what came free among those who took a place before and lacked money. Their order is the one that they had;
 * thresholds were passed and are not asked again.
 * @param waiting with what each still lacks as the amount that is grantable
 */
export function distributeAgain(
  rule: Distribution,
  waiting: readonly Candidate[],
  left: ReadonlyMap<string, Cents>,
  seed: string,
): Share[] {
  const method = methodOf(rule);
  const order = method.order(rule);
  const division: Division = (inRound, draw) =>
    order === null ? method.divide(rule, inRound, draw) : inTurn(rule, order, inRound, draw);
  return periodAfterPeriod(rule, waiting, { seed, limits: new Limits(left) }, division);
}

function periodAfterPeriod(
  rule: Distribution,
  candidates: readonly Candidate[],
  draw: Draw,
  division: Division,
): Share[] {
  const perPeriod = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const known = perPeriod.get(candidate.period);
    if (known) known.push(candidate);
    else perPeriod.set(candidate.period, [candidate]);
  }
  const asTheyCame = { compare: byCompleteDay, tie: 'lot', standing: () => '' } as const;
  return [...perPeriod]
    .sort(([one], [other]) => one - other)
    .flatMap(([, inPeriod]) =>
      withoutTooLittle(
        [
          ...division(
            inPeriod.filter(({ rolling }) => !rolling),
            draw,
          ),
          ...inTurn(
            rule,
            asTheyCame,
            inPeriod.filter(({ rolling }) => rolling),
            draw,
          ),
        ],
        inPeriod,
      ),
    );
}

/** Who shares in equal parts or in proportion may come below what the regulation gives at the least. */
function withoutTooLittle(shares: readonly Share[], candidates: readonly Candidate[]): Share[] {
  const bounded = candidates.filter(({ leastCents }) => leastCents !== undefined);
  if (bounded.length === 0) return [...shares];
  const least = new Map(
    bounded.map(({ applicationId, leastCents }) => [applicationId, leastCents ?? zeroCents]),
  );
  return shares.map((share) =>
    share.grantedCents < (least.get(share.applicationId) ?? zeroCents)
      ? { ...share, grantedCents: zeroCents }
      : share,
  );
}
