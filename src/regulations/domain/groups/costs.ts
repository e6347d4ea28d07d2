import { formatEuros } from '../../../kernel/money.ts';
import { type Contradiction, repeatedCodes } from '../contradiction.ts';
import { counted, formatPercentage, sentences } from '../dutch-text.ts';
import {
  choice,
  code,
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

const named = { code: code('Korte naam van de kostensoort.'), label: text('Naam van de kostensoort.', 120) };

const limit = optional(
  record(
    {
      maximumCents: optional(money('Hoogste bedrag dat van deze soort meetelt.', 0)),
      maximumPercentage: optional(percentage('Hoogste deel van alle kosten die meetellen, in procenten.')),
      maximumPerUnit: optional(
        record(
          {
            unit: text('Waarvan het aantal telt, in het meervoud, zoals deelnemers.', 60),
            amountCents: money('Hoogste bedrag per stuk.'),
          },
          'Hoogstens een bedrag per deelnemer of iets anders dat de aanvrager opgeeft.',
        ),
      ),
      coveredPercentage: optional(percentage('Welk deel van deze kosten meetelt, in procenten.')),
    },
    'Grens aan deze kostensoort.',
  ),
);

/** Which costs count. */
export const costsSchema = record({
  categories: list(
    variants(
      'kind',
      'Een kostensoort.',
      record({ kind: tag('eligible', 'Telt mee.'), ...named, limit }),
      record({ kind: tag('excluded', 'Telt niet mee.'), ...named, reason: optional(text('Waarom niet.')) }),
      record({
        kind: tag('conditional', 'Telt mee onder een voorwaarde.'),
        ...named,
        condition: text('De voorwaarde, als zin zonder punt.'),
        limit,
      }),
      record({
        kind: tag('flat', 'Telt voor een vast bedrag, wat het ook kost.'),
        ...named,
        amountCents: money('Het vaste bedrag.'),
      }),
    ),
    'De kostensoorten.',
    { minItems: 0, maxItems: 60 },
  ),
  uncategorised: choice(
    ['eligible', 'judged', 'excluded'],
    'Kosten die onder geen soort vallen: tellen mee, iemand beoordeelt ze, of tellen niet mee.',
  ),
  vat: choice(['included', 'excluded', 'included-when-not-recoverable'], 'Of btw meetelt.'),
  quotes: optional(
    record(
      {
        minimum: count('Hoeveel offertes minstens als bijlage bij de aanvraag zitten.', 1, 10),
        fromCents: optional(money('Alleen als wordt gevraagd om minstens dit bedrag.')),
      },
      'Offertes als bijlage.',
    ),
  ),
  minimumCents: optional(money('Het plan kost minstens.')),
  maximumCents: optional(money('Het plan kost hoogstens.')),
  madeBeforeApplication: optional(
    choice(['eligible', 'excluded'], 'Kosten die voor de aanvraag zijn gemaakt: tellen mee of niet.'),
  ),
});

export type Costs = Data<typeof costsSchema>;
export type CostCategory = Costs['categories'][number];
export type CostLimit = Extract<CostCategory, { kind: 'eligible' }>['limit'];

function limitSentences(label: string, bound: CostLimit): string[] {
  if (bound === undefined) return [];
  const { maximumCents, maximumPercentage, coveredPercentage, maximumPerUnit } = bound;
  return sentences(
    `Aan kosten voor ${label} is een grens.`,
    coveredPercentage && `Van de kosten voor ${label} telt ${formatPercentage(coveredPercentage)} mee.`,
    maximumCents !== undefined &&
      `Van de kosten voor ${label} telt hoogstens ${formatEuros(maximumCents)} mee.`,
    maximumPerUnit &&
      `Van de kosten voor ${label} telt hoogstens ${formatEuros(maximumPerUnit.amountCents)} per stuk mee (${maximumPerUnit.unit}).`,
    maximumPercentage &&
      `De kosten voor ${label} tellen mee tot hoogstens ${formatPercentage(maximumPercentage)} van alle kosten.`,
  );
}

function categorySentences(category: CostCategory): string[] {
  const name = `${category.label} (code ${category.code})`;
  switch (category.kind) {
    case 'eligible':
      return [`Kosten voor ${name} tellen mee.`, ...limitSentences(category.label, category.limit)];
    case 'excluded':
      return [`Kosten voor ${name} tellen niet mee${category.reason ? `: ${category.reason}` : ''}.`];
    case 'conditional':
      return [
        `Kosten voor ${name} tellen alleen mee als ${category.condition}.`,
        ...limitSentences(category.label, category.limit),
      ];
    case 'flat':
      return [`Kosten voor ${name} tellen voor een vast bedrag van ${formatEuros(category.amountCents)}.`];
  }
}

const uncategorisedSentences = {
  eligible: 'Andere kosten tellen mee.',
  judged: 'Of andere kosten meetellen, beoordeelt een medewerker.',
  excluded: 'Andere kosten tellen niet mee.',
} as const satisfies Record<Costs['uncategorised'], string>;

const vatSentences = {
  included: 'Bedragen zijn met btw.',
  excluded: 'Bedragen zijn zonder btw.',
  'included-when-not-recoverable': 'Btw telt alleen mee als de aanvrager die niet terugkrijgt.',
} as const satisfies Record<Costs['vat'], string>;

const allCostsSentences = {
  eligible: 'Alle kosten tellen mee.',
  judged: 'Of kosten meetellen, beoordeelt een medewerker.',
  excluded: 'Er zijn geen kosten die meetellen.',
} as const satisfies Record<Costs['uncategorised'], string>;

function quotesSentence({ quotes }: Costs): string | undefined {
  if (quotes === undefined) return undefined;
  const { minimum, fromCents } = quotes;
  const from = fromCents === undefined ? '' : ` als wordt gevraagd om ${formatEuros(fromCents)} of meer`;
  return `Bij de aanvraag zitten minstens ${counted(minimum, 'offerte', 'offertes')}${from}.`;
}

export function costsSentences(costs: Costs): string[] {
  const { minimumCents, maximumCents, madeBeforeApplication: before } = costs;
  return sentences(
    ...costs.categories.flatMap(categorySentences),
    (costs.categories.length > 0 ? uncategorisedSentences : allCostsSentences)[costs.uncategorised],
    vatSentences[costs.vat],
    quotesSentence(costs),
    minimumCents !== undefined && `Het plan kost minstens ${formatEuros(minimumCents)}.`,
    maximumCents !== undefined && `Het plan kost hoogstens ${formatEuros(maximumCents)}.`,
    before &&
      (before === 'eligible'
        ? 'Kosten van voor de aanvraag tellen mee.'
        : 'Kosten van voor de aanvraag tellen niet mee.'),
  );
}

export function costsContradictions(costs: Costs): Contradiction[] {
  const codes = costs.categories.map((category) => category.code);
  const faults = repeatedCodes('/categories', codes);
  const { minimumCents, maximumCents, categories, uncategorised } = costs;
  if (minimumCents !== undefined && maximumCents !== undefined && minimumCents > maximumCents) {
    faults.push({
      pointer: '/minimumCents',
      code: 'minimum-above-maximum',
      detail: `Een plan moet minstens ${formatEuros(minimumCents)} kosten, maar hoogstens ${formatEuros(maximumCents)}.`,
      suggestion: 'Verlaag het minimum of verhoog het maximum.',
    });
  }
  if (uncategorised === 'excluded' && categories.every((category) => category.kind === 'excluded')) {
    faults.push({
      pointer: '/uncategorised',
      code: 'nothing-eligible',
      detail: 'Zo tellen nergens kosten mee.',
      suggestion: 'Noem een soort die meetelt, of kies "eligible" of "judged".',
    });
  }
  return [...faults, ...emptyLimits(categories)];
}

function emptyLimits(categories: readonly CostCategory[]): Contradiction[] {
  return categories.flatMap((category, index) =>
    'limit' in category && category.limit !== undefined && Object.keys(category.limit).length === 0
      ? [
          {
            pointer: `/categories/${index}/limit`,
            code: 'nothing-stated',
            detail: 'Hier staat een grens zonder bedrag of percentage.',
            suggestion: 'Vul een grens in of haal "limit" weg.',
          },
        ]
      : [],
  );
}
