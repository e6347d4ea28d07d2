import { formatDutchDate } from '../../../kernel/calendar-date.ts';
import { type Cents, formatEuros, smallestCents } from '../../../kernel/money.ts';
import { formatPercentage, sentences } from '../dutch-text.ts';
import { roundingSchema, roundingSentence } from '../rounding.ts';
import { shareOf } from '../share.ts';
import {
  choice,
  code,
  count,
  type Data,
  day,
  list,
  money,
  optional,
  percentage,
  record,
  tag,
  text,
  variants,
} from '../schema/vocabulary.ts';

const everywhere = {
  publishedOn: day('De dag waarop het plafond is bekendgemaakt (Awb 4:27).'),
  publicationReference: text('Waar het plafond is bekendgemaakt.'),
  period: optional(
    record(
      {
        lastYear: count('Het laatste jaar waarvoor het plafond geldt.', 1900, 2199),
        amountsAre: choice(
          ['per-year', 'for-all-years'],
          'Of de bedragen elk jaar gelden, of samen voor alle jaren.',
        ),
      },
      'Meer jaren, vanaf het jaar van de regeling.',
    ),
  ),
  totalCents: optional(money('Hoogste bedrag voor de hele regeling, naast de plafonds.')),
  shares: optional(
    list(
      record({
        code: code('Korte naam van het deelplafond.'),
        label: text('Waarvoor dit deel is.', 120),
        percentage: optional(percentage('Welk deel van elk plafond, in procenten.')),
        amountCents: optional(money('Welk bedrag van elk plafond, in plaats van een percentage.')),
      }),
      'Deelplafonds: hoogstens een deel van elk plafond voor een soort activiteit.',
      { maxItems: 20 },
    ),
  ),
  rounding: optional(roundingSchema),
};

const rate = money('Bedrag per inwoner.', 0);
const referenceDate = day('De dag waarop het aantal inwoners wordt geteld.');

const named = (what: string) => ({
  code: code(`Korte naam van ${what}.`),
  label: text(`Naam van ${what}.`, 120),
  amountCents: money('Het plafond.', 0),
});

/** What may be granted at most, and where that was published (Awb 4:25 to 4:27). */
export const ceilingSchema = variants(
  'kind',
  'Het subsidieplafond.',
  record({
    kind: tag('fixed-per-kern', 'Een vast bedrag per kern.'),
    amountCents: money('Het bedrag per kern.', 0),
    ...everywhere,
  }),
  record({
    kind: tag('listed-per-kern', 'Een eigen bedrag voor elke kern.'),
    kernen: list(
      record({ kernCode: code('Code van de kern.'), amountCents: money('Het plafond van de kern.', 0) }),
      'De kernen met hun plafond.',
      { maxItems: 500 },
    ),
    ...everywhere,
  }),
  record({
    kind: tag('total-divided', 'Een totaal, verdeeld over de kernen.'),
    amountCents: money('Het totaal.', 0),
    baseCents: optional(money('Wat elke kern eerst krijgt; alleen het overige wordt verdeeld.')),
    key: choice(['equal', 'inhabitants'], 'In gelijke delen, of naar inwoners.'),
    referenceDate: optional(referenceDate),
    ...everywhere,
  }),
  record({
    kind: tag('per-inhabitant', 'Een basisbedrag per kern en een bedrag per inwoner.'),
    baseCents: money('Het basisbedrag per kern.', 0),
    rateCents: rate,
    referenceDate,
    minimumCents: optional(money('Minstens per kern.')),
    maximumCents: optional(money('Hoogstens per kern.')),
    ...everywhere,
  }),
  record({
    kind: tag('size-class', 'Een basisbedrag naar de grootte van de kern, en een bedrag per inwoner.'),
    classes: list(
      record({
        upToInhabitants: optional(
          count('Tot en met hoeveel inwoners; zonder dit: alle grotere kernen.', 0, 1_000_000),
        ),
        baseCents: money('Het basisbedrag.', 0),
      }),
      'De klassen, van klein naar groot.',
      { maxItems: 20 },
    ),
    rateCents: optional(rate),
    referenceDate,
    ...everywhere,
  }),
  record({
    kind: tag('total-only', 'Een totaal zonder verdeling over kernen.'),
    amountCents: money('Het totaal.', 0),
    ...everywhere,
  }),
  record({
    kind: tag('per-theme', 'Een bedrag per thema.'),
    themes: list(record(named('het thema')), 'De thema’s.', { maxItems: 30 }),
    ...everywhere,
  }),
  record({
    kind: tag('per-body-kind', 'Een bedrag voor elke organisatie van een soort.'),
    bodies: list(record(named('de soort organisatie')), 'De soorten organisaties.', { maxItems: 30 }),
    ...everywhere,
  }),
);

export type Ceiling = Data<typeof ceilingSchema>;

function inhabitants(referenceDateText: string): string {
  return `het aantal inwoners op ${referenceDateText}`;
}

function kindSentences(ceiling: Ceiling): string[] {
  switch (ceiling.kind) {
    case 'fixed-per-kern':
      return [`Het plafond is ${formatEuros(ceiling.amountCents)} per kern per jaar, niet per aanvraag.`];
    case 'listed-per-kern':
      return ceiling.kernen.map(
        ({ kernCode, amountCents }) =>
          `Het plafond van de kern met code ${kernCode} is ${formatEuros(amountCents)}.`,
      );
    case 'total-divided':
      return sentences(
        `Het plafond is samen ${formatEuros(ceiling.amountCents)}, over de kernen verdeeld ${ceiling.key === 'equal' ? 'in gelijke delen' : 'naar inwoners'}.`,
        ceiling.baseCents !== undefined &&
          `Elke kern krijgt daarvan eerst ${formatEuros(ceiling.baseCents)}; alleen het overige wordt zo verdeeld.`,
        ceiling.referenceDate && `Daarvoor telt ${inhabitants(formatDutchDate(ceiling.referenceDate))}.`,
      );
    case 'per-inhabitant':
      return sentences(
        `Het plafond van een kern is ${formatEuros(ceiling.baseCents)} plus ${formatEuros(ceiling.rateCents)} per inwoner.`,
        `Daarvoor telt ${inhabitants(formatDutchDate(ceiling.referenceDate))}.`,
        ceiling.minimumCents !== undefined &&
          `Een kern krijgt minstens ${formatEuros(ceiling.minimumCents)}.`,
        ceiling.maximumCents !== undefined &&
          `Een kern krijgt hoogstens ${formatEuros(ceiling.maximumCents)}.`,
      );
    case 'size-class':
      return sentences(
        ...ceiling.classes.map(({ upToInhabitants, baseCents }) =>
          upToInhabitants === undefined
            ? `Het basisbedrag van een grotere kern is ${formatEuros(baseCents)}.`
            : `Het basisbedrag van een kern tot en met ${upToInhabitants} inwoners is ${formatEuros(baseCents)}.`,
        ),
        ceiling.rateCents !== undefined && `Daar komt ${formatEuros(ceiling.rateCents)} per inwoner bij.`,
        `Daarvoor telt ${inhabitants(formatDutchDate(ceiling.referenceDate))}.`,
      );
    case 'total-only':
      return [`Het plafond is ${formatEuros(ceiling.amountCents)} voor de hele regeling, niet per kern.`];
    case 'per-theme':
      return ceiling.themes.map(
        ({ label, code: name, amountCents }) =>
          `Het plafond voor ${label} (code ${name}) is ${formatEuros(amountCents)}.`,
      );
    case 'per-body-kind':
      return ceiling.bodies.map(
        ({ label, code: name, amountCents }) =>
          `Elke organisatie van de soort ${label} (code ${name}) krijgt hoogstens ${formatEuros(amountCents)}.`,
      );
  }
}

/** The ceiling that the document states by itself for a place; null where it follows from inhabitants or a division. */
export function statedCeilingCents(ceiling: Ceiling): Cents | null {
  return ceiling.kind === 'fixed-per-kern' || ceiling.kind === 'total-only' ? ceiling.amountCents : null;
}

type CeilingShare = NonNullable<Ceiling['shares']>[number];

/** "30 %" or "€ 500"; both for a document that is not sound. */
function shareSize({ percentage: part, amountCents }: CeilingShare): string {
  return [part && formatPercentage(part), amountCents && formatEuros(amountCents)]
    .filter(Boolean)
    .join(' en ');
}

/** What a share comes to of a ceiling, never more than the whole. */
export function shareCents({ percentage: part, amountCents }: CeilingShare, ceilingCents: Cents): Cents {
  return smallestCents(amountCents ?? ceilingCents, shareOf(ceilingCents, part ?? 100));
}

export function ceilingSentences(ceiling: Ceiling): string[] {
  const { period, totalCents, shares = [], rounding, publishedOn, publicationReference } = ceiling;
  return sentences(
    ...kindSentences(ceiling),
    period &&
      `Dit plafond geldt tot en met ${period.lastYear}, ${period.amountsAre === 'per-year' ? 'elk jaar opnieuw; een aanvraag telt voor het jaar waarin wij haar ontvangen, als er bij de aanvraagperiode geen ander jaar staat' : 'voor alle jaren samen'}.`,
    totalCents !== undefined && `Voor de hele regeling samen is er hoogstens ${formatEuros(totalCents)}.`,
    ...shares.map(
      (share) => `Van elk plafond is hoogstens ${shareSize(share)} voor ${share.label} (code ${share.code}).`,
    ),
    rounding && roundingSentence(rounding),
    `Het plafond is bekendgemaakt op ${formatDutchDate(publishedOn)} (${publicationReference}).`,
  );
}
