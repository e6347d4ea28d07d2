import { formatEuros } from '../../../kernel/money.ts';
import type { Cents } from '../../../kernel/money.ts';
import type { Contradiction } from '../contradiction.ts';
import { counted, formatPercentage, sentences } from '../dutch-text.ts';
import {
  count,
  type Data,
  list,
  money,
  optional,
  percentage,
  record,
  tag,
  text,
  variants,
} from '../schema/vocabulary.ts';

const sample = optional(percentage('Welk deel steekproefsgewijs wordt nagekeken, in procenten.'));
const evidence = list(text('Wat erbij moet.', 120), 'Bewijsstukken.', { maxItems: 20 });

const ways = [
  record({
    fixed: tag('directly', 'Meteen bij de verlening.'),
    keepProofYears: count('Jaren om bewijs te bewaren.', 0, 20),
    samplePercentage: sample,
  }),
  record({
    fixed: tag('ex-officio', 'Door de gemeente zelf, zonder verantwoording.'),
    withinWeeks: count('Weken na de activiteit.', 1, 104),
    samplePercentage: sample,
  }),
  record({
    fixed: tag('on-account', 'Na een verantwoording.'),
    accountWeeks: count('Weken na de activiteit om te verantwoorden.', 1, 104),
    evidence,
    decisionWeeks: optional(count('Weken om daarna vast te stellen.', 1, 52)),
  }),
] as const;

/** When the grant becomes a claim to payment (Awb 4:42 to 4:47). */
export const settlementSchema = variants(
  'fixed',
  'De verantwoording en de vaststelling.',
  ...ways,
  record({
    fixed: tag('by-amount', 'Naar de hoogte van de verlening.'),
    steps: list(
      record({
        upToCents: money('Tot en met welk bedrag.'),
        settlement: variants('fixed', 'Hoe dan.', ...ways),
      }),
      'De grenzen, van laag naar hoog.',
      { maxItems: 10 },
    ),
    above: variants('fixed', 'Hoe bij een hoger bedrag.', ...ways),
  }),
);

export type Settlement = Data<typeof settlementSchema>;

/** One way of fixing, whatever the amount. */
export type SingleSettlement = Exclude<Settlement, { fixed: 'by-amount' }>;

/** The way in which a grant of this amount is fixed. */
export function settlementFor(settlement: Settlement, grantedCents: Cents): SingleSettlement {
  if (settlement.fixed !== 'by-amount') return settlement;
  const step = settlement.steps.find(({ upToCents }) => grantedCents <= upToCents);
  return step?.settlement ?? settlement.above;
}

function sampleSentence(share: number | undefined): string | 0 | undefined {
  return share && `Van deze bijdragen kijken wij ${formatPercentage(share)} na.`;
}

function singleSentences(settlement: SingleSettlement): string[] {
  switch (settlement.fixed) {
    case 'directly':
      return sentences(
        `De bijdrage staat meteen vast. U hoeft achteraf geen verantwoording in te dienen; bewaar uw bewijs ${settlement.keepProofYears} jaar.`,
        sampleSentence(settlement.samplePercentage),
      );
    case 'ex-officio':
      return sentences(
        `De bijdrage staat pas vast als wij dat besluiten. Dat doen wij binnen ${counted(settlement.withinWeeks, 'week', 'weken')} na de activiteit; u hoeft daarvoor niets te doen.`,
        sampleSentence(settlement.samplePercentage),
      );
    case 'on-account':
      return sentences(
        `De bijdrage staat pas vast na een verantwoording. Die is er uiterlijk ${counted(settlement.accountWeeks, 'week', 'weken')} na de activiteit.`,
        `Bij de verantwoording horen: ${settlement.evidence.join('; ')}.`,
        settlement.decisionWeeks &&
          `Daarna stellen wij de bijdrage binnen ${counted(settlement.decisionWeeks, 'week', 'weken')} vast.`,
      );
  }
}

export function settlementSentences(settlement: Settlement): string[] {
  if (settlement.fixed !== 'by-amount') return singleSentences(settlement);
  return [
    ...settlement.steps.flatMap((step) => [
      `Bij een bijdrage tot en met ${formatEuros(step.upToCents)}: ${singleSentences(step.settlement).join(' ')}`,
    ]),
    `Bij een hogere bijdrage: ${singleSentences(settlement.above).join(' ')}`,
  ];
}

export function settlementContradictions(settlement: Settlement): Contradiction[] {
  if (settlement.fixed !== 'by-amount') return [];
  return settlement.steps.flatMap(({ upToCents }, index) =>
    index > 0 && upToCents <= (settlement.steps[index - 1]?.upToCents ?? 0)
      ? [
          {
            pointer: `/steps/${index}/upToCents`,
            code: 'not-rising',
            detail: 'Deze grens moet hoger zijn dan die ervoor.',
            suggestion: 'Zet de grenzen van laag naar hoog.',
          },
        ]
      : [],
  );
}
