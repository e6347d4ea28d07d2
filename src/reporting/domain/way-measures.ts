import type { Cents } from '../../kernel/money.ts';
import { fewestCounted } from '../../decisions/domain/availability.ts';

/** What was measured of a step, over all decided applications of a kern that kept one way of working. */
export interface StepMeasure {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  /** How often it was done, and of those how often within its term. */
  readonly done: number;
  readonly inTime: number;
  /** How often its term was over before anybody did it. */
  readonly lapsed: number;
  /** Days from its beginning until it was done. */
  readonly averageDays: number | null;
  readonly medianDays: number | null;
  /** How many people voted or came. */
  readonly people: number;
  /** How many different officials and advisers recorded it. */
  readonly officials: number;
}

/** What was measured of one way of working in one kern. */
export interface WayMeasure {
  readonly kernCode: string;
  readonly kernName: string;
  readonly regulationCode: string;
  /** Null for applications that began where the kern had no way of its own. */
  readonly wayVersionId: string | null;
  readonly wayTitle: string | null;
  readonly wayNumber: number | null;
  readonly applications: number;
  readonly granted: number;
  readonly requestedCents: Cents;
  readonly grantedCents: Cents;
  /** Days from receipt until the decision. */
  readonly averageDays: number;
  /** Of how many decisions is known whether they were in time: sent, with the term kept as it stood then. */
  readonly knownTerms: number;
  /** How many of those were sent within the term (Awb 4:13). */
  readonly decidedInTime: number;
  readonly steps: readonly StepMeasure[];
}

/** What everybody may see of a step: nothing that tells of a few applications. */
export interface PublicStepMeasure {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly inTimePercentage: number | null;
  readonly averageDays: number | null;
  readonly people: number | null;
}

/** What everybody may see of a way of working in a kern. */
export interface PublicWayMeasure {
  readonly kernCode: string;
  readonly kernName: string;
  readonly regulationCode: string;
  readonly wayVersionId: string | null;
  readonly wayTitle: string | null;
  readonly wayNumber: number | null;
  readonly applications: number | null;
  readonly averageDays: number | null;
  readonly knownTerms: number | null;
  readonly decidedInTimePercentage: number | null;
  /** How much of what was asked was granted. */
  readonly grantedPercentage: number | null;
  readonly steps: readonly PublicStepMeasure[];
}

/** A part of a whole, in whole percents; null of nothing. */
export function percentageOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((100 * part) / whole);
}

const isFew = (count: number): boolean => count < fewestCounted;

/** Few, but not nobody: that everybody was in time tells of nobody in particular. */
const isTelling = (count: number): boolean => count > 0 && isFew(count);

function publicStep(step: StepMeasure): PublicStepMeasure {
  const { code, title, kind, done, inTime, lapsed, averageDays, people } = step;
  const asked = done + lapsed;
  const hidesShare = isFew(asked) || isTelling(inTime) || isTelling(asked - inTime);
  return {
    ...{ code, title, kind },
    inTimePercentage: hidesShare ? null : percentageOf(inTime, asked),
    averageDays: isFew(done) ? null : averageDays,
    people: isFew(done) || isTelling(people) ? null : people,
  };
}

/** How many decisions were in time, unless either side, or what is not known of the rest, would tell of a few. */
function publicTerms({
  applications,
  knownTerms,
  decidedInTime,
}: WayMeasure): Pick<PublicWayMeasure, 'knownTerms' | 'decidedInTimePercentage'> {
  const sides = [decidedInTime, knownTerms - decidedInTime, applications - knownTerms];
  if (isFew(knownTerms) || sides.some(isTelling)) return { knownTerms: null, decidedInTimePercentage: null };
  return { knownTerms, decidedInTimePercentage: percentageOf(decidedInTime, knownTerms) };
}

/**
 * What of a measurement everybody may see. Of fewer than five applications nothing is told but that the way is there,
 * and a share is left out when one side of it is fewer than five: in a village everybody would know who that was. How
 * often a step was done is not told, because the difference with the number of applications would be.
 */
export function publicMeasure(measure: WayMeasure): PublicWayMeasure {
  const { kernCode, kernName, regulationCode, wayVersionId, wayTitle, wayNumber } = measure;
  const place = { kernCode, kernName, regulationCode, wayVersionId, wayTitle, wayNumber };
  const { applications, granted, averageDays, requestedCents, grantedCents } = measure;
  if (isFew(applications)) {
    const hidden = { inTimePercentage: null, averageDays: null, people: null };
    const steps = measure.steps.map(({ code, title, kind }) => ({ code, title, kind, ...hidden }));
    const hiddenTerms = { knownTerms: null, decidedInTimePercentage: null };
    return {
      ...place,
      applications: null,
      averageDays: null,
      ...hiddenTerms,
      grantedPercentage: null,
      steps,
    };
  }
  const hidesGrants = isTelling(granted) || isTelling(applications - granted);
  return {
    ...place,
    ...{ applications, averageDays },
    ...publicTerms(measure),
    grantedPercentage: hidesGrants ? null : percentageOf(grantedCents, requestedCents),
    steps: measure.steps.map(publicStep),
  };
}
