import { type Contradiction, repeatedCodes } from '../../../regulations/domain/contradiction.ts';
import { counted, joined, sentences } from '../../../regulations/domain/dutch-text.ts';
import {
  code,
  count,
  type Data,
  list,
  optional,
  record,
  tag,
  text,
} from '../../../regulations/domain/schema/vocabulary.ts';
import { bindingSentence, bodyParts, roleNames, story } from '../step-parts.ts';
import type { StepRules } from './step-rules.ts';

export const scoringSchema = record({
  kind: tag('scoring', 'Punten geven aan het plan.'),
  ...bodyParts,
  body: optional(code('Code van het orgaan dat punten geeft; zonder dit doet de medewerker het.')),
  criteria: list(
    record({
      code: code('Korte naam.'),
      label: text('Waarvoor punten zijn.', 200),
      maximumPoints: count('Hoogste aantal punten.', 1, 1000),
    }),
    'Waarvoor punten worden gegeven.',
    { maxItems: 30 },
  ),
  thresholdPoints: optional(count('Vanaf hoeveel punten de uitkomst positief is.', 1, 30_000)),
});

export const scoringForm = record({
  points: list(
    record({
      criterion: code('Code van waar de punten voor zijn.'),
      points: count('De punten.', 0, 1000),
    }),
    'De punten, voor elk onderdeel één keer.',
    { maxItems: 30 },
  ),
  reason: story('Waarom deze punten.'),
});

type Scoring = Data<typeof scoringSchema>;
type Findings = Data<typeof scoringForm>;

function total({ points }: Findings): number {
  return points.reduce((sum, each) => sum + each.points, 0);
}

function mismatches({ points }: Findings, { criteria }: Scoring): Contradiction[] {
  const given = new Set(points.map(({ criterion }) => criterion));
  const missing = criteria.filter((criterion) => !given.has(criterion.code));
  const wrong = points.flatMap(({ criterion, points: scored }, index): Contradiction[] => {
    const known = criteria.find((each) => each.code === criterion);
    if (known !== undefined && scored <= known.maximumPoints) return [];
    const suggestion = `Kies uit: ${criteria.map((each) => `${each.code} (0-${each.maximumPoints})`).join(', ')}.`;
    return known === undefined
      ? [
          {
            pointer: `/points/${index}/criterion`,
            code: 'criterion-unknown',
            detail: `Er zijn geen punten voor "${criterion}".`,
            suggestion,
          },
        ]
      : [
          {
            pointer: `/points/${index}/points`,
            code: 'too-many-points',
            detail: `Voor "${criterion}" zijn er hoogstens ${known.maximumPoints} punten.`,
            suggestion,
          },
        ];
  });
  const lacking = missing.map(({ code: lacks }) => ({
    pointer: '/points',
    code: 'points-missing',
    detail: `Er zijn nog geen punten voor "${lacks}".`,
    suggestion: 'Geef punten voor elk onderdeel; nul kan ook.',
  }));
  const twice = repeatedCodes(
    '/points',
    points.map(({ criterion }) => criterion),
    'criterion',
  );
  return [...wrong, ...lacking, ...twice];
}

export const scoringRules: StepRules<Scoring, Findings> = {
  kindName: 'punten',
  schema: scoringSchema,
  form: scoringForm,
  sentences: ({ by, body, binding, criteria, thresholdPoints }, bodyName) =>
    sentences(
      body === undefined
        ? `De ${roleNames[by]} geeft punten.`
        : `Punten geeft: ${bodyName(body)}. De ${roleNames[by]} legt ze vast.`,
      `Punten zijn er voor ${joined(criteria.map(({ code: name, label, maximumPoints }) => `${label} (${name}, hoogstens ${maximumPoints})`))}.`,
      thresholdPoints !== undefined &&
        `De uitkomst is positief vanaf ${counted(thresholdPoints, 'punt', 'punten')}.`,
      bindingSentence(binding),
    ),
  outcomeOf: (findings, { thresholdPoints }) => {
    if (thresholdPoints === undefined) return 'none';
    return total(findings) >= thresholdPoints ? 'positive' : 'negative';
  },
  report: (findings) => `${counted(total(findings), 'punt', 'punten')}. ${findings.reason}`,
  contradictions: mismatches,
};
