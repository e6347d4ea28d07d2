import { type Cents, formatEuros } from '../../kernel/money.ts';
import { type ApplicantKind, applicantKinds } from '../../regulations/domain/applicant-kind.ts';
import { joined } from '../../regulations/domain/dutch-text.ts';
import {
  choice,
  code,
  count,
  type Data,
  list,
  money,
  record,
  tag,
  variants,
} from '../../regulations/domain/schema/vocabulary.ts';

export const stepOutcomes = ['positive', 'negative', 'none'] as const;

/** What came of a step: for the plan, against it, or neither. */
export type StepOutcome = (typeof stepOutcomes)[number];

/** On which facts of an application a step depends; all conditions of a step must hold, else it is skipped. */
export const conditionSchema = variants(
  'fact',
  'Een voorwaarde.',
  record({
    fact: tag('requested-at-least', 'Het gevraagde bedrag is minstens zo hoog.'),
    amountCents: money('Vanaf welk bedrag.'),
  }),
  record({
    fact: tag('requested-below', 'Het gevraagde bedrag is lager.'),
    amountCents: money('Onder welk bedrag.'),
  }),
  record({
    fact: tag('applicant-kind', 'Wat voor aanvrager het is.'),
    kinds: list(choice(applicantKinds, 'Soort aanvrager.'), 'De soorten.', { uniqueItems: true }),
  }),
  record({
    fact: tag('supporters-fewer-than', 'Er zijn minder mensen die het plan steunen.'),
    count: count('Minder dan zoveel.', 1, 100_000),
  }),
  record({
    fact: tag(
      'activity-within-days',
      'De activiteit begint binnen zoveel dagen na de start van de werkwijze.',
    ),
    days: count('Hoeveel dagen.', 1, 366),
  }),
  record({
    fact: tag('step-outcome', 'De uitkomst van een eerdere stap.'),
    step: code('Code van de eerdere stap.'),
    outcome: choice(stepOutcomes, 'De uitkomst.'),
  }),
);

export type Condition = Data<typeof conditionSchema>;

/** What conditions may ask of an application. What is not known is left out. */
export interface WayFacts {
  readonly requestedCents?: Cents | undefined;
  readonly applicantKind?: ApplicantKind | undefined;
  readonly supporters?: number | undefined;
  /** Days from the start of the way until the activity. */
  readonly daysToActivity?: number | undefined;
}

const kindTexts = {
  resident: 'een inwoner',
  'non-resident': 'iemand die er niet woont',
  collective: 'een groep inwoners',
  organisation: 'een organisatie',
  company: 'een bedrijf',
} as const satisfies Record<ApplicantKind, string>;

const outcomeTexts = { positive: 'positief', negative: 'negatief', none: 'zonder oordeel' } as const;

export function conditionText(condition: Condition, titleOf: (step: string) => string): string {
  switch (condition.fact) {
    case 'requested-at-least':
      return `er minstens ${formatEuros(condition.amountCents)} is gevraagd`;
    case 'requested-below':
      return `er minder dan ${formatEuros(condition.amountCents)} is gevraagd`;
    case 'applicant-kind':
      return `de aanvrager ${joined(
        condition.kinds.map((kind) => kindTexts[kind]),
        'of',
      )} is`;
    case 'supporters-fewer-than':
      return `minder dan ${condition.count} mensen het plan steunen`;
    case 'activity-within-days':
      return `de activiteit binnen ${condition.days} dagen begint`;
    case 'step-outcome':
      return `"${titleOf(condition.step)}" ${outcomeTexts[condition.outcome]} was`;
  }
}

function known<Value>(value: Value | undefined, test: (value: Value) => boolean): boolean | null {
  return value === undefined ? null : test(value);
}

/** Whether a condition holds; null when nobody knows, because the application does not tell. */
export function conditionHolds(
  condition: Condition,
  facts: WayFacts,
  outcomes: ReadonlyMap<string, StepOutcome>,
): boolean | null {
  switch (condition.fact) {
    case 'requested-at-least':
      return known(facts.requestedCents, (cents) => cents >= condition.amountCents);
    case 'requested-below':
      return known(facts.requestedCents, (cents) => cents < condition.amountCents);
    case 'applicant-kind':
      return known(facts.applicantKind, (kind) => condition.kinds.includes(kind));
    case 'supporters-fewer-than':
      return known(facts.supporters, (count) => count < condition.count);
    case 'activity-within-days':
      return known(facts.daysToActivity, (days) => days <= condition.days);
    case 'step-outcome':
      // A step that was skipped or lapsed has no outcome.
      return (outcomes.get(condition.step) ?? 'none') === condition.outcome;
  }
}
