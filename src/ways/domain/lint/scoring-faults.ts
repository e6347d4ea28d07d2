import { repeatedCodes } from '../../../regulations/domain/contradiction.ts';
import type { Step } from '../step-kinds.ts';
import { fault, type WayFault } from '../way-fault.ts';

/** Faults of points: each is for something of its own, and so many can be had as are needed. */
export function scoringFaults(steps: readonly Step[]): WayFault[] {
  return steps.flatMap((step, place) => {
    if (step.kind !== 'scoring') return [];
    const { criteria, thresholdPoints } = step;
    const codes = criteria.map(({ code }) => code);
    const twice = repeatedCodes(`/steps/${place}/criteria`, codes).map((each) => ({
      ...each,
      article: null,
    }));
    const most = criteria.reduce((sum, { maximumPoints }) => sum + maximumPoints, 0);
    if (thresholdPoints === undefined || thresholdPoints <= most) return twice;
    return [
      ...twice,
      fault(
        `/steps/${place}/thresholdPoints`,
        'threshold-unreachable',
        `Bij "${step.title}" zijn hoogstens ${most} punten te halen, en er zijn er ${thresholdPoints} nodig.`,
        `Kies hoogstens ${most}.`,
      ),
    ];
  });
}
