import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { InputFault } from '../../kernel/domain-error.ts';
import { comparesApplications } from '../../regulations/domain/compared.ts';
import { lastDayOfWindow } from '../../regulations/domain/groups/window.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { Application } from './application.ts';

const frozen = ['activityStartsOn', 'activityEndsOn', 'costs', 'support', 'particulars'] as const;

type Frozen = Pick<Application, (typeof frozen)[number]>;

type Rules = Pick<RegulationDocument, 'distribution' | 'window' | 'terms'>;

/**
 * Whether a round in which applications are compared is over: what was told then cannot be made better, only completed
 * (Awb 4:5), because the others cannot do so either.
 */
export function isFrozen(rules: Rules, receivedOn: CalendarDate, today: CalendarDate): boolean {
  return comparesApplications(rules.distribution) && today > lastDayOfWindow(rules, receivedOn);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** What of an addition would change what was told already; what fills a gap is no change. */
export function frozenFaults(application: Frozen, added: Partial<Frozen>): InputFault[] {
  const changed = frozen.flatMap((name) => {
    const before = application[name];
    const after = added[name];
    if (isEmpty(after) || isEmpty(before)) return [];
    return name === 'particulars' ? particularsChanged(before, after) : sameOr(before, after, `/${name}`);
  });
  const detail = 'De aanvraagronde is gesloten. Aanvullen kan; wat al is opgegeven, verandert niet meer.';
  return changed.map((location) => ({ in: 'body', location, code: 'content-frozen', detail }));
}

/** Whether two values say the same, in whatever order their parts stand; what is left out says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other;
  }
  const left = one as Readonly<Record<string, unknown>>;
  const right = other as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) =>
    isSame(left[name], right[name]),
  );
}

function sameOr(before: unknown, after: unknown, location: string): string[] {
  return isSame(before, after) ? [] : [location];
}

function particularsChanged(before: unknown, after: unknown): string[] {
  const told = Object.entries(before as object).filter(([, value]) => !isEmpty(value));
  const now = after as Readonly<Record<string, unknown>>;
  return told.flatMap(([name, value]) => sameOr(value, now[name] ?? null, `/particulars/${name}`));
}
