import { bodyOf, type Step } from '../../ways/domain/step-kinds.ts';
import { type Difference, type Verdict, whoIsAsked } from './difference.ts';
import type { History } from './history.ts';
import type { Replay } from './replay.ts';

/** In how many past applications a step would have been asked. */
export interface StepFigures {
  readonly asked: number;
  readonly skipped: number;
  /** Whether somebody would have been asked, follows from something that history does not tell. */
  readonly unknown: number;
  readonly passedBy: number;
  /** Of how many history tells how long the step took. */
  readonly known: number;
}

/** How often somebody was asked, and would have been. */
export interface AskedFigures {
  readonly before: number;
  readonly after: number;
  readonly unknown: number;
}

/**
 * What a way of working would have meant for the past applications of one kern: sums alone, so that as many
 * applications as there are can be added one after the other.
 */
export interface Figures {
  readonly applications: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** By place in the way. */
  readonly steps: readonly StepFigures[];
  /** Days that the steps took or would have taken; `known` counts the applications for which that is exactly known. */
  readonly days: {
    readonly leastTotal: number;
    readonly mostTotal: number;
    readonly longest: number;
    readonly known: number;
  };
  /** Days that the steps really took, where the case had a way of its own. */
  readonly before: { readonly total: number; readonly longest: number; readonly known: number };
  /** By who is asked, as `whoIsAsked` writes it. */
  readonly asked: Readonly<Record<string, AskedFigures>>;
}

const noSteps: StepFigures = { asked: 0, skipped: 0, unknown: 0, passedBy: 0, known: 0 };
const nobody: AskedFigures = { before: 0, after: 0, unknown: 0 };

export function noFigures(steps: readonly Step[]): Figures {
  return {
    applications: 0,
    verdicts: { same: 0, different: 0, unknown: 0 },
    steps: steps.map(() => noSteps),
    days: { leastTotal: 0, mostTotal: 0, longest: 0, known: 0 },
    before: { total: 0, longest: 0, known: 0 },
    asked: {},
  };
}

const counters = {
  asked: 'asked',
  skipped: 'skipped',
  unknown: 'unknown',
  'passed-by': 'passedBy',
} as const satisfies Record<Replay['steps'][number]['state'], keyof StepFigures>;

function withSteps(figures: readonly StepFigures[], { steps }: Replay): StepFigures[] {
  return figures.map((each, place) => {
    const played = steps[place];
    if (played === undefined) return each;
    const counter = counters[played.state];
    const isKnown = played.like?.days != null;
    return { ...each, [counter]: each[counter] + 1, known: each.known + (isKnown ? 1 : 0) };
  });
}

function withAsked(
  figures: Figures['asked'],
  history: History | null,
  { steps }: Replay,
): Record<string, AskedFigures> {
  const asked: Record<string, AskedFigures> = { ...figures };
  const count = (step: Step, counter: keyof AskedFigures) => {
    const who = whoIsAsked(step);
    const known = asked[who] ?? nobody;
    asked[who] = { ...known, [counter]: known[counter] + 1 };
  };
  for (const { step } of history?.asked ?? []) count(step, 'before');
  for (const { step, state } of steps) {
    if (state === 'asked') count(step, 'after');
    if (state === 'unknown') count(step, 'unknown');
  }
  return asked;
}

/** The figures with one past application more. */
export function withCase(
  figures: Figures,
  history: History | null,
  played: Replay,
  { verdict }: Difference,
): Figures {
  const { applications, verdicts, steps, days, before, asked } = figures;
  const { least, most } = played.days;
  return {
    applications: applications + 1,
    verdicts: { ...verdicts, [verdict]: verdicts[verdict] + 1 },
    steps: withSteps(steps, played),
    days: {
      leastTotal: days.leastTotal + least,
      mostTotal: days.mostTotal + most,
      longest: Math.max(days.longest, most),
      known: days.known + (least === most ? 1 : 0),
    },
    before:
      history === null
        ? before
        : {
            total: before.total + history.days,
            longest: Math.max(before.longest, history.days),
            known: before.known + 1,
          },
    asked: withAsked(asked, history, played),
  };
}

/** The codes of bodies that figures speak of. */
export function bodiesIn(steps: readonly Step[]): string[] {
  return [...new Set(steps.flatMap((step) => bodyOf(step) ?? []))];
}
