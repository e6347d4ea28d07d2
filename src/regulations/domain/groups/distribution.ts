import { formatEuros } from '../../../kernel/money.ts';
import { counted, formatPercentage, sentences } from '../dutch-text.ts';
import { type Contradiction, repeatedCodes } from '../contradiction.ts';
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

const everywhere = {
  moment: choice(
    ['after-window-closes', 'as-they-come'],
    'Beslissen nadat de aanvraagperiode is gesloten, of zodra een aanvraag compleet is.',
  ),
  atCeiling: choice(
    ['remainder', 'nothing', 'stop'],
    'Wie niet helemaal past: krijgt wat over is, of niets en dan komt de volgende die past, of niets en dan stopt het.',
  ),
  within: optional(
    choice(
      ['kern', 'scheme', 'theme', 'body-kind'],
      'Waarbinnen aanvragen met elkaar strijden; zonder dit: per kern.',
    ),
  ),
  declinedRemainder: optional(
    choice(['next', 'lapses'], 'Wie het restant niet wil: het gaat naar de volgende, of het vervalt.'),
  ),
  waitingListUntilWeeks: optional(
    count('Zoveel weken na het besluit kan geld dat vrijkomt alsnog naar wie te weinig kreeg.', 1, 104),
  ),
};

const tie = choice(['lot', 'equal-split'], 'Bij gelijke plaats: loten, of gelijk verdelen.');

const scored = {
  criteria: list(
    record({
      code: code('Korte naam van het criterium.'),
      label: text('Wat wordt beoordeeld.', 200),
      maximumPoints: count('Hoogste aantal punten.', 1, 1000),
      weight: optional(percentage('Gewicht in procenten; zonder dit wegen de criteria even zwaar.')),
      thresholdPoints: optional(count('Minstens zoveel punten op dit criterium.', 1, 1000)),
    }),
    'Waarop aanvragen worden vergeleken.',
    { maxItems: 30 },
  ),
  thresholdPoints: optional(count('Minstens zoveel punten in totaal.', 1, 30_000)),
  scoredBy: choice(['officials', 'committee', 'residents', 'college'], 'Wie de punten geeft.'),
  assessors: optional(count('Hoeveel mensen los van elkaar punten geven.', 1, 50)),
};

/** How money is divided when there is not enough (published beforehand: Awb 4:26). */
export const distributionSchema = variants(
  'kind',
  'De verdeling.',
  record({
    kind: tag('order-of-completeness', 'Volgorde van de dag waarop een aanvraag compleet is.'),
    tie,
    ...everywhere,
  }),
  record({
    kind: tag('tender', 'Vergelijking met punten.'),
    ...scored,
    tie: choice(['lot', 'equal-split', 'order-of-completeness'], 'Bij gelijke punten.'),
    ...everywhere,
  }),
  record({
    kind: tag('committee', 'Een commissie of dorpsorganisatie zet de aanvragen op volgorde.'),
    body: text('Wie de volgorde maakt.', 200),
    tie,
    ...everywhere,
  }),
  record({
    kind: tag('vote', 'Inwoners stemmen.'),
    voters: text('Wie mag stemmen.', 200),
    minimumAge: optional(count('Leeftijd vanaf welke iemand mag stemmen.', 1, 30)),
    place: choice(['online', 'meeting', 'both'], 'Waar wordt gestemd.'),
    votesPerVoter: count('Hoeveel stemmen iemand heeft.', 1, 100),
    per: choice(['scheme', 'kern', 'theme'], 'Waarbinnen iemand die stemmen heeft.'),
    winningThemes: optional(count('Inwoners stemmen eerst over thema’s; zoveel thema’s gaan door.', 1, 30)),
    minimumVotes: optional(count('Hoeveel stemmen een plan minstens nodig heeft.', 1, 100_000)),
    likesSufficeAt: optional(
      count('Als er geld genoeg is voor alle plannen, is dit aantal steunbetuigingen genoeg.', 1, 100_000),
    ),
    tie,
    ...everywhere,
  }),
  record({
    kind: tag('entitlement', 'Elke organisatie heeft recht op haar eigen bedrag.'),
    bodies: optional(
      list(
        record({
          name: text('Naam van de organisatie.', 200),
          kvkNumber: text('Nummer bij de Kamer van Koophandel.', 20),
          amountCents: money('Het bedrag van deze organisatie.'),
        }),
        'De organisaties met hun bedrag; zonder dit geldt het bedrag voor de rechtsvorm in het plafond.',
        { maxItems: 500 },
      ),
    ),
    ...everywhere,
  }),
  record({ kind: tag('equal-split', 'Gelijk verdelen over wie aan de voorwaarden voldoet.'), ...everywhere }),
  record({ kind: tag('pro-rata', 'Iedereen hetzelfde deel van wat is gevraagd.'), ...everywhere }),
  record({
    kind: tag('vouchers', 'Inwoners geven bonnen aan plannen.'),
    holders: text('Wie bonnen krijgt.', 200),
    perHolder: count('Hoeveel bonnen iemand krijgt.', 1, 100),
    valueCents: money('Wat één bon waard is.'),
    tie,
    ...everywhere,
  }),
  record({ kind: tag('lottery', 'Loten.'), drawnBy: optional(text('Wie loot.', 200)), ...everywhere }),
);

export type Distribution = Data<typeof distributionSchema>;

const tieTexts = {
  lot: 'beslist het lot',
  'equal-split': 'wordt het geld gelijk verdeeld',
  'order-of-completeness': 'gaat de aanvraag voor die het eerst compleet was',
} as const;

const scorers = {
  officials: 'medewerkers',
  committee: 'een commissie',
  residents: 'inwoners',
  college: 'het college',
} as const;

const votingPlaces = {
  online: 'op een website',
  meeting: 'op een bijeenkomst',
  both: 'op een website en op een bijeenkomst',
} as const;

const votingPer = { scheme: 'voor de hele regeling', kern: 'per kern', theme: 'per thema' } as const;

type Tender = Extract<Distribution, { kind: 'tender' }>;
type Vote = Extract<Distribution, { kind: 'vote' }>;

function tenderSentences(tender: Tender): string[] {
  return sentences(
    `Aanvragen worden vergeleken; ${scorers[tender.scoredBy]} ${tender.scoredBy === 'college' || tender.scoredBy === 'committee' ? 'geeft' : 'geven'} punten.`,
    ...tender.criteria.flatMap((criterion) =>
      sentences(
        `Voor "${criterion.label}" (code ${criterion.code}) zijn er hoogstens ${counted(criterion.maximumPoints, 'punt', 'punten')}.`,
        criterion.weight && `"${criterion.code}" weegt ${formatPercentage(criterion.weight)} mee.`,
        criterion.thresholdPoints &&
          `Voor "${criterion.code}" zijn minstens ${counted(criterion.thresholdPoints, 'punt', 'punten')} nodig.`,
      ),
    ),
    tender.thresholdPoints &&
      `In totaal zijn minstens ${counted(tender.thresholdPoints, 'punt', 'punten')} nodig.`,
    tender.assessors &&
      `${counted(tender.assessors, 'beoordelaar geeft', 'beoordelaars geven')} los van elkaar punten.`,
    `Bij gelijke punten ${tieTexts[tender.tie]}.`,
  );
}

function voteSentences(vote: Vote): string[] {
  return sentences(
    `Inwoners stemmen ${votingPlaces[vote.place]}. Wie mag stemmen: ${vote.voters}.`,
    vote.minimumAge && `Stemmen kan vanaf ${vote.minimumAge} jaar.`,
    `Iedereen heeft ${counted(vote.votesPerVoter, 'stem', 'stemmen')} ${votingPer[vote.per]}.`,
    vote.winningThemes &&
      `Eerst stemmen zij over thema’s; ${counted(vote.winningThemes, 'thema gaat', 'thema’s gaan')} door.`,
    vote.minimumVotes && `Een plan heeft minstens ${counted(vote.minimumVotes, 'stem', 'stemmen')} nodig.`,
    vote.likesSufficeAt &&
      `Is er geld genoeg voor alle plannen, dan ${vote.likesSufficeAt === 1 ? 'is' : 'zijn'} ${counted(vote.likesSufficeAt, 'steunbetuiging', 'steunbetuigingen')} genoeg.`,
    `Bij gelijke stemmen ${tieTexts[vote.tie]}.`,
  );
}

function methodSentences(distribution: Distribution): string[] {
  switch (distribution.kind) {
    case 'order-of-completeness':
      return [
        `Het geld wordt verdeeld op volgorde van de dag waarop een aanvraag compleet is. Bij dezelfde dag ${tieTexts[distribution.tie]}.`,
      ];
    case 'tender':
      return tenderSentences(distribution);
    case 'committee':
      return [
        `${distribution.body} zet de aanvragen op volgorde. Bij een gelijke plaats ${tieTexts[distribution.tie]}.`,
      ];
    case 'vote':
      return voteSentences(distribution);
    case 'entitlement':
      return [
        'Elke organisatie heeft recht op haar eigen bedrag.',
        ...(distribution.bodies ?? []).map(
          ({ name, kvkNumber, amountCents }) =>
            `${name} (KvK ${kvkNumber}) heeft recht op ten hoogste ${formatEuros(amountCents)}.`,
        ),
      ];
    case 'equal-split':
      return ['Het geld wordt gelijk verdeeld over alle aanvragen die aan de voorwaarden voldoen.'];
    case 'pro-rata':
      return ['Is er te weinig, dan krijgt iedereen hetzelfde deel van de berekende bijdrage.'];
    case 'vouchers':
      return [
        `Inwoners geven bonnen aan plannen. Wie bonnen krijgt: ${distribution.holders}.`,
        `Iedereen krijgt ${counted(distribution.perHolder, 'bon', 'bonnen')} van ${formatEuros(distribution.valueCents)}. Een plan krijgt wat aan bonnen is ingeleverd; bij evenveel bonnen ${tieTexts[distribution.tie]}.`,
      ];
    case 'lottery':
      return [`Het lot bepaalt de volgorde${distribution.drawnBy ? `; ${distribution.drawnBy} loot` : ''}.`];
  }
}

const atCeilingSentences = {
  remainder: 'De eerste aanvraag die niet meer helemaal past, krijgt wat er over is.',
  nothing: 'Een aanvraag die niet helemaal past, krijgt niets; een latere die wel past, krijgt wel geld.',
  stop: 'Een aanvraag die niet helemaal past, krijgt niets, en wie erna komt ook niet.',
} as const satisfies Record<Distribution['atCeiling'], string>;

const momentSentences = {
  'after-window-closes': 'Wij beslissen over alle aanvragen nadat de aanvraagperiode is gesloten.',
  'as-they-come': 'Wij beslissen over elke aanvraag zodra die compleet is.',
} as const satisfies Record<Distribution['moment'], string>;

const withinSentences = {
  kern: 'Het geld wordt voor elke kern apart verdeeld.',
  scheme: 'Het geld wordt voor de hele regeling samen verdeeld.',
  theme: 'Het geld wordt voor elk thema apart verdeeld.',
  'body-kind': 'Het geld wordt voor elke soort organisatie apart verdeeld.',
} as const satisfies Record<NonNullable<Distribution['within']>, string>;

const declinedSentences = {
  next: 'Wie het restant niet wil, laat het aan de volgende.',
  lapses: 'Wie het restant niet wil, laat het vervallen.',
} as const satisfies Record<NonNullable<Distribution['declinedRemainder']>, string>;

export function distributionSentences(distribution: Distribution): string[] {
  const { within, declinedRemainder, waitingListUntilWeeks: waiting } = distribution;
  return sentences(
    ...methodSentences(distribution),
    within && withinSentences[within],
    atCeilingSentences[distribution.atCeiling],
    momentSentences[distribution.moment],
    declinedRemainder && declinedSentences[declinedRemainder],
    waiting &&
      `Komt er binnen ${counted(waiting, 'week', 'weken')} na het besluit geld vrij, dan kan dat naar wie te weinig kreeg.`,
  );
}

export function distributionContradictions(distribution: Distribution): Contradiction[] {
  if (distribution.kind !== 'tender') return [];
  const { criteria, thresholdPoints } = distribution;
  const faults = repeatedCodes(
    '/criteria',
    criteria.map((criterion) => criterion.code),
  );
  criteria.forEach((criterion, index) => {
    if (criterion.thresholdPoints === undefined || criterion.thresholdPoints <= criterion.maximumPoints)
      return;
    faults.push({
      pointer: `/criteria/${index}/thresholdPoints`,
      code: 'limits-cannot-be-met',
      detail: 'De drempel is hoger dan het hoogste aantal punten.',
      suggestion: 'Verlaag de drempel of verhoog het aantal punten.',
    });
  });
  const most = criteria.reduce((sum, criterion) => sum + criterion.maximumPoints, 0);
  if (thresholdPoints !== undefined && thresholdPoints > most) {
    faults.push({
      pointer: '/thresholdPoints',
      code: 'limits-cannot-be-met',
      detail: `De drempel is ${thresholdPoints} punten, maar er zijn er hoogstens ${most} te halen.`,
      suggestion: `Kies hoogstens ${most}.`,
    });
  }
  return [...faults, ...weightFaults(criteria)];
}

function weightFaults(criteria: Tender['criteria']): Contradiction[] {
  const weights = criteria.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  if (weights.length === 0) return [];
  const whole = weights.reduce((sum, weight) => sum + Math.round(weight * 100), 0);
  if (weights.length === criteria.length && whole === 10_000) return [];
  return [
    {
      pointer: '/criteria',
      code: 'weights-not-hundred',
      detail: `De gewichten zijn samen ${formatPercentage(whole / 100)}${weights.length < criteria.length ? ', en niet elk criterium heeft er een' : ''}.`,
      suggestion: 'Geef elk criterium een gewicht, samen 100 %, of geef er geen.',
    },
  ];
}
