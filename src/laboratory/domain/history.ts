import { addDays, type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { Suspension } from '../../terms/decision-term.ts';
import type { StepOutcome } from '../../ways/domain/conditions.ts';
import type { Progress } from '../../ways/domain/progress.ts';
import type { Step } from '../../ways/domain/step-kinds.ts';

/** A step that was asked of somebody in the past, and what is known of it. */
export interface HistoricStep {
  readonly step: Step;
  readonly state: 'done' | 'lapsed' | 'open';
  /** Days from its beginning until it was done, while the clock ran; null when it never was done. */
  readonly days: number | null;
  /** Days that the case spent on it, while the clock ran: less than `days` when it came after its term. */
  readonly spentDays: number;
  /** For how many days history shows that it was not done. */
  readonly waitedDays: number;
  readonly outcome: StepOutcome | null;
  /** What was found; null when it never was done, or cannot be read any more. */
  readonly findings: object | null;
}

/** How a case really went, by the way of working that it kept. */
export interface History {
  readonly startedOn: CalendarDate | null;
  readonly asked: readonly HistoricStep[];
  /** Days that the steps took together, while the clock ran. */
  readonly days: number;
}

/** What was recorded of a step. */
interface Recorded {
  readonly doneOn: CalendarDate;
  readonly outcome: StepOutcome;
  readonly findings: object | null;
}

/** The days from one day to another, without those on which the clock stood still (Awb 4:15). */
export function runningDays(
  from: CalendarDate,
  until: CalendarDate,
  suspensions: readonly Suspension[],
): number {
  const still = suspensions.reduce((days, { startsAfter, until: runsAgain }) => {
    const first = addDays(startsAfter, 1) > from ? addDays(startsAfter, 1) : addDays(from, 1);
    const last = runsAgain === null || runsAgain > until ? until : addDays(runsAgain, -1);
    return days + (last < first ? 0 : daysBetween(first, last) + 1);
  }, 0);
  return Math.max(0, daysBetween(from, until) - still);
}

/**
 * How a decided case went.
 * @param progress how far it was on its own way on the day of the decision
 * @param records what was recorded of its steps, by their code
 */
export function historyOf(
  progress: Progress,
  records: ReadonlyMap<string, Recorded>,
  {
    startedOn,
    decidedOn,
    suspensions,
  }: {
    readonly startedOn: CalendarDate | null;
    readonly decidedOn: CalendarDate;
    readonly suspensions: readonly Suspension[];
  },
): History {
  const ran = (from: CalendarDate, until: CalendarDate) => runningDays(from, until, suspensions);
  const past = progress.past.flatMap((each): HistoricStep[] => {
    if (each.kind === 'skipped') return [];
    const { step, kind: state, startedOn: from } = each;
    const record = records.get(step.code);
    const days = record === undefined ? null : ran(from, record.doneOn);
    const spentDays = each.kind === 'done' ? ran(from, each.doneOn) : step.termDays + 1;
    const waitedDays = days ?? ran(from, decidedOn);
    return [{ step, state, days, spentDays, waitedDays, ...told(record) }];
  });
  const { open } = progress;
  const waited = open === null ? 0 : ran(open.startedOn, decidedOn);
  const unfinished: HistoricStep[] =
    open === null
      ? []
      : [{ step: open.step, state: 'open', days: null, spentDays: waited, waitedDays: waited, ...told() }];
  const asked = [...past, ...unfinished];
  return { startedOn, asked, days: asked.reduce((sum, { spentDays }) => sum + spentDays, 0) };
}

function told(record?: Recorded): Pick<HistoricStep, 'outcome' | 'findings'> {
  return { outcome: record?.outcome ?? null, findings: record?.findings ?? null };
}
