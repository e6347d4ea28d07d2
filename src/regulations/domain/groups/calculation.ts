import { formatEuros } from '../../../kernel/money.ts';
import { formatPercentage } from '../dutch-text.ts';
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

/** How an amount is computed before any bound. */
export const calculationSchema = variants(
  'kind',
  'De berekening.',
  record({ kind: tag('requested', 'Wat iemand vraagt, tot de kosten die meetellen.') }),
  record({
    kind: tag('share-of-costs', 'Een deel van de kosten die meetellen.'),
    percentage: percentage('Het deel, in procenten.'),
  }),
  record({
    kind: tag('brackets', 'Per schijf van de kosten een eigen deel.'),
    brackets: list(
      record({
        upToCents: optional(money('Tot welk bedrag de schijf loopt; zonder dit: al het overige.')),
        percentage: percentage('Het deel van deze schijf, in procenten.'),
      }),
      'De schijven, van laag naar hoog.',
      { maxItems: 20 },
    ),
  }),
  record({ kind: tag('flat', 'Een vast bedrag.'), amountCents: money('Het vaste bedrag.') }),
  record({
    kind: tag('steps-by-costs', 'Een trede naar de kosten die meetellen.'),
    steps: list(
      record({
        fromCents: money('Vanaf welke kosten.', 0),
        amountCents: money('Het bedrag van deze trede.'),
      }),
      'De treden, van laag naar hoog.',
      { maxItems: 30 },
    ),
  }),
  record({
    kind: tag('steps-by-units', 'Een trede naar een aantal, zoals deelnemers.'),
    unit: text('Waarvan het aantal telt, in het meervoud.', 60),
    steps: list(
      record({
        from: count('Vanaf welk aantal.', 0, 1_000_000),
        amountCents: money('Het bedrag van deze trede.'),
      }),
      'De treden, van laag naar hoog.',
      { maxItems: 30 },
    ),
  }),
  record({
    kind: tag('per-unit', 'Een bedrag per deelnemer, huishouden of iets anders.'),
    unit: text('Waarvan het aantal telt, in het meervoud.', 60),
    amountCents: money('Het bedrag per stuk.'),
    maximumUnits: optional(count('Hoogste aantal dat meetelt.', 1, 1_000_000)),
  }),
);

export type Calculation = Data<typeof calculationSchema>;

export function calculationSentences(calculation: Calculation): string[] {
  switch (calculation.kind) {
    case 'requested':
      return ['De bijdrage is wat de aanvrager vraagt, maar niet meer dan de kosten die meetellen.'];
    case 'share-of-costs':
      return [`De bijdrage is ${formatPercentage(calculation.percentage)} van de kosten die meetellen.`];
    case 'brackets':
      return calculation.brackets.map(({ upToCents, percentage: share }) =>
        upToCents === undefined
          ? `Van alle overige kosten vergoeden wij ${formatPercentage(share)}.`
          : `Van de kosten tot ${formatEuros(upToCents)} vergoeden wij ${formatPercentage(share)}.`,
      );
    case 'flat':
      return [`De bijdrage is altijd ${formatEuros(calculation.amountCents)}.`];
    case 'steps-by-costs':
      return calculation.steps.map(
        ({ fromCents, amountCents }) =>
          `Bij kosten vanaf ${formatEuros(fromCents)} is de bijdrage ${formatEuros(amountCents)}.`,
      );
    case 'steps-by-units':
      return calculation.steps.map(
        ({ from, amountCents }) =>
          `Bij ${from} of meer ${calculation.unit} is de bijdrage ${formatEuros(amountCents)}.`,
      );
    case 'per-unit': {
      const { unit, amountCents, maximumUnits } = calculation;
      const most =
        maximumUnits === undefined
          ? ''
          : `; er ${maximumUnits === 1 ? 'telt' : 'tellen'} er hoogstens ${maximumUnits} mee`;
      return [`De bijdrage is ${formatEuros(amountCents)} keer het aantal ${unit}${most}.`];
    }
  }
}
