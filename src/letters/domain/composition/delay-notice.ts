import { assert } from '../../../kernel/assert.ts';
import type { DelayNoticeFacts } from '../facts-on-time.ts';
import { frameLetter, officialSignature } from '../letter-frame.ts';
import type { Block, LetterModel } from '../letter-model.ts';
import { day, paragraph, sentence, strong } from '../rich-text.ts';

const act = 'de Algemene wet bestuursrecht';

function consequence({ ground, formerDueOn, newDueOn }: DelayNoticeFacts): Block[] {
  switch (ground.kind) {
    case 'statutory-term':
      return [
        paragraph`Wij moesten uiterlijk op ${day(formerDueOn)} beslissen. Die datum blijft gelden, ook nu wij meer tijd nodig hebben (artikel 4:14, eerste lid, van ${act}).`,
        paragraph`Is die datum voorbij en hebt u nog geen besluit? Dan kunt u ons een brief sturen waarin u vraagt om binnen twee weken alsnog te beslissen. De wet noemt dat een ingebrekestelling. Beslissen wij dan nog niet, dan moeten wij u een bedrag betalen voor elke dag dat wij te laat zijn (artikel 4:17 van ${act}).`,
      ];
    case 'reasonable-term':
      return [
        paragraph`Eerst moesten wij uiterlijk op ${day(formerDueOn)} beslissen. Door deze brief wordt dat ${day(newDueOn)} (artikel 4:14, derde lid, van ${act}).`,
      ];
    case 'extension':
      return [
        paragraph`Eerst moesten wij uiterlijk op ${day(formerDueOn)} beslissen. Wij mogen die termijn één keer langer maken. Dat staat in ${ground.article}. De nieuwe datum is ${day(newDueOn)}.`,
      ];
  }
}

/**
 * Verdagingsbericht: reason, new date and article (Awb 4:14). No decision, so no objection clause.
 * @throws an assertion when the new date does not lie after the former one.
 */
export function composeDelayNotice(facts: DelayNoticeFacts): LetterModel {
  assert(facts.newDueOn > facts.formerDueOn, 'a delay ends later than the term');
  return frameLetter('delay-notice', facts, {
    title: 'Bericht over uitstel',
    subject: 'Wij hebben meer tijd nodig voor uw aanvraag',
    signature: officialSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`Het lukt ons niet om op tijd te beslissen over uw aanvraag. U krijgt ons besluit ${strong(`uiterlijk op ${day(facts.newDueOn)}`)}. U hoeft nu niets te doen.`,
          paragraph`Het gaat om uw aanvraag van ${day(facts.receivedOn)} voor ${facts.schemeName}: ‘${facts.applicationTitle}’ in de kern ${facts.kernName}.`,
        ],
      },
      { name: 'delay', heading: 'Waarom duurt het langer?', blocks: [paragraph`${sentence(facts.reason)}`] },
      { name: 'term', heading: 'Wat zegt de wet hierover?', blocks: consequence(facts) },
    ],
  });
}
