import { formatEuros, smallestCents, zeroCents } from '../../../kernel/money.ts';
import { type Candidate, narrowedTo, withoutPlace } from './candidate.ts';
import { inTurn, type Ordering } from './in-turn.ts';
import { type Method, nothingLacks } from './method.ts';
import { byCompleteDay } from './order-of-completeness.ts';

const notNamed = 'De regeling noemt voor deze organisatie geen bedrag.';

const byDay: Ordering = {
  compare: byCompleteDay,
  tie: 'lot',
  standing: ({ compared: { entitledCents } }) =>
    `Deze organisatie heeft recht op ten hoogste ${formatEuros(entitledCents ?? zeroCents)}.`,
};

/** Every body has an amount of its own. It never gets more than that, whoever else applies. */
export const entitlement: Method<'entitlement'> = {
  compares: false,
  lacks: nothingLacks,
  order: () => byDay,
  divide(rule, candidates, draw) {
    const entitled: Candidate[] = [];
    const others: Candidate[] = [];
    for (const candidate of candidates) {
      const { entitledCents } = candidate.compared;
      if (entitledCents === null || entitledCents === undefined) {
        others.push(candidate);
        continue;
      }
      const grantableCents = smallestCents(candidate.grantableCents, entitledCents);
      entitled.push(narrowedTo(candidate, grantableCents));
    }
    return [
      ...inTurn(rule, byDay, entitled, draw),
      ...others.map((candidate) => withoutPlace(candidate, notNamed)),
    ];
  },
};
