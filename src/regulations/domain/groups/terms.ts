import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';

/** The terms of the regulation; the law fills in what it leaves open. */
export interface Terms {
  /** Weeks to decide; 8 where the regulation names none (Awb 4:13). */
  readonly decisionWeeks: number;
  readonly decisionStartsAt: 'receipt' | 'window-close';
  /** Whether the Algemene termijnenwet extends terms and the window (Gemeentewet 145). */
  readonly generalTermsActApplies: boolean;
  /** Weeks to complete an application (Awb 4:5). */
  readonly completionWeeks: number;
  /** What the municipality promised on its website; it is no legal term and does not replace one. */
  readonly promisedAnswerOn: CalendarDate | null;
}

const startSentences = {
  receipt: 'vanaf de dag na ontvangst',
  'window-close': 'vanaf de dag na het sluiten van de aanvraagperiode',
} as const satisfies Record<Terms['decisionStartsAt'], string>;

export function termsSentences(terms: Terms): string[] {
  const promise =
    terms.promisedAnswerOn === null
      ? []
      : [`Beloofd is een antwoord uiterlijk op ${formatDutchDate(terms.promisedAnswerOn)}.`];
  return [
    `Wij beslissen binnen ${terms.decisionWeeks} weken ${startSentences[terms.decisionStartsAt]}.`,
    `Wie iets moet aanvullen, krijgt daarvoor ${terms.completionWeeks} weken.`,
    terms.generalTermsActApplies
      ? 'Een termijn die op een vrije dag eindigt, loopt door tot en met de volgende werkdag.'
      : 'Een termijn die op een vrije dag eindigt, loopt niet door.',
    ...promise,
  ];
}
