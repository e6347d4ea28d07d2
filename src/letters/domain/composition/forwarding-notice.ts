import type { ForwardingNoticeFacts } from '../facts-on-change.ts';
import { frameLetter, officialSignature } from '../letter-frame.ts';
import type { LetterModel } from '../letter-model.ts';
import { address, day, paragraph, sentence, strong } from '../rich-text.ts';

/**
 * Doorzendbericht: to whom the application was sent on, why, and what that means (Awb 2:3(1)). Sending on is no
 * decision, so there is no objection clause.
 */
export function composeForwardingNotice(facts: ForwardingNoticeFacts): LetterModel {
  const { bodyName, bodyAddressLines } = facts;
  return frameLetter('forwarding-notice', facts, {
    title: 'Bericht van doorzending',
    subject: `Wij hebben uw aanvraag doorgestuurd: ${facts.applicationTitle}`,
    signature: officialSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`Wij mogen niet beslissen over uw aanvraag. Daarom hebben wij haar op ${day(facts.forwardedOn)} doorgestuurd naar ${strong(bodyName)}. U hoeft haar daar niet nog een keer te doen.`,
          paragraph`Het gaat om uw aanvraag van ${day(facts.receivedOn)}: ‘${facts.applicationTitle}’.`,
        ],
      },
      {
        name: 'reasons',
        heading: 'Waarom sturen wij uw aanvraag door?',
        blocks: [
          paragraph`${sentence(facts.reason)} Wij moeten een aanvraag waarover een ander beslist, meteen doorsturen (artikel 2:3 van de Algemene wet bestuursrecht).`,
        ],
      },
      {
        name: 'consequence',
        heading: 'Hoe gaat het verder?',
        blocks: [
          paragraph`Van ons krijgt u over deze aanvraag geen besluit meer. De tijd waarin moet worden beslist, begint als uw aanvraag is ontvangen bij:`,
          address([bodyName, ...bodyAddressLines]),
        ],
      },
    ],
  });
}
