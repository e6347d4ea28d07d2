import { counted, sentences } from '../dutch-text.ts';
import { type ApplicationFacts, type ComputedFinding, foundAtLeast, foundTrue } from '../finding.ts';
import { choice, count, type Data, flag, optional, record, tag, variants } from '../schema/vocabulary.ts';
import { placeTexts } from './applicants.ts';

const from = choice(['street', 'neighbourhood', 'kern', 'municipality'], 'Waar de steun vandaan komt.');
const noWeightyObjections = optional(flag('Of er geen zwaarwegende bezwaren mogen zijn.'));

/** What must show that people in the area want the plan. */
export const supportSchema = variants(
  'kind',
  'Draagvlak.',
  record({ kind: tag('none', 'Draagvlak hoeft niet te blijken.'), noWeightyObjections }),
  record({
    kind: tag('described', 'De aanvrager beschrijft wie het plan steunt.'),
    from,
    noWeightyObjections,
  }),
  record({
    kind: tag('signatures', 'Handtekeningen.'),
    minimum: count('Hoeveel handtekeningen minstens.', 1, 10_000),
    from,
    noWeightyObjections,
  }),
  record({
    kind: tag('letters', 'Steunbrieven.'),
    minimum: count('Hoeveel brieven minstens.', 1, 100),
    from,
    noWeightyObjections,
  }),
  record({ kind: tag('meeting', 'Een bijeenkomst waar het plan is besproken.'), from, noWeightyObjections }),
  record({
    kind: tag('likes', 'Steunbetuigingen op een website.'),
    minimum: count('Hoeveel steunbetuigingen minstens.', 1, 100_000),
    from,
    noWeightyObjections,
  }),
);

export type Support = Data<typeof supportSchema>;

function demandSentence(support: Support): string {
  switch (support.kind) {
    case 'none':
      return 'Draagvlak hoeft niet te blijken.';
    case 'described':
      return `De aanvrager beschrijft wie het plan steunt ${placeTexts[support.from]}.`;
    case 'signatures':
      return `Nodig: minstens ${counted(support.minimum, 'handtekening', 'handtekeningen')} van mensen ${placeTexts[support.from]}.`;
    case 'letters':
      return `Nodig: minstens ${counted(support.minimum, 'steunbrief', 'steunbrieven')} van mensen of organisaties ${placeTexts[support.from]}.`;
    case 'meeting':
      return `Het plan is besproken op een bijeenkomst ${placeTexts[support.from]}.`;
    case 'likes':
      return `Nodig: minstens ${counted(support.minimum, 'steunbetuiging', 'steunbetuigingen')} op de website van mensen ${placeTexts[support.from]}.`;
  }
}

export function supportSentences(support: Support): string[] {
  const { noWeightyObjections: objections } = support;
  return sentences(
    demandSentence(support),
    objections !== undefined &&
      (objections
        ? 'Er zijn geen zwaarwegende bezwaren van omwonenden.'
        : 'Bezwaren van omwonenden zijn op zichzelf geen reden om af te wijzen.'),
  );
}

const criterion = {
  code: 'support-shown',
  statement: 'Het draagvlak is aangetoond.',
  basis: 'het draagvlak dat de regeling vraagt',
};

const objections = {
  code: 'no-weighty-objections',
  statement: 'Er zijn geen zwaarwegende bezwaren van omwonenden.',
  basis: 'het draagvlak dat de regeling vraagt',
};

function findDemand(support: Support, facts: ApplicationFacts): ComputedFinding[] {
  switch (support.kind) {
    case 'none':
    case 'described':
      return [];
    case 'signatures':
      return [foundAtLeast(criterion, 'handtekeningen', facts.supporters, support.minimum)];
    case 'letters':
      return [foundAtLeast(criterion, 'steunbrieven', facts.supportLetters, support.minimum)];
    case 'meeting':
      return [foundTrue(criterion, 'een bijeenkomst over het plan', facts.meetingHeld)];
    case 'likes':
      return [foundAtLeast(criterion, 'steunbetuigingen', facts.likes, support.minimum)];
  }
}

export function findSupport(support: Support, facts: ApplicationFacts): ComputedFinding[] {
  const judged = support.noWeightyObjections
    ? [foundTrue(objections, 'geen zwaarwegende bezwaren van omwonenden', undefined)]
    : [];
  return [...findDemand(support, facts), ...judged];
}
