import type { InputFault } from '../../kernel/domain-error.ts';
import type { Distribution } from '../../regulations/domain/groups/distribution.ts';
import { faultIn } from './rounds.problems.ts';

export type Tender = Extract<Distribution, { kind: 'tender' }>;

/** Points for one criterion. */
export interface GivenPoints {
  readonly criterionCode: string;
  readonly points: number;
}

/** The points that one assessor gave, by code of the criterion. */
export type Sheet = Readonly<Record<string, number>>;

/** Everything that is wrong with a sheet: a criterion unknown, named twice or missing, points out of range. */
export function scoreFaults(
  { criteria }: Pick<Tender, 'criteria'>,
  given: readonly GivenPoints[],
): InputFault[] {
  const known = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  const seen = new Set<string>();
  const faults: InputFault[] = [];
  given.forEach(({ criterionCode, points }, index) => {
    const at = `/scores/${index}`;
    const criterion = known.get(criterionCode);
    if (criterion === undefined) {
      faults.push(
        faultIn(`${at}/criterionCode`, 'criterion-unknown', 'Dit criterium staat niet in de regeling.'),
      );
    } else if (points > criterion.maximumPoints) {
      const detail = `Voor "${criterion.label}" zijn er hoogstens ${criterion.maximumPoints} punten.`;
      faults.push(faultIn(`${at}/points`, 'too-many-points', detail));
    }
    if (seen.has(criterionCode)) {
      faults.push(faultIn(`${at}/criterionCode`, 'twice', 'Dit criterium staat er twee keer.'));
    }
    seen.add(criterionCode);
  });
  const missing = criteria.filter(({ code }) => !seen.has(code)).map(({ label }) => `"${label}"`);
  if (missing.length > 0) {
    faults.push(faultIn('/scores', 'points-missing', `Geef ook punten voor ${missing.join(', ')}.`));
  }
  return faults;
}

export function sheetOf(given: readonly GivenPoints[]): Sheet {
  return Object.fromEntries(given.map(({ criterionCode, points }) => [criterionCode, points]));
}

/** How many people give points, each on their own. */
export function assessorsOf({ assessors = 1 }: Tender): number {
  return assessors;
}
