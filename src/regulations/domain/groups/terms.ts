import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';
import { counted, sentences } from '../dutch-text.ts';
import { choice, count, type Data, day, flag, optional, record, text } from '../schema/vocabulary.ts';

/** The terms of the regulation; the law fills in what it leaves open. */
export const termsSchema = record({
  decisionWeeks: count('Weken om te beslissen; 8 als de regeling niets noemt (Awb 4:13).', 1, 52),
  decisionWeeksFrom: optional(
    choice(
      ['regulation', 'general-act'],
      'Waar de beslistermijn staat: in de regeling zelf, of alleen in de Awb (redelijke termijn); zonder dit in de regeling.',
    ),
  ),
  decisionStartsAt: choice(['receipt', 'window-close'], 'Waarna de beslistermijn begint te lopen.'),
  generalTermsActApplies: flag(
    'Of de Algemene termijnenwet geldt: een termijn of aanvraagperiode die op een vrije dag eindigt, loopt door.',
  ),
  completionWeeks: count('Weken om een aanvraag aan te vullen (Awb 4:5).', 1, 26),
  extensionWeeks: optional(count('Weken waarmee de beslistermijn één keer langer mag worden.', 1, 26)),
  promisedAnswerOn: optional(day('De dag waarop een antwoord is beloofd; dat is geen wettelijke termijn.')),
  answerTargetWorkingDays: optional(count('Streven: antwoord binnen zoveel werkdagen.', 1, 260)),
  contactTargetWorkingDays: optional(count('Streven: contact binnen zoveel werkdagen.', 1, 60)),
  note: optional(text('Wat er verder over termijnen is afgesproken.', 500)),
});

export type Terms = Data<typeof termsSchema>;

const startSentences = {
  receipt: 'vanaf de dag na ontvangst',
  'window-close': 'vanaf de dag na het sluiten van de aanvraagperiode',
} as const satisfies Record<Terms['decisionStartsAt'], string>;

const sourceSentences = {
  regulation: 'Die termijn staat in de regeling zelf.',
  'general-act':
    'De regeling noemt geen beslistermijn; dit is de redelijke termijn van de Awb (artikel 4:13).',
} as const satisfies Record<NonNullable<Terms['decisionWeeksFrom']>, string>;

function promise(on: CalendarDate | undefined): string | undefined {
  return on && `Beloofd is een antwoord uiterlijk op ${formatDutchDate(on)}.`;
}

export function termsSentences(terms: Terms): string[] {
  const { extensionWeeks, answerTargetWorkingDays: answer, contactTargetWorkingDays: contact } = terms;
  return sentences(
    `Wij beslissen binnen ${counted(terms.decisionWeeks, 'week', 'weken')} ${startSentences[terms.decisionStartsAt]}.`,
    terms.decisionWeeksFrom && sourceSentences[terms.decisionWeeksFrom],
    extensionWeeks && `Die termijn mag één keer ${counted(extensionWeeks, 'week', 'weken')} langer worden.`,
    `Wie iets moet aanvullen, krijgt daarvoor ${counted(terms.completionWeeks, 'week', 'weken')}.`,
    terms.generalTermsActApplies
      ? 'Een termijn die op een vrije dag eindigt, loopt door tot en met de volgende werkdag.'
      : 'Een termijn die op een vrije dag eindigt, loopt niet door.',
    promise(terms.promisedAnswerOn),
    answer && `Wij streven naar een antwoord binnen ${counted(answer, 'werkdag', 'werkdagen')}.`,
    contact && `Wij streven naar contact binnen ${counted(contact, 'werkdag', 'werkdagen')}.`,
    terms.note && `Over termijnen geldt ook: ${terms.note}.`,
  );
}
