import { assert } from '../../../kernel/assert.ts';
import { formatEuros } from '../../../kernel/money.ts';
import type { Intention, IntentionFacts } from '../facts-after-grant.ts';
import { frameLetter, officialSignature } from '../letter-frame.ts';
import type { LetterModel, ParagraphBlock } from '../letter-model.ts';
import { address, day, list, paragraph, rich, strong, strongDateOf } from '../rich-text.ts';
import { reasonBlocks, unmetLead } from './decision-sections.ts';

interface IntentionTexts {
  readonly plan: string;
  readonly articles: string;
}

const texts = {
  'fix-lower': {
    plan: 'Wij zijn van plan om u minder subsidie te geven dan wij hebben toegezegd.',
    articles: 'artikel 4:46',
  },
  withdraw: {
    plan: 'Wij zijn van plan om uw subsidie in te trekken.',
    articles: 'de artikelen 4:48 tot en met 4:50',
  },
  change: {
    plan: 'Wij zijn van plan om het besluit over uw subsidie te veranderen.',
    articles: 'de artikelen 4:48 tot en met 4:50',
  },
  recover: { plan: 'Wij zijn van plan om geld van u terug te vragen.', articles: 'artikel 4:57' },
  refuse: { plan: 'Wij zijn van plan om uw aanvraag af te wijzen.', articles: 'artikel 4:7' },
} as const satisfies Record<Intention, IntentionTexts>;

function amounts({ grant, proposedCents }: IntentionFacts): ParagraphBlock[] {
  if (grant === null) return [];
  const proposed =
    proposedCents === null
      ? ''
      : ` Als het doorgaat, wordt dat ${proposedCents === 0 ? 'niets' : formatEuros(proposedCents)}.`;
  return [
    paragraph`Op ${day(grant.grantedOn)} hebben wij u hoogstens ${formatEuros(grant.grantedCents)} toegezegd.${proposed}`,
  ];
}

/**
 * Voornemen: what the municipality intends, on which facts and article, and until when the applicant can respond
 * (Awb 4:7, 4:8). No decision, so no objection clause.
 * @throws an assertion when it names no ground.
 */
export function composeIntention(facts: IntentionFacts): LetterModel {
  assert(facts.grounds.length > 0, 'an intention rests on something');
  const { plan, articles } = texts[facts.intention];
  return frameLetter('intention', facts, {
    title: 'Voornemen',
    subject: `Wij vragen uw reactie, voordat wij besluiten over: ${facts.applicationTitle}`,
    signature: officialSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`${strong(plan)} Wij hebben nog niets besloten. Eerst willen wij weten wat u ervan vindt. U kunt reageren ${strong('tot en met')} ${strongDateOf('lastResponseDay')}.`,
          paragraph`Het gaat om uw aanvraag van ${day(facts.receivedOn)} uit ${facts.schemeName}: ‘${facts.applicationTitle}’ in de kern ${facts.kernName}.`,
          ...amounts(facts),
        ],
      },
      {
        name: 'reasons',
        heading: 'Waarom zijn wij dit van plan?',
        blocks: [
          ...unmetLead(facts.grounds),
          ...reasonBlocks(facts.grounds),
          paragraph`Dat wij dit mogen, staat in ${articles} van de Algemene wet bestuursrecht.`,
        ],
      },
      {
        name: 'responding',
        heading: 'Hoe kunt u reageren?',
        blocks: [
          paragraph`De wet noemt uw reactie een zienswijze. U mag kiezen hoe u reageert:`,
          list([
            rich`bel met ${facts.handledBy.name}, ${facts.handledBy.phone};`,
            rich`reageer digitaal via ${facts.digitalAddress}, met ons kenmerk ${facts.caseNumber};`,
            rich`of stuur een brief naar het adres hieronder.`,
          ]),
          address([`Gemeente ${facts.sender.municipalityName}`, ...facts.sender.postalAddressLines]),
        ],
      },
      {
        name: 'consequence',
        heading: 'Wat gebeurt er daarna?',
        blocks: [
          paragraph`Wij lezen uw reactie en nemen dan een besluit. U krijgt dat besluit in een brief. Reageert u niet? Dan beslissen wij met de informatie die wij nu hebben.`,
        ],
      },
    ],
  });
}
