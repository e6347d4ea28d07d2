import { assert } from '../../../kernel/assert.ts';
import type { RefusalFacts } from '../facts.ts';
import { decisionSignature, frameLetter, legalBasisSection, subsidyTitle } from '../letter-frame.ts';
import type { Block, LetterModel, LetterSection } from '../letter-model.ts';
import { objectionClause } from '../objection-clause.ts';
import { list, paragraph, rich, sentence, strong } from '../rich-text.ts';
import { adviceSections, askedText, ceilingSection, reasonBlocks } from './decision-sections.ts';

/** Each criterion that was not met first, then those that were. */
function criteriaSection(facts: RefusalFacts): LetterSection[] {
  const notMet = facts.reasons.filter((reason) => reason.outcome === 'not-met');
  const met = facts.reasons.filter((reason) => reason.outcome === 'met');
  const metBlocks: Block[] =
    met.length === 0 ? [] : [paragraph`Aan deze voorwaarden voldoet uw aanvraag wel:`, ...reasonBlocks(met)];
  if (notMet.length === 0) {
    return met.length === 0
      ? []
      : [{ name: 'reasons', heading: 'Wat vonden wij van uw plan?', blocks: metBlocks }];
  }
  return [
    {
      name: 'reasons',
      heading: 'Waarom krijgt u geen subsidie?',
      blocks: [
        paragraph`Wij hebben uw aanvraag getoetst aan de voorwaarden van ${facts.schemeName}. Uw aanvraag voldoet niet aan ${notMet.length === 1 ? 'deze voorwaarde' : 'deze voorwaarden'}:`,
        ...reasonBlocks(notMet),
        ...metBlocks,
      ],
    },
  ];
}

function alternativesSection(facts: RefusalFacts): LetterSection[] {
  if (facts.alternatives.length === 0) return [];
  return [
    {
      name: 'alternatives',
      heading: 'Wat kunt u nu doen?',
      blocks: [list(facts.alternatives.map((text) => rich`${sentence(text)}`))],
    },
  ];
}

/** Afwijzing: the reason per criterion with its article, or the ceiling that left nothing (Awb 4:25, 4:35). */
export function composeRefusal(facts: RefusalFacts): LetterModel {
  const failed = facts.reasons.some((reason) => reason.outcome === 'not-met');
  assert(failed || facts.ceiling !== null, 'a refusal rests on a criterion or on the ceiling');
  const ceilingSections =
    facts.ceiling === null ? [] : [ceilingSection(facts.ceiling, 'Waarom is er geen geld meer?')];
  const why = failed
    ? 'Uw aanvraag voldoet niet aan alle voorwaarden.'
    : 'Het geld was op toen uw aanvraag aan de beurt was.';
  return frameLetter('refusal', facts, {
    title: 'Besluit tot afwijzing',
    subject: `Besluit over uw aanvraag: ${facts.applicationTitle}`,
    signature: decisionSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`${strong(`U krijgt geen subsidie voor ‘${facts.applicationTitle}’.`)} ${why} Subsidie is geld van de gemeente voor een bepaald doel.`,
          paragraph`${askedText(facts, `uit ${facts.schemeName} voor de kern ${facts.kernName}`)} Hieronder leest u waarom wij uw aanvraag afwijzen en wat u nu kunt doen.`,
        ],
      },
      ...ceilingSections,
      ...criteriaSection(facts),
      ...adviceSections(facts),
      ...alternativesSection(facts),
      legalBasisSection(facts, subsidyTitle),
      objectionClause(facts),
    ],
  });
}
