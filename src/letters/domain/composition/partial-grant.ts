import { assert } from '../../../kernel/assert.ts';
import type { PartialGrantFacts } from '../facts.ts';
import { decisionSignature, frameLetter, legalBasisSection, subsidyTitle } from '../letter-frame.ts';
import type { LetterModel } from '../letter-model.ts';
import { objectionClause } from '../objection-clause.ts';
import { paragraph, strong } from '../rich-text.ts';
import { adviceSections, askedText, ceilingSection } from './decision-sections.ts';
import {
  activitySection,
  computationSection,
  fixingSection,
  grantedAmount,
  grantReasonsSection,
  obligationsSection,
  paymentSection,
} from './grant-sections.ts';

/** Gedeeltelijke verlening: what was left under the ceiling, the rest refused (Awb 4:25, second paragraph). */
export function composePartialGrant(facts: PartialGrantFacts): LetterModel {
  const { grantedCents, requestedCents, ceiling } = facts;
  assert(grantedCents > 0 && grantedCents < requestedCents, 'a part lies between nothing and what was asked');
  assert(grantedCents <= ceiling.leftCents, 'a part is at most what was left under the ceiling');
  return frameLetter('partial-grant', facts, {
    title: 'Besluit tot gedeeltelijke verlening',
    subject: `Besluit over uw aanvraag: ${facts.applicationTitle}`,
    signature: decisionSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`${strong(`${grantedAmount(facts)} subsidie voor ‘${facts.applicationTitle}’.`)} Subsidie is geld van de gemeente voor een bepaald doel. ${askedText(facts, `uit ${facts.schemeName}`)} U krijgt niet het hele bedrag, omdat er niet genoeg geld over was.`,
          paragraph`Kunt u uw plan met dit bedrag niet uitvoeren? Bel ons dan zo snel mogelijk. Wij denken graag met u mee. Wilt u het geld niet hebben? Laat ons dat dan ook meteen weten.`,
        ],
      },
      ceilingSection(ceiling, 'Waarom krijgt u niet het hele bedrag?'),
      activitySection(facts),
      computationSection(facts, ceiling),
      grantReasonsSection(facts),
      ...adviceSections(facts),
      obligationsSection(facts),
      paymentSection(facts),
      fixingSection(facts.fixing),
      legalBasisSection(facts, subsidyTitle),
      objectionClause(facts),
    ],
  });
}
