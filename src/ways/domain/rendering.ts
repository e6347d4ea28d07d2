import { counted, joined, sentences } from '../../regulations/domain/dutch-text.ts';
import { type Condition, conditionText } from './conditions.ts';
import { negativeTargetOf, rulesOf, type Step } from './step-kinds.ts';
import { termSentence } from './step-parts.ts';
import type { BodyName } from './steps/step-rules.ts';
import type { WayDocument } from './way-document.ts';

export interface RenderedStep {
  readonly code: string;
  /** Number, kind and title, such as "2. Advies: de dorpsraad". */
  readonly heading: string;
  readonly sentences: readonly string[];
}

export interface RenderedWay {
  readonly title: string;
  readonly introduction: readonly string[];
  readonly steps: readonly RenderedStep[];
}

const starts = {
  receipt: 'De eerste stap begint op de dag waarop wij de aanvraag krijgen.',
  completeness: 'De eerste stap begint op de dag waarop de aanvraag compleet is.',
  'window-close': 'De eerste stap begint op de dag nadat de aanvraagperiode is gesloten.',
} as const satisfies Record<WayDocument['startsAt'], string>;

/** Names by code: of steps in a document. */
export function titlesOf(steps: readonly Step[]): BodyName {
  const titles = new Map(steps.map(({ code, title }) => [code, title]));
  return (code) => titles.get(code) ?? code;
}

/** "Alleen als …" for the conditions of a step. */
export function conditionSentence(step: Step, titleOf: BodyName): string | undefined {
  const conditions: readonly Condition[] = 'when' in step ? (step.when ?? []) : [];
  if (conditions.length === 0) return undefined;
  return `Alleen als ${joined(conditions.map((each) => conditionText(each, titleOf)))}; anders slaan wij de stap over.`;
}

function followerSentences(step: Step, titleOf: BodyName): string[] {
  const negative = negativeTargetOf(step);
  return sentences(
    'then' in step && step.then !== undefined && `Daarna komt "${titleOf(step.then)}".`,
    negative !== undefined && `Na een negatieve uitkomst komt "${titleOf(negative)}".`,
  );
}

/**
 * The way of working in plain Dutch, for a village meeting: changing any field of the document changes this text.
 * @param bodyName gives the name of a body by its code, in the kern that reads it
 */
export function renderWay(document: WayDocument, bodyName: BodyName): RenderedWay {
  const titleOf = titlesOf(document.steps);
  return {
    title: document.title,
    introduction: [
      `Zo werken de kernen met code ${joined(document.kernCodes)} aan aanvragen voor de regeling ${document.regulationCode}.`,
      starts[document.startsAt],
      `Na de laatste stap ${document.decisionDays === 1 ? 'is' : 'zijn'} er nog ${counted(document.decisionDays, 'dag', 'dagen')} om te beslissen en de brief te sturen.`,
    ],
    steps: document.steps.map((step, place) => {
      const { kindName } = rulesOf(step.kind);
      return {
        code: step.code,
        heading: `${place + 1}. ${step.title} (${kindName}, code ${step.code})`,
        sentences: [
          ...rulesOf(step.kind).sentences(step, bodyName),
          ...sentences(conditionSentence(step, titleOf)),
          termSentence(step.termDays, step.whenLate),
          ...followerSentences(step, titleOf),
        ],
      };
    }),
  };
}

/** The whole way as one text in Markdown. */
export function renderWayText(document: WayDocument, bodyName: BodyName): string {
  const { title, introduction, steps } = renderWay(document, bodyName);
  const parts = steps.map(({ heading, sentences: said }) => `## ${heading}\n\n${said.join('\n')}\n`);
  return [`# ${title}\n\n${introduction.join('\n')}\n`, ...parts].join('\n');
}
