import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cents } from '../kernel/money.ts';
import type { StepMeasure, WayMeasure } from './domain/way-measures.ts';

/** Of which applications something is measured. */
export interface MeasureScope {
  readonly regulationCode: string | null;
  readonly kernCode: string | null;
  /** The kernen that the reader may see; null for all. */
  readonly kernCodes: readonly string[] | null;
  /** Whether only decisions count that were sent: others are known to nobody outside. */
  readonly onlyAnnounced: boolean;
}

interface TotalsRow {
  readonly kernCode: string;
  readonly kernName: string;
  readonly regulationCode: string;
  readonly wayVersionId: string | null;
  readonly wayTitle: string | null;
  readonly wayNumber: number | null;
  readonly applications: number;
  readonly granted: number;
  readonly requestedCents: string;
  readonly grantedCents: string;
  readonly averageDays: number;
  readonly knownTerms: number;
  readonly decidedInTime: number;
}

type StepRow = StepMeasure & Pick<TotalsRow, 'kernCode' | 'regulationCode' | 'wayVersionId'>;

const inScope = `($1::text IS NULL OR measured.regulation_code = $1) AND ($2::text IS NULL OR measured.kern_code = $2)
  AND ($3::text[] IS NULL OR measured.kern_code = ANY($3)) AND (NOT $4::boolean OR measured.is_announced)`;

const totals = `
  SELECT measured.kern_code AS "kernCode", measured.kern_name AS "kernName",
    measured.regulation_code AS "regulationCode", measured.way_version_id AS "wayVersionId",
    (SELECT way.way_title FROM way_step AS way WHERE way.way_version_id = measured.way_version_id LIMIT 1) AS "wayTitle",
    (SELECT way.way_number FROM way_step AS way WHERE way.way_version_id = measured.way_version_id LIMIT 1) AS "wayNumber",
    count(*)::integer AS applications, (count(*) FILTER (WHERE measured.granted_cents > 0))::integer AS granted,
    sum(measured.requested_cents) AS "requestedCents", sum(measured.granted_cents) AS "grantedCents",
    round(avg(measured.lead_days))::integer AS "averageDays", count(term.is_in_time)::integer AS "knownTerms",
    (count(*) FILTER (WHERE term.is_in_time))::integer AS "decidedInTime"
  FROM case_measure AS measured
  LEFT JOIN decision_measure AS term ON term.application_id = measured.application_id
  WHERE ${inScope}
  GROUP BY measured.kern_code, measured.kern_name, measured.regulation_code, measured.way_version_id
  ORDER BY measured.regulation_code, measured.kern_name, "wayNumber", measured.way_version_id`;

const steps = `
  WITH done AS (
    SELECT measured.kern_code, measured.regulation_code, measured.way_version_id, step.step_code,
      count(*) FILTER (WHERE step.is_done) AS done, count(*) FILTER (WHERE step.is_in_time) AS in_time,
      count(*) FILTER (WHERE NOT step.is_done) AS lapsed, avg(step.lead_days) AS average_days,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY step.lead_days) AS median_days,
      coalesce(sum(step.people), 0) AS people, count(DISTINCT step.done_by) AS officials
    FROM case_measure AS measured JOIN step_measure AS step ON step.application_id = measured.application_id
    WHERE ${inScope}
    GROUP BY measured.kern_code, measured.regulation_code, measured.way_version_id, step.step_code)
  SELECT done.kern_code AS "kernCode", done.regulation_code AS "regulationCode",
    done.way_version_id AS "wayVersionId", way.step_code AS code, way.step_title AS title, way.step_kind AS kind,
    done.done::integer, done.in_time::integer AS "inTime", done.lapsed::integer,
    round(done.average_days)::integer AS "averageDays", round(done.median_days::numeric)::integer AS "medianDays",
    done.people::integer, done.officials::integer
  FROM done JOIN way_step AS way ON way.way_version_id = done.way_version_id AND way.step_code = done.step_code
  ORDER BY way.place`;

/**
 * Measures how kernen work: per way of working how long steps took, how many steps and decisions were in time, and what
 * was granted.
 */
@Injectable()
export class WayMeasures {
  async measure(manager: EntityManager, scope: MeasureScope): Promise<WayMeasure[]> {
    const { regulationCode, kernCode, kernCodes, onlyAnnounced } = scope;
    const parameters = [regulationCode, kernCode, kernCodes, onlyAnnounced];
    const ways = await manager.query<TotalsRow[]>(totals, parameters);
    const perStep = await manager.query<StepRow[]>(steps, parameters);
    return ways.map(({ requestedCents, grantedCents, ...way }) => ({
      ...way,
      requestedCents: cents(Number(requestedCents)),
      grantedCents: cents(Number(grantedCents)),
      steps: perStep.flatMap(({ kernCode: kern, regulationCode: regulation, wayVersionId, ...step }) =>
        kern === way.kernCode && regulation === way.regulationCode && wayVersionId === way.wayVersionId
          ? [step]
          : [],
      ),
    }));
  }
}
