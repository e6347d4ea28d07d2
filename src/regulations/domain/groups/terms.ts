import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';
import { lengthText, type TermLength } from '../../../terms/general-terms-act.ts';
import type { Contradiction } from '../contradiction.ts';
import { counted, sentences } from '../dutch-text.ts';
import { choice, count, type Data, day, flag, optional, record, text } from '../schema/vocabulary.ts';

/** The terms of the regulation; the law fills in what it leaves open. */
export const termsSchema = record({
  decisionWeeks: optional(count('Weken om te beslissen; 8 als de regeling niets noemt (Awb 4:13).', 1, 52)),
  decisionMonths: optional(count('Maanden om te beslissen, als de regeling in maanden telt.', 1, 12)),
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
  completionWeeks: optional(count('Weken om een aanvraag aan te vullen (Awb 4:5).', 1, 26)),
  completionDays: optional(
    count('Dagen om een aanvraag aan te vullen, als de regeling in dagen telt.', 3, 90),
  ),
  extensionWeeks: optional(count('Weken waarmee de beslistermijn één keer langer mag worden.', 1, 26)),
  promisedAnswerOn: optional(day('De dag waarop een antwoord is beloofd; dat is geen wettelijke termijn.')),
  answerTargetWorkingDays: optional(count('Streven: antwoord binnen zoveel werkdagen.', 1, 260)),
  contactTargetWorkingDays: optional(count('Streven: contact binnen zoveel werkdagen.', 1, 60)),
  note: optional(text('Wat er verder over termijnen is afgesproken.', 500)),
});

export type Terms = Data<typeof termsSchema>;

/** The term to decide; eight weeks where nothing is said (Awb 4:13(2)). */
export function decisionLength({
  decisionWeeks = 8,
  decisionMonths,
}: Pick<Terms, 'decisionWeeks' | 'decisionMonths'>): TermLength {
  return decisionMonths === undefined
    ? { unit: 'weeks', count: decisionWeeks }
    : { unit: 'months', count: decisionMonths };
}

/** How many days the term to decide has at the least, for what has to fit in it. */
export function fewestDecisionDays(terms: Pick<Terms, 'decisionWeeks' | 'decisionMonths'>): number {
  const { unit, count: length } = decisionLength(terms);
  return unit === 'weeks' ? length * 7 : Math.floor((length * 365) / 12) - 2;
}

/** The term to complete an application; two weeks where nothing is said. */
export function completionLength({
  completionWeeks = 2,
  completionDays,
}: Pick<Terms, 'completionWeeks' | 'completionDays'>): TermLength {
  return completionDays === undefined
    ? { unit: 'weeks', count: completionWeeks }
    : { unit: 'days', count: completionDays };
}

const alternatives = [
  ['decisionWeeks', 'decisionMonths', 'om te beslissen'],
  ['completionWeeks', 'completionDays', 'om aan te vullen'],
] as const;

/** Each term is named once, in the unit of the regulation. */
export function termsContradictions(terms: Terms): Contradiction[] {
  return alternatives.flatMap(([usual, other, what]): Contradiction[] => {
    const told = [usual, other].filter((name) => terms[name] !== undefined);
    if (told.length === 1) return [];
    const twice = told.length === 2;
    return [
      {
        pointer: `/${twice ? other : usual}`,
        code: twice ? 'term-twice' : 'required',
        detail: twice ? `De termijn ${what} staat er twee keer in.` : `De termijn ${what} ontbreekt.`,
        suggestion: `Geef "${usual}" of "${other}", niet allebei.`,
      },
    ];
  });
}

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

const lengthOf = (unit: TermLength['unit']) => (told: number | undefined) =>
  told === undefined ? [] : [lengthText({ unit, count: told })];
const [days, weeks, months] = [lengthOf('days'), lengthOf('weeks'), lengthOf('months')] as const;

/** What is told, twice if it stands there twice; a document that tells nothing is not sound, and shows it. */
function decisionLengths({ decisionWeeks, decisionMonths }: Terms): string[] {
  const told = [...weeks(decisionWeeks), ...months(decisionMonths)];
  return told.length > 0 ? told : ['een termijn die ontbreekt'];
}

export function termsSentences(terms: Terms): string[] {
  const { extensionWeeks, answerTargetWorkingDays: answer, contactTargetWorkingDays: contact } = terms;
  return sentences(
    ...decisionLengths(terms).map(
      (length) => `Wij beslissen binnen ${length} ${startSentences[terms.decisionStartsAt]}.`,
    ),
    terms.decisionWeeksFrom && sourceSentences[terms.decisionWeeksFrom],
    extensionWeeks && `Die termijn mag één keer ${counted(extensionWeeks, 'week', 'weken')} langer worden.`,
    ...[...weeks(terms.completionWeeks), ...days(terms.completionDays)].map(
      (length) => `Wie iets moet aanvullen, krijgt daarvoor ${length}.`,
    ),
    terms.generalTermsActApplies
      ? 'Een termijn die op een zaterdag, zondag of feestdag eindigt, loopt door tot en met de volgende werkdag; een termijn van meer dan twaalf weken, drie maanden of 90 dagen niet.'
      : 'Een termijn die op een zaterdag, zondag of feestdag eindigt, loopt niet door.',
    promise(terms.promisedAnswerOn),
    answer && `Wij streven naar een antwoord binnen ${counted(answer, 'werkdag', 'werkdagen')}.`,
    contact && `Wij streven naar contact binnen ${counted(contact, 'werkdag', 'werkdagen')}.`,
    terms.note && `Over termijnen geldt ook: ${terms.note}.`,
  );
}
