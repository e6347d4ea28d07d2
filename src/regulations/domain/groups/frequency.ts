import { formatEuros } from '../../../kernel/money.ts';
import { counted, formatPercentage, sentences } from '../dutch-text.ts';
import {
  choice,
  count,
  type Data,
  list,
  money,
  optional,
  percentage,
  record,
  tag,
  variants,
} from '../schema/vocabulary.ts';

/** How often something may be granted. Earlier grants are shown as warnings and never refuse by themselves. */
export const frequencySchema = variants(
  'kind',
  'Hoe vaak.',
  record({ kind: tag('unlimited', 'Zo vaak als iemand wil.') }),
  record({
    kind: tag('limited', 'Met een grens.'),
    rules: list(
      record({
        per: choice(['applicant', 'address', 'account', 'activity', 'area'], 'Per wat.'),
        times: count('Hoeveel keer.', 1, 100),
        years: count('In hoeveel jaar.', 1, 20),
        counting: optional(
          choice(
            ['calendar-years', 'back-from-application'],
            'Of kalenderjaren tellen, of de jaren voor de aanvraag; zonder dit het laatste.',
          ),
        ),
        maximumCents: optional(money('Hoogste bedrag in die tijd, alle bijdragen samen.')),
      }),
      'De grenzen.',
      { maxItems: 10 },
    ),
    again: variants(
      'kind',
      'Wat er daarna geldt.',
      record({ kind: tag('not', 'Daarna niet meer.') }),
      record({
        kind: tag('smaller', 'Daarna een kleiner deel.'),
        percentage: percentage('Welk deel van de berekende bijdrage, in procenten.'),
      }),
      record({ kind: tag('when-different', 'Alleen als het plan duidelijk anders is (Awb 4:6).') }),
    ),
    newness: optional(
      choice(['new-to-area', 'new-to-applicant'], 'Of het plan nieuw moet zijn, en voor wie.'),
    ),
  }),
);

export type Frequency = Data<typeof frequencySchema>;
export type FrequencyRule = Extract<Frequency, { kind: 'limited' }>['rules'][number];

export const perTexts = {
  applicant: 'aanvrager',
  address: 'adres',
  account: 'rekeningnummer',
  activity: 'activiteit',
  area: 'gebied',
} as const satisfies Record<FrequencyRule['per'], string>;

/** How often, in words: "per adres hoogstens 1 keer in 2 jaar". */
export function ruleText({ per, times, years, counting }: FrequencyRule): string {
  const kind = counting === 'calendar-years' ? ['kalenderjaar', 'kalenderjaren'] : ['jaar', 'jaar'];
  const [one = '', more = ''] = kind;
  const back = counting === 'back-from-application' ? ', geteld tot de dag van de aanvraag' : '';
  return `per ${perTexts[per]} hoogstens ${counted(times, 'keer', 'keer')} in ${counted(years, one, more)}${back}`;
}

function ruleSentences(rule: FrequencyRule): string[] {
  const { per, maximumCents } = rule;
  return sentences(
    `Een bijdrage is er ${ruleText(rule)}.`,
    maximumCents !== undefined &&
      `Per ${perTexts[per]} is dat in die tijd samen hoogstens ${formatEuros(maximumCents)}.`,
  );
}

function againSentence(again: Extract<Frequency, { kind: 'limited' }>['again']): string {
  switch (again.kind) {
    case 'not':
      return 'Is die grens bereikt, dan is er geen bijdrage meer.';
    case 'smaller':
      return `Is die grens bereikt, dan is de bijdrage ${formatPercentage(again.percentage)} van de berekening.`;
    case 'when-different':
      return 'Is die grens bereikt, dan is er alleen een bijdrage als het plan duidelijk anders is dan het vorige.';
  }
}

const newnessSentences = {
  'new-to-area': 'Het plan is nieuw voor de straat, de buurt of de kern.',
  'new-to-applicant': 'Het plan is nieuw voor de aanvrager.',
} as const;

export function frequencySentences(frequency: Frequency): string[] {
  if (frequency.kind === 'unlimited') return ['Er is geen grens aan hoe vaak iemand mag aanvragen.'];
  const { rules, again, newness } = frequency;
  return sentences(
    ...rules.flatMap(ruleSentences),
    againSentence(again),
    newness && newnessSentences[newness],
  );
}
