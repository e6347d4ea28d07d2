import type { Contradiction } from '../contradiction.ts';
import { counted, formatPercentage, sentences } from '../dutch-text.ts';
import {
  choice,
  count,
  type Data,
  list,
  optional,
  percentage,
  record,
  tag,
  text,
  variants,
} from '../schema/vocabulary.ts';

const everywhere = {
  withinWeeks: optional(count('Weken om te betalen; zonder dit 6 (Awb 4:87).', 1, 52)),
  to: optional(
    choice(
      ['applicant', 'third-party-on-invoice', 'village-body', 'applicant-or-third-party'],
      'Aan wie wordt betaald; zonder dit aan de aanvrager.',
    ),
  ),
};

/** When and to whom is paid (Awb 4:52, 4:53, 4:87, 4:95). */
export const paymentSchema = variants(
  'kind',
  'De betaling.',
  record({ kind: tag('at-once', 'In één keer, na de verlening.'), ...everywhere }),
  record({
    kind: tag('advance', 'Een voorschot, de rest na de vaststelling.'),
    percentage: percentage('Het voorschot, in procenten van de verlening.'),
    onRequest: optional(choice(['always', 'when-asked'], 'Altijd, of alleen als iemand erom vraagt.')),
    ...everywhere,
  }),
  record({
    kind: tag('afterwards', 'Achteraf, op bonnen.'),
    declarationWeeks: count('Weken na de activiteit om te declareren.', 1, 104),
    evidence: list(text('Wat erbij moet.', 120), 'Bewijsstukken.', { maxItems: 20 }),
    ...everywhere,
  }),
  record({
    kind: tag('instalments', 'In termijnen.'),
    parts: list(
      record({ percentage: percentage('Deel, in procenten.'), when: text('Wanneer.', 120) }),
      'De termijnen.',
      { minItems: 2, maxItems: 12 },
    ),
    ...everywhere,
  }),
);

export type Payment = Data<typeof paymentSchema>;

const advanceTexts = {
  untold: 'Wij betalen',
  always: 'Wij betalen altijd',
  'when-asked': 'Vraagt de aanvrager erom, dan betalen wij',
} as const;

function kindSentences(payment: Payment): string[] {
  switch (payment.kind) {
    case 'at-once':
      return ['Wij betalen in één keer.'];
    case 'advance':
      return [
        `${advanceTexts[payment.onRequest ?? 'untold']} ${formatPercentage(payment.percentage)} als voorschot en de rest na de vaststelling.`,
      ];
    case 'afterwards':
      return [
        `De aanvrager betaalt zelf eerst en declareert binnen ${counted(payment.declarationWeeks, 'week', 'weken')} na de activiteit.`,
        `Bij de declaratie horen: ${payment.evidence.join('; ')}.`,
      ];
    case 'instalments':
      return payment.parts.map((part) => `Wij betalen ${formatPercentage(part.percentage)}: ${part.when}.`);
  }
}

const receivers = {
  applicant: 'Wij betalen aan de aanvrager.',
  'third-party-on-invoice': 'Wij betalen aan een leverancier, op rekening.',
  'village-body': 'Wij betalen aan de dorpsorganisatie, die aan de aanvrager betaalt.',
  'applicant-or-third-party': 'Wij betalen aan de aanvrager of, op rekening, aan een leverancier.',
} as const satisfies Record<NonNullable<Payment['to']>, string>;

export function paymentSentences(payment: Payment): string[] {
  return sentences(
    ...kindSentences(payment),
    payment.withinWeeks && `Wij betalen binnen ${counted(payment.withinWeeks, 'week', 'weken')}.`,
    payment.to && receivers[payment.to],
  );
}

export function paymentContradictions(payment: Payment): Contradiction[] {
  if (payment.kind !== 'instalments') return [];
  const whole = payment.parts.reduce((sum, part) => sum + Math.round(part.percentage * 100), 0);
  if (whole === 10_000) return [];
  return [
    {
      pointer: '/parts',
      code: whole > 10_000 ? 'shares-above-hundred' : 'shares-below-hundred',
      detail: `De termijnen zijn samen ${formatPercentage(whole / 100)}.`,
      suggestion: 'Maak de termijnen samen 100 %.',
    },
  ];
}
