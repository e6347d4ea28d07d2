import type { BenchService } from './service/bench-service.ts';

/** One figure with its goal and what it was made of. */
export interface Result {
  readonly value: number;
  readonly goal: number;
  readonly better: 'higher' | 'lower';
  readonly unit: string;
  readonly parts: Readonly<Record<string, number | readonly number[]>>;
}

/** What a measurement works with. */
export interface Surroundings {
  /** The built service on a fresh database, in a process of its own; started by the first who asks, then shared. */
  readonly service: () => Promise<BenchService>;
  /** A directory of this run, removed afterwards. */
  readonly directory: string;
}

/** Something that is measured together: it yields one or more named results. */
export interface Measurement {
  readonly names: readonly string[];
  run(surroundings: Surroundings): Promise<Readonly<Record<string, Result>>>;
}

export function reachesGoal({ value, goal, better }: Result): boolean {
  return better === 'higher' ? value >= goal : value <= goal;
}

/** The middle value, or the mean of the two in the middle. @throws RangeError without values */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('The median of nothing');
  return (upper + lower) / 2;
}

/** Three significant digits, as more would suggest a precision that a measurement does not have. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
