import { emptyPlan, type RunRule } from './run.ts';
import { runProblem } from './run.problems.ts';

/** The mirror of entries that were booked in error. */
export const correction: RunRule = {
  needs: ['entryIds', 'reason'],
  may: [],
  plan: ({ entries }) => {
    if (entries.some(({ movement }) => movement.startsWith('transfer-'))) {
      throw runProblem(
        'correct-by-counter-run',
        'Een overheveling heeft twee kanten. Draai de hele mutatie terug, dan kloppen beide kernen.',
      );
    }
    return { ...emptyPlan, mirrors: entries };
  },
};

/** The mirror of everything that one confirmed run booked. */
export const counterRun: RunRule = {
  needs: ['runId', 'reason'],
  may: [],
  plan: ({ entries }) => ({ ...emptyPlan, mirrors: entries }),
};
