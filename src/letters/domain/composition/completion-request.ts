import { lengthText } from '../../../terms/general-terms-act.ts';
import type { CompletionRequestFacts } from '../facts.ts';
import { frameLetter, officialSignature } from '../letter-frame.ts';
import type { LetterModel, ParagraphBlock } from '../letter-model.ts';
import { address, dateOf, day, list, paragraph, rich, sentence, strong, strongDateOf } from '../rich-text.ts';

const weeksInWords = ['', 'een week', 'twee weken', 'drie weken', 'vier weken', 'vijf weken', 'zes weken'];

/** "twee weken" in words for some weeks, else with a number. */
function termInWords(length: CompletionRequestFacts['term']): string {
  const words = length.unit === 'weeks' ? weeksInWords[length.count] : undefined;
  return words ?? lengthText(length);
}

/** A clock that has not started cannot stand still; then it is the place in the order that counts. */
function standstill(termStartsAfter: CompletionRequestFacts['termStartsAfter']): ParagraphBlock {
  return termStartsAfter === null
    ? paragraph`Vanaf ${dateOf('clockStopsOn')} staat de termijn stil waarbinnen wij moeten beslissen. De termijn loopt verder als uw aanvraag compleet is, of als de tijd om aan te vullen voorbij is (artikel 4:15 van de Algemene wet bestuursrecht).`
    : paragraph`De termijn waarbinnen wij moeten beslissen begint pas na ${day(termStartsAfter)}. De dag waarop uw aanvraag compleet is, telt voor uw plaats in de volgorde.`;
}

/** Verzoek om aanvulling (Awb 4:5, 4:15): what is missing, why, until when. No decision, so no objection clause. */
export function composeCompletionRequest(facts: CompletionRequestFacts): LetterModel {
  return frameLetter('completion-request', facts, {
    title: 'Verzoek om aanvulling',
    subject: 'Wilt u uw aanvraag aanvullen?',
    signature: officialSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`Uw aanvraag voor ${facts.schemeName} is nog niet compleet. Wilt u ons de informatie sturen die wij missen? Dat kan ${strong('tot en met')} ${strongDateOf('lastCompletionDay')}.`,
          paragraph`Het gaat om uw aanvraag van ${day(facts.receivedOn)} voor ‘${facts.applicationTitle}’ in de kern ${facts.kernName}.`,
        ],
      },
      {
        name: 'missing',
        heading: 'Wat missen wij, en waarom hebben wij het nodig?',
        blocks: [
          list(facts.missing.map(({ what, why }) => rich`${strong(sentence(what))} ${sentence(why)}`)),
        ],
      },
      {
        name: 'completing',
        heading: 'Hoe stuurt u dit op?',
        blocks: [
          paragraph`Stuur het digitaal via ${facts.digitalAddress}. Zet ons kenmerk ${facts.caseNumber} erbij. Of stuur het per post naar:`,
          address([`Gemeente ${facts.sender.municipalityName}`, ...facts.sender.postalAddressLines]),
          paragraph`U hebt hiervoor ${termInWords(facts.term)} de tijd. Lukt dat niet? Bel ons dan voordat de termijn voorbij is.`,
        ],
      },
      {
        name: 'consequence',
        heading: 'Wat betekent dit voor uw aanvraag?',
        blocks: [
          standstill(facts.termStartsAfter),
          paragraph`Krijgen wij de informatie niet op tijd? Dan kunnen wij besluiten om uw aanvraag niet verder te behandelen (artikel 4:5 van de Algemene wet bestuursrecht). U krijgt dan geen geld. U krijgt daar een brief over.`,
        ],
      },
    ],
  });
}
