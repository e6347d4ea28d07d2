import { formatEuros, smallestCents } from '../../../kernel/money.ts';
import { type Candidate, withoutPlace } from './candidate.ts';
import { inTurn } from './in-turn.ts';
import { type Method, nothingLacks } from './method.ts';
import { byCompleteDay } from './order-of-completeness.ts';

const notNamed = 'De regeling noemt voor deze organisatie geen bedrag.';

/** Every body has an amount of its own. It never gets more than that, whoever else applies. */
export const entitlement: Method<'entitlement'> = {
  compares: false,
  lacks: nothingLacks,
  divide(rule, candidates, draw) {
    const entitled: Candidate[] = [];
    const amounts = new Map<string, string>();
    const others: Candidate[] = [];
    for (const candidate of candidates) {
      const { entitledCents } = candidate.compared;
      if (entitledCents === null || entitledCents === undefined) {
        others.push(candidate);
        continue;
      }
      amounts.set(candidate.applicationId, formatEuros(entitledCents));
      const grantableCents = smallestCents(candidate.grantableCents, entitledCents);
      entitled.push({ ...candidate, grantableCents });
    }
    const ordering = {
      compare: byCompleteDay,
      tie: 'lot',
      standing: ({ applicationId }: Candidate) =>
        `Deze organisatie heeft recht op ten hoogste ${amounts.get(applicationId) ?? ''}.`,
    } as const;
    return [
      ...inTurn(rule, ordering, entitled, draw),
      ...others.map((candidate) => withoutPlace(candidate, notNamed)),
    ];
  },
};
