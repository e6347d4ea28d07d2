import { formatEuros } from '../../../kernel/money.ts';
import type { ApplicantKind } from '../applicant-kind.ts';
import { applicantKinds } from '../applicant-kind.ts';
import { joined, sentences } from '../dutch-text.ts';
import { roundingSchema, roundingSentence } from '../rounding.ts';
import {
  choice,
  code,
  type Data,
  flag,
  list,
  money,
  optional,
  record,
  tag,
  text,
  variants,
} from '../schema/vocabulary.ts';
import { calculationSchema, calculationSentences } from './calculation.ts';

const bounds = {
  calculation: calculationSchema,
  minimumCents: optional(money('Minder dan dit wordt niet gegeven.')),
  maximumCents: optional(money('Het hoogste bedrag van één aanvraag.')),
};

/** A deviating computation for some applications; the first track that fits is taken. */
const trackSchema = record({
  code: code('Korte naam van het spoor.'),
  label: text('Naam van het spoor.', 120),
  when: variants(
    'kind',
    'Voor welke aanvragen.',
    record({ kind: tag('activity', 'Wie deze soort activiteit opgeeft: de code van het spoor.') }),
    record({
      kind: tag('requested-up-to', 'Wie hoogstens dit bedrag vraagt.'),
      amountCents: money('Het gevraagde bedrag.'),
    }),
    record({
      kind: tag('kernen', 'Wie voor een van deze kernen aanvraagt.'),
      kernCodes: list(code('Code van een kern.'), 'De kernen.', { uniqueItems: true, maxItems: 500 }),
    }),
    record({
      kind: tag('applicant', 'Deze soorten aanvragers.'),
      kinds: list(choice(applicantKinds, 'Soort aanvrager.'), 'De soorten.', {
        uniqueItems: true,
        maxItems: 5,
      }),
    }),
  ),
  ...bounds,
});

/** How the amount of one grant follows from what is asked. */
export const amountSchema = record({
  kind: choice(
    ['fixed', 'actual-costs'],
    'Een vast bedrag, dat bij goedkopere uitvoering niet daalt (Awb 4:46), of de werkelijke kosten met een maximum.',
  ),
  ...bounds,
  tracks: optional(list(trackSchema, 'Sporen met een eigen berekening.', { maxItems: 20 })),
  otherFunders: choice(
    ['ignored', 'deducted', 'not-above-costs', 'not-allowed'],
    'Geld van anderen: telt niet, gaat van de kosten af, mag samen met de bijdrage niet meer zijn dan de kosten, of mag niet.',
  ),
  rounding: optional(roundingSchema),
  mayBeLower: optional(flag('Of het college minder mag geven dan de berekening.')),
  inKind: optional(text('Hulp in natura die ook of in plaats van geld kan.', 300)),
});

export type Amount = Data<typeof amountSchema>;
export type AmountTrack = NonNullable<Amount['tracks']>[number];
export type AmountBounds = Pick<Amount, 'calculation' | 'minimumCents' | 'maximumCents'>;

const applicantTexts = {
  resident: 'inwoners',
  'non-resident': 'mensen die er niet wonen',
  collective: 'bewonerscollectieven',
  organisation: 'organisaties',
  company: 'bedrijven',
} as const satisfies Record<ApplicantKind, string>;

function whenText(when: AmountTrack['when']): string {
  switch (when.kind) {
    case 'activity':
      return 'wie deze soort activiteit opgeeft';
    case 'requested-up-to':
      return `wie hoogstens ${formatEuros(when.amountCents)} vraagt`;
    case 'kernen':
      return `wie aanvraagt voor de kernen met code ${joined(when.kernCodes)}`;
    case 'applicant':
      return when.kinds.map((kind) => applicantTexts[kind]).join(', ');
  }
}

function boundsSentences({ calculation, minimumCents, maximumCents }: AmountBounds): string[] {
  return [
    ...calculationSentences(calculation),
    maximumCents === undefined
      ? 'Er is geen maximum per aanvraag; alleen het plafond telt.'
      : `Per aanvraag is het maximum ${formatEuros(maximumCents)}.`,
    ...(minimumCents === undefined ? [] : [`Minder dan ${formatEuros(minimumCents)} geven wij niet.`]),
  ];
}

const otherFunderSentences = {
  ignored: 'Geld van anderen verandert de bijdrage niet.',
  deducted: 'Geld van anderen gaat van de kosten af.',
  'not-above-costs': 'De bijdrage en het geld van anderen zijn samen niet meer dan de kosten.',
  'not-allowed': 'Wie voor hetzelfde plan geld van anderen krijgt, krijgt geen bijdrage.',
} as const satisfies Record<Amount['otherFunders'], string>;

export function amountSentences(amount: Amount): string[] {
  const { kind, tracks = [], rounding, mayBeLower, inKind } = amount;
  return sentences(
    kind === 'fixed'
      ? 'De bijdrage is een vast bedrag: kost het plan later minder, dan daalt de bijdrage niet (Awb 4:46).'
      : 'De bijdrage volgt de werkelijke kosten, tot hoogstens het bedrag dat is verleend.',
    ...boundsSentences(amount),
    ...tracks.map(
      (track) =>
        `"${track.label}" (code ${track.code}) heeft een eigen berekening, voor ${whenText(track.when)}. ${boundsSentences(track).join(' ')}`,
    ),
    otherFunderSentences[amount.otherFunders],
    rounding && roundingSentence(rounding),
    mayBeLower !== undefined &&
      (mayBeLower
        ? 'Wij mogen minder geven dan deze berekening.'
        : 'Wij geven niet minder dan deze berekening.'),
    inKind && `Hulp in natura kan ook: ${inKind}.`,
  );
}
