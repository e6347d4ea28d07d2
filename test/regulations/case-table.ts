import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type { ApplicationFacts, FindingOutcome } from '../../src/regulations/domain/finding.ts';

/** One line of a table: an application under a regulation, and what must come out. */
export interface Case {
  readonly name: string;
  readonly facts: ApplicationFacts;
  /** Findings to look at; the others are not told here. */
  readonly findings: Readonly<Record<string, FindingOutcome>>;
  readonly grantableCents: number;
  /** The last day to decide, where the table looks at it. */
  readonly decideBy?: string;
}

/** What most applications of the tables have in common. */
export function facts(
  receivedOn: string,
  requestedEuros: number,
  change: Partial<ApplicationFacts> = {},
): ApplicationFacts {
  return {
    receivedOn: calendarDate(receivedOn),
    applicantKind: 'resident',
    activityStartsOn: null,
    activityEndsOn: null,
    requestedCents: cents(requestedEuros * 100),
    ...change,
  };
}

export function activity(
  firstDay: string,
  lastDay = firstDay,
): Pick<ApplicationFacts, 'activityStartsOn' | 'activityEndsOn'> {
  return { activityStartsOn: calendarDate(firstDay), activityEndsOn: calendarDate(lastDay) };
}

/** Costs in euros by category; without a category under the name of the thing itself. */
export function costs(...lines: readonly [string, number, string?][]): Pick<ApplicationFacts, 'costs'> {
  return {
    costs: lines.map(([description, euros, category]) => ({
      description,
      amountCents: cents(euros * 100),
      category,
    })),
  };
}
