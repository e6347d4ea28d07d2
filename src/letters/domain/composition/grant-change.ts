import { assert } from '../../../kernel/assert.ts';
import { formatEuros, zeroCents } from '../../../kernel/money.ts';
import type { GrantChangeFacts, HearingFacts } from '../facts-after-grant.ts';
import { decisionSignature, frameLetter, legalBasisSection } from '../letter-frame.ts';
import type { Block, LetterModel } from '../letter-model.ts';
import { objectionClause } from '../objection-clause.ts';
import { day, paragraph, sentence, strong } from '../rich-text.ts';
import { reasonBlocks, unmetLead } from './decision-sections.ts';

function heard(hearing: HearingFacts): Block[] {
  switch (hearing.kind) {
    case 'responded':
      return [
        paragraph`Op ${day(hearing.on)} hebt u gereageerd op ons plan. U zei: ‘${hearing.said}’`,
        paragraph`Dit vinden wij daarvan. ${sentence(hearing.answer)}`,
      ];
    case 'no-response':
      return [
        paragraph`Op ${day(hearing.askedOn)} hebben wij u gevraagd wat u van ons plan vindt. U hebt niet gereageerd.`,
      ];
    case 'not-needed':
      return [paragraph`${sentence(hearing.because)}`];
  }
}

function paid({ paidCents, change }: GrantChangeFacts): Block {
  const amountCents = change.kind === 'withdrawal' ? zeroCents : change.newAmountCents;
  if (paidCents <= amountCents) {
    return paragraph`Wij hebben u tot nu toe ${formatEuros(paidCents)} betaald. U hoeft niets terug te betalen.`;
  }
  return paragraph`Wij hebben u al ${formatEuros(paidCents)} betaald. Dat is meer dan waar u recht op hebt. Of u geld moet terugbetalen, en hoe, leest u in een eigen brief. Wacht met betalen tot u die brief hebt.`;
}

/**
 * Intrekking of wijziging of a grant (Awb 4:48-4:50): a decision of its own, after hearing the applicant.
 * @throws an assertion when it names no reason.
 */
export function composeGrantChange(facts: GrantChangeFacts): LetterModel {
  const { change, grant } = facts;
  assert(facts.reasons.length > 0, 'a grant is not withdrawn or changed without a reason');
  const withdrawn = change.kind === 'withdrawal';
  const message = withdrawn
    ? `Wij trekken uw subsidie voor ‘${facts.applicationTitle}’ in.`
    : `Uw subsidie voor ‘${facts.applicationTitle}’ verandert: u krijgt nu hoogstens ${formatEuros(change.newAmountCents)}.`;
  const what = withdrawn ? '' : ` ${sentence(change.what)}`;
  return frameLetter('grant-change', facts, {
    title: withdrawn ? 'Besluit tot intrekking' : 'Besluit tot wijziging',
    subject: `${withdrawn ? 'Wij trekken uw subsidie in' : 'Uw subsidie verandert'}: ${facts.applicationTitle}`,
    signature: decisionSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`${strong(message)}${what} Dit geldt vanaf ${day(facts.effectiveOn)}.`,
          paragraph`Op ${day(grant.grantedOn)} hebben wij u uit ${facts.schemeName} hoogstens ${formatEuros(grant.grantedCents)} toegezegd voor de kern ${facts.kernName}. Deze brief verandert dat besluit.`,
        ],
      },
      {
        name: 'reasons',
        heading: withdrawn ? 'Waarom trekken wij uw subsidie in?' : 'Waarom verandert uw subsidie?',
        blocks: [...unmetLead(facts.reasons), ...reasonBlocks(facts.reasons)],
      },
      { name: 'hearing', heading: 'Wat vond u ervan?', blocks: heard(facts.hearing) },
      { name: 'payment', heading: 'Wat betekent dit voor geld dat u al hebt?', blocks: [paid(facts)] },
      legalBasisSection(facts, `${facts.actArticle} van de Algemene wet bestuursrecht`),
      objectionClause(facts),
    ],
  });
}
