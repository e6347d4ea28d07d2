import {
  type Cents,
  cents,
  formatEuros,
  highestAmountCents,
  smallestCents,
  zeroCents,
} from '../../../kernel/money.ts';
import { formatPercentage, sentences } from '../dutch-text.ts';
import {
  type ApplicationFacts,
  type ComputedFinding,
  fact,
  found,
  type OwnContribution,
} from '../finding.ts';
import { basisPoints, shareAtLeast } from '../share.ts';
import {
  choice,
  count,
  type Data,
  flag,
  money,
  optional,
  percentage,
  record,
  tag,
  text,
  variants,
} from '../schema/vocabulary.ts';

const counting = {
  hours: optional(
    record(
      {
        rateCents: money('Waarde van een uur.'),
        maximumHours: optional(count('Hoogste aantal uren dat meetelt.', 1, 100_000)),
        maximumPercentage: optional(
          percentage('Hoogste deel van de eigen bijdrage dat uren mogen zijn, in procenten.'),
        ),
      },
      'Of uren van vrijwilligers meetellen, en voor hoeveel.',
    ),
  ),
  inKind: flag('Of spullen en diensten meetellen.'),
  whenShort: choice(['reduce', 'refuse'], 'Wie minder inbrengt: krijgt minder, of krijgt niets.'),
};

/** What applicants must bring in themselves. */
export const ownShareSchema = variants(
  'kind',
  'De eigen bijdrage.',
  record({ kind: tag('none', 'Geen eigen bijdrage.') }),
  record({
    kind: tag('expected', 'Een eigen bijdrage helpt, en mensen beoordelen die.'),
    explanation: text('Wat wordt verwacht.'),
  }),
  record({
    kind: tag('percentage', 'Een deel van de kosten.'),
    percentage: percentage('Het deel, in procenten.'),
    ...counting,
  }),
  record({ kind: tag('amount', 'Een vast bedrag.'), amountCents: money('Het bedrag.'), ...counting }),
);

export type OwnShare = Data<typeof ownShareSchema>;
export type DemandedShare = Extract<OwnShare, { kind: 'percentage' | 'amount' }>;

function countingSentences({ hours, inKind, whenShort }: DemandedShare): string[] {
  return sentences(
    hours === undefined
      ? 'Uren van vrijwilligers tellen niet mee.'
      : `Uren van vrijwilligers tellen mee voor ${formatEuros(hours.rateCents)} per uur.`,
    hours?.maximumHours && `Hoogstens ${hours.maximumHours} uren tellen mee.`,
    hours?.maximumPercentage &&
      `Uren zijn hoogstens ${formatPercentage(hours.maximumPercentage)} van de eigen bijdrage.`,
    inKind ? 'Spullen en diensten tellen mee.' : 'Spullen en diensten tellen niet mee.',
    whenShort === 'reduce'
      ? 'Wie minder inbrengt, krijgt een lagere bijdrage.'
      : 'Wie minder inbrengt, krijgt geen bijdrage.',
  );
}

export function ownShareSentences(share: OwnShare): string[] {
  switch (share.kind) {
    case 'none':
      return ['Een eigen bijdrage is niet nodig.'];
    case 'expected':
      return [`Een eigen bijdrage helpt bij de beoordeling: ${share.explanation}.`];
    case 'percentage':
      return [
        `De aanvrager betaalt minstens ${formatPercentage(share.percentage)} van de kosten zelf.`,
        ...countingSentences(share),
      ];
    case 'amount':
      return [
        `De aanvrager brengt minstens ${formatEuros(share.amountCents)} zelf in.`,
        ...countingSentences(share),
      ];
  }
}

/** What hours and things are worth under the regulation. */
export function valuedContribution(
  share: DemandedShare,
  own: OwnContribution | undefined,
  payableCents: Cents,
): { hoursCents: Cents; inKindCents: Cents } {
  if (own === undefined) return { hoursCents: zeroCents, inKindCents: zeroCents };
  const { hours, inKind } = share;
  const inKindCents = inKind ? own.inKindCents : zeroCents;
  const counted = hours === undefined ? 0 : Math.min(own.hours, hours.maximumHours ?? own.hours);
  const worthCents = cents(Math.floor(counted * (hours?.rateCents ?? 0)));
  const most = hours?.maximumPercentage;
  if (most === undefined) return { hoursCents: worthCents, inKindCents };
  const demanded = demandedCents(share, cents(payableCents + inKindCents));
  return { hoursCents: smallestCents(worthCents, mostHours(share, demanded, most)), inKindCents };
}

/**
 * What hours may be worth at most: a share of what is demanded. Where that is a percentage of a whole in which the
 * hours count, one more euro of hours demands a little more, so the share is solved for instead of computed once.
 */
function mostHours(share: DemandedShare, demandedWithoutHours: Cents, most: number): Cents {
  const part = basisPoints(most) / 10_000;
  const growth = share.kind === 'percentage' ? basisPoints(share.percentage) / 10_000 : 0;
  return part * growth < 1
    ? cents(Math.floor((demandedWithoutHours * part) / (1 - part * growth)))
    : cents(highestAmountCents);
}

/** @param totalCents the costs that count, with what hours and things are worth */
export function demandedCents(share: DemandedShare, totalCents: Cents): Cents {
  return share.kind === 'amount' ? share.amountCents : shareAtLeast(totalCents, share.percentage);
}

const criterion = {
  code: 'own-share',
  statement: 'De eigen bijdrage is groot genoeg.',
  basis: 'de eigen bijdrage die de regeling vraagt',
};

/** @param acceptedCents the costs that count, or null when the estimate is not known */
export function findOwnShare(
  share: OwnShare,
  { own }: ApplicationFacts,
  acceptedCents: Cents | null,
): ComputedFinding[] {
  if (share.kind === 'none') return [];
  if (share.kind === 'expected') {
    return [found(criterion, 'needs-judgement', `Een medewerker beoordeelt: ${share.explanation}.`)];
  }
  if (share.whenShort === 'reduce') return [];
  if (own === undefined || acceptedCents === null) {
    return [found(criterion, 'needs-judgement', 'Nog niet bekend: wat de aanvrager zelf inbrengt.')];
  }
  const { hoursCents, inKindCents } = valuedContribution(share, own, acceptedCents);
  const demanded = demandedCents(share, cents(acceptedCents + hoursCents + inKindCents));
  const broughtIn = cents(own.moneyCents + hoursCents + inKindCents);
  const enough = broughtIn >= demanded;
  const computation = `${formatEuros(own.moneyCents)} + ${formatEuros(hoursCents)} + ${formatEuros(inKindCents)} = ${formatEuros(broughtIn)}; nodig ${formatEuros(demanded)}`;
  const sentence = `De aanvrager brengt ${formatEuros(broughtIn)} in; nodig is ${formatEuros(demanded)}.`;
  const facts = [
    fact('eigen geld', formatEuros(own.moneyCents)),
    fact('uren', own.hours),
    fact('spullen en diensten', formatEuros(own.inKindCents)),
  ];
  return [found(criterion, enough ? 'met' : 'not-met', sentence, facts, computation)];
}
