import type { LeftUntreatedFacts } from '../facts.ts';
import { decisionSignature, frameLetter, legalBasisSection } from '../letter-frame.ts';
import type { LetterModel } from '../letter-model.ts';
import { objectionClause } from '../objection-clause.ts';
import { day, list, paragraph, rich, sentence, strong } from '../rich-text.ts';

/** Buiten behandeling: the request stayed incomplete after a chance to complete it (Awb 4:5). */
export function composeLeftUntreated(facts: LeftUntreatedFacts): LetterModel {
  return frameLetter('left-untreated', facts, {
    title: 'Besluit tot buiten behandeling laten',
    subject: `Besluit over uw aanvraag: ${facts.applicationTitle}`,
    signature: decisionSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`${strong(`Wij behandelen uw aanvraag voor ‘${facts.applicationTitle}’ niet verder.`)} De aanvraag is niet compleet. U krijgt daarom geen subsidie. Subsidie is geld van de gemeente voor een bepaald doel.`,
          paragraph`Het gaat om uw aanvraag van ${day(facts.receivedOn)} voor ${facts.schemeName} in de kern ${facts.kernName}.`,
        ],
      },
      {
        name: 'missing',
        heading: 'Waarom behandelen wij uw aanvraag niet?',
        blocks: [
          paragraph`Op ${day(facts.askedOn)} hebben wij u gevraagd om uw aanvraag aan te vullen. Dat kon tot en met ${day(facts.termEndedOn)}. Deze informatie hebben wij niet of niet volledig gekregen:`,
          list(facts.missing.map(({ what, why }) => rich`${strong(sentence(what))} ${sentence(why)}`)),
          paragraph`Zonder deze informatie kunnen wij uw aanvraag niet beoordelen. Dan mogen wij de aanvraag buiten behandeling laten (artikel 4:5 van de Algemene wet bestuursrecht).`,
        ],
      },
      {
        name: 'alternatives',
        heading: 'Kunt u opnieuw aanvragen?',
        blocks: [paragraph`${sentence(facts.newApplication)}`],
      },
      legalBasisSection(facts, 'artikel 4:5 van de Algemene wet bestuursrecht'),
      objectionClause(facts),
    ],
  });
}
