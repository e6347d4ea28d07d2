import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { DomainError, type InputFault } from '../../kernel/domain-error.ts';
import { formatEuros } from '../../kernel/money.ts';
import type { Application, CostLine } from './application.ts';
import { applicationProblems } from './application.problems.ts';

type Plan = Pick<Application, 'requestedCents' | 'costs'>;

type Code = 'reduction-to-nothing' | 'reduction-upwards' | 'agreement-day-impossible' | 'content-frozen';

function totalOf(costs: readonly CostLine[]): number {
  return costs.reduce((total, { amountCents }) => total + amountCents, 0);
}

function fault(location: string, code: Code, detail: string): InputFault & { readonly code: Code } {
  return { in: 'body', location, code, detail };
}

function dayFault(
  agreedOn: CalendarDate,
  receivedOn: CalendarDate,
  today: CalendarDate,
): (InputFault & { readonly code: Code })[] {
  if (agreedOn >= receivedOn && agreedOn <= today) return [];
  const detail = `Afgesproken is na de ontvangst op ${formatDutchDate(receivedOn)} en niet in de toekomst.`;
  return [fault('/agreedOn', 'agreement-day-impossible', detail)];
}

function planFaults(before: Plan, after: Plan): (InputFault & { readonly code: Code })[] {
  if (after.requestedCents <= 0) {
    const detail = 'Wil de aanvrager niets meer, laat de aanvraag dan intrekken.';
    return [fault('/requestedCents', 'reduction-to-nothing', detail)];
  }
  const faults = [];
  if (after.requestedCents > before.requestedCents) {
    const detail = `Gevraagd is ${formatEuros(before.requestedCents)}. Voor meer is een nieuwe aanvraag nodig.`;
    faults.push(fault('/requestedCents', 'reduction-upwards', detail));
  }
  if (before.costs.length > 0 && totalOf(after.costs) > totalOf(before.costs)) {
    faults.push(
      fault('/costs', 'reduction-upwards', 'Een kleiner plan kost niet meer dan het plan dat er ligt.'),
    );
  }
  return faults;
}

/**
 * Why less cannot be agreed like this; null when it can. All faults at once, under the code of the first. Where
 * applications are compared and the round is over, a plan does not become smaller either: the others could have won by it.
 */
export function reductionRefusal(
  before: Plan & Pick<Application, 'receivedOn'>,
  after: Plan,
  agreedOn: CalendarDate,
  { today, isFrozen }: { readonly today: CalendarDate; readonly isFrozen: boolean },
): DomainError | null {
  const closed = 'De aanvraagronde is gesloten; plannen die worden vergeleken, veranderen niet meer.';
  const faults = [
    ...(isFrozen ? [fault('/requestedCents', 'content-frozen', closed)] : []),
    ...planFaults(before, after),
    ...dayFault(agreedOn, before.receivedOn ?? today, today),
  ];
  const [first] = faults;
  if (first === undefined) return null;
  return DomainError.of(applicationProblems, first.code, first.detail, faults);
}
