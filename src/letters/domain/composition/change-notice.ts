import { assert } from '../../../kernel/assert.ts';
import { formatEuros } from '../../../kernel/money.ts';
import type { ChangedRow, ChangeFacts, ChangeNoticeFacts } from '../facts-on-change.ts';
import { frameLetter, officialSignature } from '../letter-frame.ts';
import type { Block, LetterModel, LetterSection } from '../letter-model.ts';
import { day, list, paragraph, rich, sentence, strong } from '../rich-text.ts';

/** Longer texts are not quoted: the applicant finds them with the application. */
const longestQuoted = 200;

function quoted(text: string): string {
  return text.length <= longestQuoted ? text : `${text.slice(0, longestQuoted).trimEnd()} …`;
}

function rowsSection(rows: readonly ChangedRow[]): LetterSection {
  assert(rows.length > 0, 'a change changes something');
  const items = rows.map(
    ({ label, before, after }) =>
      rich`${strong(`${label}:`)} was “${quoted(before)}”, is nu “${quoted(after)}”.`,
  );
  return { name: 'changes', heading: 'Wat is er veranderd?', blocks: [list(items)] };
}

function reasonsSection(reason: string): LetterSection {
  return { name: 'reasons', heading: 'Waarom?', blocks: [paragraph`${sentence(reason)}`] };
}

function messageOf(facts: ChangeNoticeFacts): Block {
  const { change, applicationTitle, kernName, receivedOn, caseNumber, schemeName } = facts;
  const which = `uw aanvraag van ${day(receivedOn)} voor ${schemeName}: ‘${applicationTitle}’ in de kern ${kernName}`;
  switch (change.kind) {
    case 'correction':
      return paragraph`Wij hebben een fout verbeterd in ${which}. ${strong('U hoeft niets te doen als het nu klopt.')}`;
    case 'reduction':
      return change.toCents < change.fromCents
        ? paragraph`Op ${day(change.agreedOn)} hebben wij met u afgesproken dat u ${strong(`${formatEuros(change.toCents)} vraagt in plaats van ${formatEuros(change.fromCents)}`)}. Het gaat om ${which}.`
        : paragraph`Op ${day(change.agreedOn)} hebben wij met u afgesproken dat uw plan kleiner wordt. Het gaat om ${which}.`;
    case 'merger':
      return paragraph`U hebt dezelfde aanvraag twee keer gedaan. Wij gaan verder met ${strong(`aanvraag ${change.continuesAs}`)}. Aanvraag ${caseNumber} stopt: daarover komt geen apart besluit. Het gaat om ${which}.`;
  }
}

function merged(change: Extract<ChangeFacts, { kind: 'merger' }>): LetterSection[] {
  return [
    {
      name: 'changes',
      heading: 'Wat betekent dit voor u?',
      blocks: [
        paragraph`U raakt niets kwijt. De dag waarop uw eerste aanvraag binnenkwam, blijft tellen: ${day(change.countsFrom)}. Wat u bij beide aanvragen hebt gestuurd, kijken wij mee na.`,
      ],
    },
    ...(change.reason === null ? [] : [reasonsSection(change.reason)]),
  ];
}

function sectionsOf(change: ChangeFacts): LetterSection[] {
  return change.kind === 'merger'
    ? merged(change)
    : [rowsSection(change.rows), reasonsSection(change.reason)];
}

function termText({ legalDueOn }: ChangeNoticeFacts): Block {
  return legalDueOn === null
    ? paragraph`De termijn om te beslissen staat nu stil. Daar verandert deze brief niets aan.`
    : paragraph`Wij beslissen uiterlijk op ${day(legalDueOn)}.`;
}

/**
 * Bericht over een verandering: what was corrected, agreed or merged before the decision, so that the applicant can
 * say what is wrong with it (Awb 3:2, 4:7). No decision, so no objection clause.
 * @throws an assertion when nothing changed
 */
export function composeChangeNotice(facts: ChangeNoticeFacts): LetterModel {
  return frameLetter('change-notice', facts, {
    title: 'Bericht over uw aanvraag',
    subject: `Er is iets veranderd aan uw aanvraag: ${facts.applicationTitle}`,
    signature: officialSignature(facts),
    sections: [
      { name: 'message', heading: null, blocks: [messageOf(facts)] },
      ...sectionsOf(facts.change),
      {
        name: 'responding',
        heading: 'Klopt het niet?',
        blocks: [paragraph`Laat het ons zo snel mogelijk weten, voordat wij beslissen.`],
      },
      { name: 'term', heading: 'Wanneer beslissen wij?', blocks: [termText(facts)] },
    ],
  });
}
