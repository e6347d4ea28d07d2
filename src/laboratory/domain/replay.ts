import {
  type Condition,
  conditionHolds,
  type StepOutcome,
  type WayFacts,
} from '../../ways/domain/conditions.ts';
import type { Step } from '../../ways/domain/step-kinds.ts';
import { followersOf } from '../../ways/domain/step-order.ts';
import { type Days, expectedOf, matched } from './expected-step.ts';
import type { HistoricStep } from './history.ts';

/** What the laboratory knows of a past application. */
export interface PastFacts {
  readonly facts: WayFacts;
  /** Whether part of the facts was destroyed, so that nobody knows what the application told. */
  readonly areGone: boolean;
  /** What was asked of whom; empty where the case had no way of its own. */
  readonly asked: readonly HistoricStep[];
}

/** A step of a way through which a past application is played. */
export interface ReplayedStep {
  readonly step: Step;
  /** Whether somebody would have been asked; `unknown` where that follows from something history does not tell. */
  readonly state: 'asked' | 'skipped' | 'unknown' | 'passed-by';
  /** How long it would have taken; null where nobody would have been asked. */
  readonly days: Days | null;
  /** What would have come of it; null where history does not tell. */
  readonly outcome: StepOutcome | null;
  /** Done because the application does not tell whether it may be skipped. */
  readonly isUncertain: boolean;
  /** The step of the past from which this is known. */
  readonly like: HistoricStep | null;
}

export interface Replay {
  readonly steps: readonly ReplayedStep[];
  /** How long all steps together would have taken. */
  readonly days: Days;
}

type Need = 'needed' | 'uncertain' | 'unknown' | 'skipped';

/** What is known before a step: outcomes of earlier steps, and of which steps the outcome is not known. */
interface Known {
  readonly outcomes: Map<string, StepOutcome>;
  readonly unknown: Set<string>;
}

function needOf(step: Step, { facts, areGone }: PastFacts, { outcomes, unknown }: Known): Need {
  const conditions: readonly Condition[] = 'when' in step ? (step.when ?? []) : [];
  const held = conditions.map((condition) => {
    if (condition.fact === 'step-outcome' && unknown.has(condition.step)) return 'unknown';
    const holds = conditionHolds(condition, facts, outcomes);
    // An application that does not tell is asked about; what was destroyed it may have told.
    return holds ?? (areGone ? 'unknown' : 'uncertain');
  });
  if (held.includes(false)) return 'skipped';
  if (held.includes('unknown')) return 'unknown';
  return held.includes('uncertain') ? 'uncertain' : 'needed';
}

/** After how many days a step can begin, over all ways in which the case can come there. */
type Arrivals = Map<number, Days>;

function arrive(arrivals: Arrivals, place: number | null, { least, most }: Days): void {
  if (place === null) return;
  const known = arrivals.get(place);
  arrivals.set(place, {
    least: Math.min(least, known?.least ?? least),
    most: Math.max(most, known?.most ?? most),
  });
}

/**
 * Plays a past application through steps that lead forward. What history tells of the same step for the same body
 * is taken over: how long it took, and what was found, judged by the step as it is written now. What history does not
 * tell stays unknown: then a step takes anything up to its whole term, and whatever can follow is followed.
 */
export function replay(steps: readonly Step[], past: PastFacts): Replay {
  const like = matched(steps, past.asked);
  const known: Known = { outcomes: new Map(), unknown: new Set() };
  const arrivals: Arrivals = new Map(steps.length > 0 ? [[0, { least: 0, most: 0 }]] : []);
  const ends: Arrivals = new Map();
  // The furthest place to which an earlier step can lead, the end included: a step before it may be passed by.
  let furthest = 0;
  const replayed = steps.map((step, place): ReplayedStep => {
    const from = arrivals.get(place);
    const none = { days: null, outcome: null, isUncertain: false, like: null } as const;
    if (from === undefined) return { step, state: 'passed-by', ...none };
    const isCertain = furthest <= place;
    const { onward, negative } = followersOf(steps, place);
    const need = needOf(step, past, known);
    if (need === 'skipped') {
      arrive(arrivals, onward, from);
      furthest = Math.max(furthest, onward ?? steps.length);
      return { step, state: 'skipped', ...none };
    }
    const { days, outcome } = expectedOf(step, like.get(place) ?? null);
    const isAsked = isCertain && need !== 'unknown';
    if (outcome === null || !isAsked) known.unknown.add(step.code);
    else known.outcomes.set(step.code, outcome);
    const least = from.least + (need === 'unknown' ? 0 : days.least);
    const until = { least, most: from.most + days.most };
    const followers = [
      ...(outcome === 'negative' && need !== 'unknown' ? [] : [onward]),
      ...(outcome === 'negative' || outcome === null ? [negative ?? onward] : []),
    ];
    for (const follower of followers) {
      arrive(arrivals, follower, until);
      furthest = Math.max(furthest, follower ?? steps.length);
    }
    if (followers.every((follower) => follower === null)) arrive(ends, 0, until);
    const state = isAsked ? 'asked' : 'unknown';
    const isUncertain = need === 'uncertain';
    return { step, state, days, outcome, isUncertain, like: like.get(place) ?? null };
  });
  return { steps: replayed, days: ends.get(0) ?? { least: 0, most: 0 } };
}
