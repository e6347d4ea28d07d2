import { assert } from '../../../kernel/assert.ts';
import type { GrantFacts } from '../facts.ts';
import { decisionSignature, frameLetter, legalBasisSection, subsidyTitle } from '../letter-frame.ts';
import type { LetterModel } from '../letter-model.ts';
import { objectionClause } from '../objection-clause.ts';
import { paragraph, strong } from '../rich-text.ts';
import { adviceSections, askedText } from './decision-sections.ts';
import {
  activitySection,
  computationSection,
  fixingSection,
  grantedAmount,
  grantReasonsSection,
  obligationsSection,
  paymentSection,
} from './grant-sections.ts';

/** Verlening, fixed directly or with an account afterwards (Awb 4:29-4:47). */
export function composeGrant(facts: GrantFacts): LetterModel {
  assert(facts.grantedCents > 0, 'a grant is more than nothing');
  assert(
    facts.reasons.every((reason) => reason.outcome === 'met'),
    'a grant rests on criteria that were met',
  );
  const final = facts.fixing.kind === 'fixed-directly' ? ' Dit bedrag staat vast.' : '';
  return frameLetter('grant', facts, {
    title: 'Besluit tot verlening',
    subject: `Besluit over uw aanvraag: ${facts.applicationTitle}`,
    signature: decisionSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`${strong(`${grantedAmount(facts)} subsidie voor ‘${facts.applicationTitle}’.`)}${final} Subsidie is geld van de gemeente voor een bepaald doel.`,
          paragraph`${askedText(facts, `uit ${facts.schemeName}`)} In deze brief leest u wat wij hebben besloten en wat u nu moet doen.`,
        ],
      },
      activitySection(facts),
      computationSection(facts),
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
