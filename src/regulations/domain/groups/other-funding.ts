import { formatEuros } from '../../../kernel/money.ts';
import { type ApplicationFacts, type ComputedFinding, fact, found } from '../finding.ts';
import type { Amount } from './amount.ts';

const criterion = {
  code: 'other-funding',
  statement: 'Er is geen geld van anderen voor hetzelfde plan.',
  basis: 'de berekening van de bijdrage',
};

/** Whether money of others stands in the way, where the regulation says that it does. */
export function findOtherFunding({ otherFunders }: Amount, facts: ApplicationFacts): ComputedFinding[] {
  if (otherFunders !== 'not-allowed') return [];
  const { otherFundingCents } = facts;
  if (otherFundingCents === undefined) {
    return [found(criterion, 'needs-judgement', 'Nog niet bekend: of er geld van anderen is.')];
  }
  const none = otherFundingCents === 0;
  const sentence = none
    ? 'Er is geen geld van anderen.'
    : `Er is ${formatEuros(otherFundingCents)} van anderen; dat mag niet.`;
  return [
    found(criterion, none ? 'met' : 'not-met', sentence, [
      fact('geld van anderen', formatEuros(otherFundingCents)),
    ]),
  ];
}
