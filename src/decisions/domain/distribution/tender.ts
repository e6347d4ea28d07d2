import { present } from '../../../kernel/assert.ts';
import { type Candidate, type ScoreSheet, withoutPlace } from './candidate.ts';
import { inTurn, type Ordering } from './in-turn.ts';
import type { Method, Rule } from './method.ts';
import { byCompleteDay } from './order-of-completeness.ts';

type Tender = Rule<'tender'>;
type Criterion = Tender['criteria'][number];

/** The points of an application, in thousandths of a point. */
export interface Points {
  /** The mean of the assessors for each criterion, in the order of the regulation. */
  readonly perCriterion: readonly { readonly code: string; readonly thousandths: number }[];
  /** All criteria together, without weights; the threshold is about this. */
  readonly totalThousandths: number;
  /** With the weights of the regulation, if it has any; the order is by this. */
  readonly weightedThousandths: number;
}

function mean(sheets: readonly ScoreSheet[], { code }: Criterion): number {
  const sum = sheets.reduce((total, sheet) => total + present(sheet[code], 'a sheet has every criterion'), 0);
  return Math.round((sum * 1000) / sheets.length);
}

/**
 * The points of an application: per criterion the mean of all assessors, rounded to a thousandth (half upwards).
 * @param sheets at least one, each with every criterion
 */
export function pointsOf({ criteria }: Pick<Tender, 'criteria'>, sheets: readonly ScoreSheet[]): Points {
  const perCriterion = criteria.map((criterion) => ({
    code: criterion.code,
    thousandths: mean(sheets, criterion),
    weight: criterion.weight,
  }));
  const weighted = perCriterion.map(({ thousandths, weight }) =>
    weight === undefined ? thousandths : Math.round((thousandths * weight) / 100),
  );
  return {
    perCriterion: perCriterion.map(({ code, thousandths }) => ({ code, thousandths })),
    totalThousandths: perCriterion.reduce((sum, { thousandths }) => sum + thousandths, 0),
    weightedThousandths: weighted.reduce((sum, thousandths) => sum + thousandths, 0),
  };
}

/** Writes points as people do: "14,5". */
export function formatPoints(thousandths: number): string {
  return String(thousandths / 1000).replace('.', ',');
}

/** Which threshold an application does not reach, as a Dutch sentence; null when it reaches all of them. */
export function belowThreshold(tender: Tender, points: Points): string | null {
  const { criteria, thresholdPoints } = tender;
  for (const [index, { label, thresholdPoints: least }] of criteria.entries()) {
    const got = present(points.perCriterion[index], 'each criterion has points').thousandths;
    if (least !== undefined && got < least * 1000) {
      return `Voor "${label}" zijn ${formatPoints(got)} punten gegeven; er zijn er minstens ${least} nodig.`;
    }
  }
  if (thresholdPoints === undefined || points.totalThousandths >= thresholdPoints * 1000) return null;
  return `Samen zijn ${formatPoints(points.totalThousandths)} punten gegeven; er zijn er minstens ${thresholdPoints} nodig.`;
}

function enoughSheets({ assessors = 1 }: Tender, { compared }: Candidate): boolean {
  return (compared.sheets?.length ?? 0) >= assessors;
}

/** The points of candidates, computed once for each. */
function pointsOfEach(rule: Tender): (candidate: Candidate) => Points {
  const known = new Map<string, Points>();
  return ({ applicationId, compared: { sheets = [] } }) => {
    const points = known.get(applicationId) ?? pointsOf(rule, sheets);
    known.set(applicationId, points);
    return points;
  };
}

function orderOf(rule: Tender, of = pointsOfEach(rule)): Ordering {
  const byDay = rule.tie === 'order-of-completeness' ? byCompleteDay : () => 0;
  return {
    compare: (one, other) => of(other).weightedThousandths - of(one).weightedThousandths || byDay(one, other),
    tie: rule.tie === 'equal-split' ? 'equal-split' : 'lot',
    standing: (candidate) => `${formatPoints(of(candidate).weightedThousandths)} punten.`,
  };
}

/** Comparison by points: the mean of several assessors, weights, a threshold, the highest first. */
export const tender: Method<'tender'> = {
  compares: true,
  lacks: (rule, candidate) =>
    enoughSheets(rule, candidate) ? null : 'Nog niet alle beoordelaars hebben punten gegeven.',
  order: (rule) => orderOf(rule),
  divide(rule, candidates, draw) {
    const of = pointsOfEach(rule);
    const fallen = candidates.flatMap((candidate) => {
      const why = belowThreshold(rule, of(candidate));
      return why === null ? [] : [withoutPlace(candidate, why)];
    });
    const out = new Set(fallen.map(({ applicationId }) => applicationId));
    const placed = candidates.filter(({ applicationId }) => !out.has(applicationId));
    return [...inTurn(rule, orderOf(rule, of), placed, draw), ...fallen];
  },
};
