import { cents, formatEuros } from '../../../kernel/money.ts';
import { assert } from '../../../kernel/assert.ts';
import type { CeilingFacts, DecisionFacts, ReasonFacts } from '../facts.ts';
import type { Block, LetterSection, RichText } from '../letter-model.ts';
import { day, list, paragraph, rich, sentence, strong } from '../rich-text.ts';

/** When and how much was asked for, and what was agreed since. `forWhat` follows the amount. */
export function askedText(
  { receivedOn, requestedCents, reduction = null }: DecisionFacts,
  forWhat: string,
): string {
  const first = reduction?.firstCents ?? requestedCents;
  const asked = `Op ${day(receivedOn)} vroeg u ons om ${formatEuros(first)} ${forWhat}.`;
  if (reduction === null) return asked;
  return `${asked} Op ${day(reduction.agreedOn)} hebben wij met u afgesproken dat u ${formatEuros(requestedCents)} vraagt.`;
}

/** One criterion with what was found; a fact that only repeats the criterion is left out. */
function reasonText({ criterionText, fact, article }: ReasonFacts, namesArticle: boolean): RichText {
  const found = sentence(fact) === sentence(criterionText) ? '' : ` ${sentence(fact)}`;
  const source = namesArticle ? ` Dit volgt uit ${article}.` : '';
  return rich`${strong(sentence(criterionText))}${found}${source}`;
}

/**
 * Each criterion with what was found and the article (Awb 3:46, 3:47). One article that several criteria share is
 * named once, below the list, because the letter would repeat it in every line otherwise.
 */
export function reasonBlocks(reasons: readonly ReasonFacts[]): Block[] {
  const articles = reasons.map(({ article }) => article);
  const repeated = new Set(articles.filter((article, index) => articles.indexOf(article) !== index));
  const [shared] = repeated.size === 1 ? repeated : [];
  const lines = list(reasons.map((reason) => reasonText(reason, reason.article !== shared)));
  if (shared === undefined) return [lines];
  const which = articles.every((article) => article === shared) ? 'Deze' : 'De andere';
  return [lines, paragraph`${which} punten volgen uit ${shared}.`];
}

/** Says of criteria that were not met that they were not, because each is named as it ought to be. */
export function unmetLead(reasons: readonly ReasonFacts[]): Block[] {
  if (reasons.some(({ outcome }) => outcome === 'met')) return [];
  return [paragraph`U voldoet niet aan ${reasons.length === 1 ? 'deze voorwaarde' : 'deze voorwaarden'}:`];
}

/** What advisers said (Awb 3:8, 3:9): left out when nobody advised. */
export function adviceSections(facts: DecisionFacts): LetterSection[] {
  if (facts.advice.length === 0) return [];
  return [
    {
      name: 'advice',
      heading: 'Welk advies hebben wij gekregen?',
      blocks: [list(facts.advice.map((text) => rich`${sentence(text)}`))],
    },
  ];
}

/** Ceiling, what was left, place in the order and publication (Awb 4:25-4:27). */
export function ceilingSection(facts: CeilingFacts, heading: string): LetterSection {
  const { ceilingCents, leftCents, order } = facts;
  assert(leftCents >= 0 && leftCents <= ceilingCents, 'what is left lies between nothing and the ceiling');
  const lot = order?.drawnByLot
    ? ' Op die dag was meer dan één aanvraag compleet. Daarom hebben wij geloot om de volgorde.'
    : '';
  const place =
    order === null
      ? []
      : [
          order.standing === null
            ? paragraph`Wij behandelen de aanvragen op volgorde van de dag waarop zij compleet zijn. Uw aanvraag was compleet op ${day(order.completeOn)}.${lot} Daarmee stond u op plaats ${order.place}.`
            : paragraph`Wij hebben de aanvragen met elkaar vergeleken. Voor uw aanvraag was dit de uitkomst: ${sentence(order.standing)}${order.drawnByLot ? ' Meer dan één aanvraag kwam even hoog. Daarom hebben wij geloot om de volgorde.' : ''} Daarmee stond u op plaats ${order.place}.`,
        ];
  return {
    name: 'ceiling',
    heading,
    blocks: [
      paragraph`Voor ${facts.scope} is een vast bedrag beschikbaar. Dat heet het subsidieplafond. Toen uw aanvraag aan de beurt was, was dit de stand:`,
      {
        kind: 'table',
        columns: [
          { header: 'Subsidieplafond', align: 'left' },
          { header: 'Bedrag', align: 'right' },
        ],
        rows: [
          {
            cells: [rich`Beschikbaar voor ${facts.scope}`, rich`${formatEuros(ceilingCents)}`],
            total: false,
          },
          {
            cells: [
              rich`Al toegekend of anders niet meer beschikbaar`,
              rich`${formatEuros(cents(leftCents - ceilingCents))}`,
            ],
            total: false,
          },
          { cells: [rich`Over voor uw aanvraag`, rich`${formatEuros(leftCents)}`], total: true },
        ],
      },
      ...place,
      paragraph`De wet zegt dat wij niet meer mogen geven dan het plafond (${facts.article}). Het plafond en de manier van verdelen zijn vooraf bekendgemaakt: ${sentence(facts.publicationReference)}`,
    ],
  };
}
