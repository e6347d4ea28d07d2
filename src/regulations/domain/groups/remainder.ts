import { formatDutchDate } from '../../../kernel/calendar-date.ts';
import { formatEuros } from '../../../kernel/money.ts';
import { counted, sentences } from '../dutch-text.ts';
import {
  choice,
  count,
  type Data,
  day,
  list,
  money,
  optional,
  record,
  tag,
  text,
  variants,
} from '../schema/vocabulary.ts';

/** What happens to money that is left. */
export const remainderSchema = variants(
  'kind',
  'Geld dat overblijft.',
  record({ kind: tag('lapse', 'Vervalt aan het einde van het jaar.') }),
  record({
    kind: tag('carry-over', 'Gaat mee naar een volgend jaar.'),
    years: optional(count('Hoeveel jaar; zonder dit: zolang de regeling duurt.', 1, 20)),
    maximumCents: optional(money('Hoogstens zoveel per kern.')),
  }),
  record({
    kind: tag('save', 'Sparen voor een groter plan.'),
    years: count('Binnen hoeveel jaar het plan begint.', 1, 20),
    fromCents: optional(money('Voor plannen vanaf dit bedrag.')),
  }),
  record({
    kind: tag('redistribute', 'Wordt verdeeld over kernen die tekort hebben.'),
    from: day('Vanaf welke dag.'),
    condition: text('Onder welke voorwaarde, als zin zonder punt.'),
    kernCodes: optional(
      list(text('Code van een kern.', 64), 'Alleen tussen deze kernen.', {
        maxItems: 500,
        uniqueItems: true,
      }),
    ),
    by: choice(['order-of-completeness', 'equal-split', 'college'], 'Hoe.'),
  }),
);

export type Remainder = Data<typeof remainderSchema>;

const byTexts = {
  'order-of-completeness': 'op volgorde van de dag waarop een aanvraag compleet is',
  'equal-split': 'in gelijke delen',
  college: 'zoals het college beslist',
} as const;

export function remainderSentences(remainder: Remainder): string[] {
  switch (remainder.kind) {
    case 'lapse':
      return ['Wat aan het einde van het jaar over is, vervalt.'];
    case 'carry-over':
      return sentences(
        remainder.years === undefined
          ? 'Wat over is, blijft beschikbaar zolang de regeling duurt.'
          : `Wat over is, blijft nog ${counted(remainder.years, 'jaar', 'jaar')} beschikbaar.`,
        remainder.maximumCents !== undefined && `Per kern hoogstens ${formatEuros(remainder.maximumCents)}.`,
      );
    case 'save':
      return sentences(
        `Wat over is, mag worden gespaard voor een plan dat binnen ${counted(remainder.years, 'jaar', 'jaar')} begint.`,
        remainder.fromCents !== undefined &&
          `Sparen kan voor plannen vanaf ${formatEuros(remainder.fromCents)}.`,
      );
    case 'redistribute':
      return sentences(
        `Vanaf ${formatDutchDate(remainder.from)} wordt wat over is verdeeld ${byTexts[remainder.by]}, als ${remainder.condition}.`,
        remainder.kernCodes &&
          `Dat geldt alleen tussen de kernen met code ${remainder.kernCodes.join(', ')}.`,
      );
  }
}
