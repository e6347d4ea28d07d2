import { present } from '../../kernel/assert.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { DomainError, type InputFault } from '../../kernel/domain-error.ts';
import type { Application } from './application.ts';
import { applicationProblems } from './application.problems.ts';
import { isSame } from './frozen-content.ts';
import { likenessOf } from './likeness.ts';
import { dutchStatus, undecidedStatuses } from './lifecycle.ts';

/** An application of a double intake, with the regulation under which it falls. */
export type Twin = Application & { readonly regulationId: string };

/** Of two applications that are one: which goes on, and which ends. */
export interface Twins {
  readonly continuing: Twin;
  readonly ending: Twin;
}

type Code = keyof typeof applicationProblems;

const refusal = (code: Code, detail: string, faults: readonly InputFault[] = []): DomainError =>
  DomainError.of(applicationProblems, code, detail, faults);

const named = ({ number }: Twin): string => number ?? 'deze aanvraag';

/** Who applies digitally is known by the login, and everybody by name and postcode or number. */
function isSameApplicant({ continuing, ending }: Twins): boolean {
  const byLogin = continuing.ownerSubject !== null && continuing.ownerSubject === ending.ownerSubject;
  return byLogin || likenessOf(continuing).applicant === likenessOf(ending).applicant;
}

function stateRefusal(twin: Twin): DomainError | null {
  if ((undecidedStatuses as readonly string[]).includes(twin.status)) return null;
  const detail = `Aanvraag ${named(twin)} is "${dutchStatus(twin.status)}".`;
  if (twin.status === 'merged')
    return refusal('already-merged', `${detail} Zij gaat verder als een andere aanvraag.`);
  return refusal('merger-of-decided', `${detail} Samenvoegen kan zolang op beide nog niet is besloten.`);
}

/** The one that goes on is the one that the applicant can follow, that is complete, and whose rules were there first. */
function otherWayRound({ continuing, ending }: Twins): DomainError | null {
  const reasons: [boolean, string][] = [
    [
      continuing.ownerSubject === null && ending.ownerSubject !== null,
      'de aanvrager kan haar digitaal volgen',
    ],
    [continuing.completedOn === null && ending.completedOn !== null, 'zij is compleet'],
    [
      continuing.regulationVersionId !== ending.regulationVersionId && receivedBefore(ending, continuing),
      'zij kwam eerder binnen, onder een andere versie van de regeling',
    ],
  ];
  const found = reasons.find(([holds]) => holds);
  if (found === undefined) return null;
  return refusal('merger-other-way-round', `Ga verder met aanvraag ${named(ending)}: ${found[1]}.`);
}

function receivedBefore(one: Twin, other: Twin): boolean {
  return (one.receivedOn ?? '') < (other.receivedOn ?? '');
}

const compared = {
  kernId: 'de kern',
  requestedCents: 'het gevraagde bedrag',
  activityStartsOn: 'de eerste dag',
  activityEndsOn: 'de laatste dag',
  costs: 'de kosten',
  particulars: 'wat de regeling verder vraagt',
} as const satisfies Partial<Record<keyof Application, string>>;

/** In what matters for the decision two applications differ, as people call it. */
export function differences({ continuing, ending }: Twins): string[] {
  return Object.entries(compared).flatMap(([name, what]) => {
    const field = name as keyof typeof compared;
    return isSame(continuing[field] ?? null, ending[field] ?? null) ? [] : [what];
  });
}

/** Why two applications cannot become one; null when they can. @param reason why they are the same although they differ */
export function mergerRefusal(twins: Twins, reason: string | null): DomainError | null {
  const { continuing, ending } = twins;
  if (continuing.id === ending.id) {
    return refusal(
      'merger-with-itself',
      'Een aanvraag is geen dubbele van zichzelf. Noem de andere aanvraag.',
    );
  }
  if (!isSameApplicant(twins)) {
    const detail = `Aanvraag ${named(ending)} is van een andere aanvrager dan aanvraag ${named(continuing)}.`;
    return refusal('merger-of-another-applicant', detail);
  }
  const state = stateRefusal(continuing) ?? stateRefusal(ending);
  if (state !== null) return state;
  if (continuing.regulationId !== ending.regulationId) {
    const detail = 'Op elk van beide komt een besluit, onder de eigen regeling.';
    return refusal('merger-of-another-regulation', detail);
  }
  const wrongWay = otherWayRound(twins);
  if (wrongWay !== null) return wrongWay;
  const differing = differences(twins);
  if (differing.length === 0 || reason !== null) return null;
  const detail = `Verschillend zijn ${differing.join(', ')}. Geef een reden waarom het toch om dezelfde aanvraag gaat.`;
  const fault: InputFault = { in: 'body', location: '/reason', code: 'required', detail };
  return refusal('merger-needs-reason', detail, [fault]);
}

/** The days that count when two applications have become one. */
export interface MergedDays {
  readonly receivedOn: CalendarDate;
  readonly completedOn: CalendarDate | null;
}

/**
 * What came in first counts: who was in time stays in time (Awb 4:5). The earlier day of completeness counts only where
 * both ask the same; else that of the one that goes on, so that nobody's larger plan gets the place of a smaller one.
 */
export function mergedDays(twins: Twins): MergedDays {
  const { continuing, ending } = twins;
  const days = [continuing.receivedOn, ending.receivedOn].filter((day) => day !== null).sort();
  const asksTheSame = differences(twins).length === 0;
  const completed = [continuing.completedOn, asksTheSame ? ending.completedOn : null].filter(
    (day) => day !== null,
  );
  return {
    receivedOn: present(days[0], 'both were received'),
    completedOn: continuing.completedOn === null ? null : (completed.sort()[0] ?? null),
  };
}
