import { bodyOf, type Step } from '../../ways/domain/step-kinds.ts';
import type { HistoricStep, History } from './history.ts';
import type { Replay, ReplayedStep } from './replay.ts';

export const verdicts = ['same', 'different', 'unknown'] as const;

/** Whether the same people would have been asked the same. */
export type Verdict = (typeof verdicts)[number];

/** What would have differed. */
export interface Difference {
  readonly verdict: Verdict;
  /** Steps that would have been asked, and were not. */
  readonly added: readonly ReplayedStep[];
  /** Steps that were asked, and would not have been. */
  readonly dropped: readonly HistoricStep[];
}

/**
 * What would have differed from how a case really went.
 * @param history null where the case had no way of its own: then nobody knows
 */
export function differenceOf(history: History | null, { steps }: Replay): Difference {
  if (history === null) return { verdict: 'unknown', added: [], dropped: [] };
  const added = steps.filter(({ state, like }) => state === 'asked' && like === null);
  const kept = new Set(
    steps.flatMap(({ state, like }) => (state === 'asked' || state === 'unknown' ? [like] : [])),
  );
  const dropped = history.asked.filter((past) => !kept.has(past));
  if (added.length > 0 || dropped.length > 0) return { verdict: 'different', added, dropped };
  return { verdict: steps.some(({ state }) => state === 'unknown') ? 'unknown' : 'same', added, dropped };
}

/** Who is asked in a step: the body that does it, else the official, such as `body:dorpsraad` or `role:assessor`. */
export function whoIsAsked(step: Step): string {
  const body = bodyOf(step);
  return body === null ? `role:${step.by}` : `body:${body}`;
}
