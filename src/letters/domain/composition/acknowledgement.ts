import { calendarDateOf } from '../../../kernel/calendar-date.ts';
import type { AcknowledgementFacts } from '../facts.ts';
import { frameLetter, officialSignature } from '../letter-frame.ts';
import type { LetterModel, LetterSection } from '../letter-model.ts';
import { day, paragraph, rich, strong } from '../rich-text.ts';

const clockTime = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const channels = {
  digital: 'U stuurde de aanvraag digitaal.',
  post: 'U stuurde de aanvraag per post.',
  counter: 'U gaf de aanvraag af aan de balie.',
} as const satisfies Record<AcknowledgementFacts['channel'], string>;

/** An electronic message is acknowledged with its time; of paper the day of the receipt stamp is what counts. */
function received({ channel, receivedAt, receivedOn }: AcknowledgementFacts): string {
  if (channel !== 'digital') return day(receivedOn);
  return `${day(calendarDateOf(receivedAt))} om ${clockTime.format(receivedAt)} uur`;
}

function term(facts: AcknowledgementFacts): LetterSection {
  const promise =
    facts.promisedOn === null
      ? []
      : [
          paragraph`Wij hebben toegezegd dat u eerder antwoord krijgt: uiterlijk op ${strong(day(facts.promisedOn))}.`,
        ];
  return {
    name: 'term',
    heading: 'Wanneer krijgt u antwoord?',
    blocks: [
      paragraph`Volgens de wet moeten wij uiterlijk op ${strong(day(facts.legalDueOn))} een besluit nemen.`,
      ...promise,
      paragraph`Missen wij informatie? Dan vragen wij u om uw aanvraag aan te vullen. De termijn van de wet staat dan stil tot wij de informatie van u hebben. U krijgt daarover altijd een brief.`,
    ],
  };
}

/**
 * Ontvangstbevestiging: says when what was received, gives a copy of it, and when a decision follows.
 * It promises no money and is no decision.
 */
export function composeAcknowledgement(facts: AcknowledgementFacts): LetterModel {
  const documents = facts.documents.length === 0 ? 'geen' : facts.documents.join(', ');
  const sent = [...facts.request, { label: 'Documenten', value: documents }];
  return frameLetter('acknowledgement', facts, {
    title: 'Ontvangstbevestiging',
    subject: 'Wij hebben uw aanvraag ontvangen',
    signature: officialSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`Wij hebben uw aanvraag voor ${facts.schemeName} ontvangen op ${strong(received(facts))}. ${channels[facts.channel]} Het nummer van uw aanvraag is ${strong(facts.caseNumber)}. De aanvraag gaat over ‘${facts.applicationTitle}’ in de kern ${facts.kernName}.`,
          paragraph`Wij gaan uw aanvraag nu bekijken. Deze brief is nog geen besluit: u weet nu nog niet of u geld krijgt. U hoeft nu niets te doen.`,
        ],
      },
      term(facts),
      {
        name: 'copy',
        heading: 'Dit hebt u ons gestuurd',
        blocks: [
          {
            kind: 'table',
            columns: [
              { header: 'Vraag', align: 'left' },
              { header: 'Uw antwoord', align: 'left' },
            ],
            rows: sent.map(({ label, value }) => ({
              cells: [rich`${label}`, rich`${value}`],
              total: false,
            })),
          },
          paragraph`Klopt er iets niet? Laat het ons dan zo snel mogelijk weten.`,
        ],
      },
    ],
  });
}
