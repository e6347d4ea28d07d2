import { type Contradiction, repeated } from '../contradiction.ts';
import { counted, sentences } from '../dutch-text.ts';
import { type ApplicationFacts, type ComputedFinding, foundAtLeast, foundTrue, found } from '../finding.ts';
import {
  choice,
  count,
  type Data,
  flag,
  list,
  optional,
  record,
  tag,
  variants,
} from '../schema/vocabulary.ts';
import { placeTexts } from './applicants.ts';

const from = choice(['street', 'neighbourhood', 'kern', 'municipality'], 'Waar de steun vandaan komt.');
const noWeightyObjections = optional(flag('Of er geen zwaarwegende bezwaren mogen zijn.'));

const listAttached = optional(flag('Of zij als bijlage bij de aanvraag zitten.'));

const single = [
  record({
    kind: tag('signatures', 'Handtekeningen.'),
    minimum: count('Hoeveel handtekeningen minstens.', 1, 10_000),
    from,
    listAttached,
  }),
  record({
    kind: tag('letters', 'Steunbrieven.'),
    minimum: count('Hoeveel brieven minstens.', 1, 100),
    from,
    listAttached,
  }),
  record({ kind: tag('meeting', 'Een bijeenkomst waar het plan is besproken.'), from }),
  record({
    kind: tag('likes', 'Steunbetuigingen op een website.'),
    minimum: count('Hoeveel steunbetuigingen minstens.', 1, 100_000),
    from,
  }),
] as const;

const withObjections = { noWeightyObjections };

/** What must show that people in the area want the plan. */
export const supportSchema = variants(
  'kind',
  'Draagvlak.',
  record({ kind: tag('none', 'Draagvlak hoeft niet te blijken.'), ...withObjections }),
  record({
    kind: tag('described', 'De aanvrager beschrijft wie het plan steunt.'),
    from,
    ...withObjections,
  }),
  record({ ...single[0].properties, ...withObjections }),
  record({ ...single[1].properties, ...withObjections }),
  record({ ...single[2].properties, ...withObjections }),
  record({ ...single[3].properties, ...withObjections }),
  record({
    kind: tag('combined', 'Meer dan een manier.'),
    need: choice(['all', 'any'], 'Of alle manieren nodig zijn, of een ervan genoeg is.'),
    of: list(variants('kind', 'Een manier.', ...single), 'De manieren.', { minItems: 2, maxItems: 4 }),
    ...withObjections,
  }),
);

export type Support = Data<typeof supportSchema>;

type SingleSupport = Extract<Support, { kind: 'combined' }>['of'][number];

/** Whether what people wrote must be there to see. */
function attachedText(listAttached: boolean | undefined): string {
  if (listAttached === undefined) return '';
  return listAttached ? ' (als bijlage)' : ' (alleen het aantal)';
}

function singleText(support: SingleSupport): string {
  switch (support.kind) {
    case 'signatures':
      return `minstens ${counted(support.minimum, 'handtekening', 'handtekeningen')} van mensen ${placeTexts[support.from]}${attachedText(support.listAttached)}`;
    case 'letters':
      return `minstens ${counted(support.minimum, 'steunbrief', 'steunbrieven')} van mensen of organisaties ${placeTexts[support.from]}${attachedText(support.listAttached)}`;
    case 'meeting':
      return `een bijeenkomst ${placeTexts[support.from]} waar het plan is besproken`;
    case 'likes':
      return `minstens ${counted(support.minimum, 'steunbetuiging', 'steunbetuigingen')} op de website, van mensen ${placeTexts[support.from]}`;
  }
}

/** Whether a list or letters of support must be among the attachments, whatever else may show support. */
export function asksSupportList(support: Support): boolean {
  if (support.kind !== 'combined') return 'listAttached' in support && support.listAttached === true;
  const { need, of } = support;
  const asks = of.map((each) => 'listAttached' in each && each.listAttached === true);
  return need === 'all' ? asks.includes(true) : asks.every(Boolean);
}

function demandSentence(support: Support): string {
  switch (support.kind) {
    case 'none':
      return 'Draagvlak hoeft niet te blijken.';
    case 'described':
      return `De aanvrager beschrijft wie het plan steunt ${placeTexts[support.from]}.`;
    case 'combined':
      return `Nodig ${support.need === 'all' ? 'zijn samen' : 'is een van deze'}: ${support.of.map(singleText).join('; ')}.`;
    default:
      return `Nodig: ${singleText(support)}.`;
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

function findSingle(support: SingleSupport, facts: ApplicationFacts): ComputedFinding {
  switch (support.kind) {
    case 'signatures':
      return foundAtLeast(criterion, 'handtekeningen', facts.supporters, support.minimum);
    case 'letters':
      return foundAtLeast(criterion, 'steunbrieven', facts.supportLetters, support.minimum);
    case 'meeting':
      return foundTrue(criterion, 'een bijeenkomst over het plan', facts.meetingHeld);
    case 'likes':
      return foundAtLeast(criterion, 'steunbetuigingen', facts.likes, support.minimum);
  }
}

/** One that decides wins: a failing one where all are needed, one that is met where any will do. */
function findCombined(
  { need, of }: Extract<Support, { kind: 'combined' }>,
  facts: ApplicationFacts,
): ComputedFinding {
  const each = of.map((support) => findSingle(support, facts));
  const decisive = need === 'all' ? 'not-met' : 'met';
  const has = (outcome: ComputedFinding['outcome']) => each.some((finding) => finding.outcome === outcome);
  const otherwise = need === 'all' ? 'met' : 'not-met';
  const outcome = has(decisive) ? decisive : has('needs-judgement') ? 'needs-judgement' : otherwise;
  const used = each.flatMap((finding) => finding.facts);
  return found(criterion, outcome, each.map(({ sentence }) => sentence).join(' '), used);
}

function findDemand(support: Support, facts: ApplicationFacts): ComputedFinding[] {
  switch (support.kind) {
    case 'none':
    case 'described':
      return [];
    case 'combined':
      return [findCombined(support, facts)];
    default:
      return [findSingle(support, facts)];
  }
}

export function findSupport(support: Support, facts: ApplicationFacts): ComputedFinding[] {
  const judged = support.noWeightyObjections
    ? [foundTrue(objections, 'geen zwaarwegende bezwaren van omwonenden', undefined)]
    : [];
  return [...findDemand(support, facts), ...judged];
}

/** The same way twice says nothing: the higher number is what counts. */
export function supportContradictions(support: Support): Contradiction[] {
  if (support.kind !== 'combined') return [];
  return repeated(support.of.map(({ kind }) => kind)).map(({ index }) => ({
    pointer: `/of/${index}/kind`,
    code: 'code-repeated',
    detail: 'Deze manier staat er twee keer in.',
    suggestion: 'Noem elke manier één keer.',
  }));
}
