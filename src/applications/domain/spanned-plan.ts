import type { Cents } from '../../kernel/money.ts';
import { divideOverKernen } from '../../regulations/domain/spanning.ts';

/** What one kern pays of a plan for several kernen: an application of its own, under the ceiling of that kern. */
export interface SpannedKern {
  readonly kernCode: string;
  /** How much the kern counts for by the key of the regulation. */
  readonly weight: number;
  /** What is asked of this kern; together the parts are what is asked for the plan. */
  readonly requestedCents: Cents;
  /** The application of this kern; that of another kern is there from the day of submission. */
  readonly applicationId: string;
}

/** A plan for several kernen. Each of its applications knows all of them. */
export interface SpannedPlan {
  /** What is asked for the whole plan. */
  readonly requestedCents: Cents;
  readonly kernen: readonly SpannedKern[];
}

/** How much a kern counts for. */
export interface KernWeight {
  readonly kernCode: string;
  readonly weight: number;
}

/**
 * Divides what is asked over the kernen of a plan.
 * @param weights at least one of them above zero
 * @param idOf the application of a kern
 */
export function spannedPlan(
  requestedCents: Cents,
  weights: readonly KernWeight[],
  idOf: (kernCode: string) => string,
): SpannedPlan {
  const parts = divideOverKernen(
    requestedCents,
    weights.map((kern) => ({ ...kern, availableCents: null })),
  );
  const weightOf = new Map(weights.map(({ kernCode, weight }) => [kernCode, weight]));
  return {
    requestedCents,
    kernen: parts.map(({ kernCode, amountCents }) => ({
      kernCode,
      weight: weightOf.get(kernCode) ?? 0,
      requestedCents: amountCents,
      applicationId: idOf(kernCode),
    })),
  };
}

/** The parts of the other kernen. */
export function otherParts({ kernen }: SpannedPlan, applicationId: string): readonly SpannedKern[] {
  return kernen.filter((part) => part.applicationId !== applicationId);
}
