import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { StepOutcome } from '../../src/ways/domain/conditions.ts';
import type { Step } from '../../src/ways/domain/step-kinds.ts';

/** Findings that fit the form of a step and come down to an outcome, as far as that kind of step can have it. */
export function findingsFor(step: Step, wish: StepOutcome, on: CalendarDate): object {
  const inFavour = { positive: 10, negative: 0, none: 5 }[wish];
  const outcome = wish === 'negative' ? 'negative' : 'positive';
  switch (step.kind) {
    case 'check':
      return { outcome, findings: 'Bekeken.' };
    case 'visit':
      return { visitedOn: on, findings: 'Bezocht.' };
    case 'conversation':
      return { heldOn: on, findings: 'Besproken.' };
    case 'advice':
      return { outcome: wish, reason: 'Dat vinden wij.' };
    case 'meeting':
      return { heldOn: on, present: 10, inFavour, against: 10 - inFavour, findings: 'Besproken.' };
    case 'vote':
      return { closedOn: on, voters: 10, inFavour, against: 10 - inFavour };
    case 'scoring':
      return {
        points: step.criteria.map(({ code: criterion, maximumPoints }) => ({
          criterion,
          points: wish === 'positive' ? maximumPoints : 0,
        })),
        reason: 'Dat vinden wij.',
      };
    case 'proposal':
      return { outcome, reason: 'Daarom.' };
  }
}
