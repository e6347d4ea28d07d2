import { negativeTargetOf, type Step } from './step-kinds.ts';

/** What comes after a step, by place in the list; null where there is nothing, or no step of that code. */
export interface Followers {
  readonly onward: number | null;
  /** After a negative outcome, where that differs. */
  readonly negative: number | null;
}

function placeOf(steps: readonly Step[], code: string): number | null {
  const place = steps.findIndex((step) => step.code === code);
  return place === -1 ? null : place;
}

/** What comes after the step at a place; nothing comes after a proposal. */
export function followersOf(steps: readonly Step[], place: number): Followers {
  const step = steps[place];
  if (step === undefined || step.kind === 'proposal') return { onward: null, negative: null };
  const next = place + 1 < steps.length ? place + 1 : null;
  const onward = step.then === undefined ? next : placeOf(steps, step.then);
  const negativeCode = negativeTargetOf(step);
  return { onward, negative: negativeCode === undefined ? null : placeOf(steps, negativeCode) };
}

/** The places that can follow, each once. */
export function nextPlaces(steps: readonly Step[], place: number): number[] {
  const { onward, negative } = followersOf(steps, place);
  return [...new Set([onward, negative].filter((each): each is number => each !== null))];
}

/** The places that can be reached from the first step. */
export function reachablePlaces(steps: readonly Step[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const waiting = steps.length > 0 ? [0] : [];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (reached.has(place)) continue;
    reached.add(place);
    waiting.push(...nextPlaces(steps, place));
  }
  return reached;
}

/** Whether every step leads on to a later one, so that no order of steps can go round. */
export function runsForward(steps: readonly Step[]): boolean {
  return steps.every((_step, place) => nextPlaces(steps, place).every((next) => next > place));
}

/** What follows a step that lapses begins on the day after its last. */
function longestOf(step: Step | undefined): number {
  if (step === undefined) return 0;
  return step.termDays + (step.whenLate.kind === 'continue' ? 1 : 0);
}

/**
 * The longest that the steps can take when each takes its whole term, in days, with the places on that way.
 * Only for steps that run forward.
 */
export function longestWay(steps: readonly Step[]): {
  readonly days: number;
  readonly places: readonly number[];
} {
  const longest: { days: number; places: readonly number[] }[] = [];
  for (let place = steps.length - 1; place >= 0; place -= 1) {
    const after = nextPlaces(steps, place)
      .map((next) => longest[next] ?? { days: 0, places: [] })
      .reduce((most, each) => (each.days > most.days ? each : most), {
        days: 0,
        places: [] as readonly number[],
      });
    longest[place] = { days: longestOf(steps[place]) + after.days, places: [place, ...after.places] };
  }
  return longest[0] ?? { days: 0, places: [] };
}
