import type { Role } from '../../kernel/actor.ts';
import { type CalendarDate, daysBetween, formatDutchDate } from '../../kernel/calendar-date.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { identityProblems } from './identity.problems.ts';

/** Somebody who works for the municipality, as the last token said. */
export interface Official {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly kernCodes: readonly string[];
}

/** The roles that have work of their own, which waits for them while they are away. */
export const workingRoles = [
  'kernregisseur',
  'assessor',
  'registrar',
  'finance',
] as const satisfies readonly Role[];

/** The roles with work that somebody has. */
export function workingRolesOf({ roles }: Pick<Official, 'roles'>): readonly Role[] {
  return workingRoles.filter((role) => roles.includes(role));
}

/** Who stands in for whom, on which days; the first and the last count. */
export interface SubstitutionDays {
  readonly absentSubject: string;
  readonly substituteSubject: string;
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate;
}

/** Longer is no absence any more: then the desk is handed over. */
const mostDays = 365;

type Code = Extract<keyof typeof identityProblems, `substitut${string}`>;

function refused(code: Code, detail: string): DomainError {
  return DomainError.of(identityProblems, code, detail);
}

function overlap(one: SubstitutionDays, other: SubstitutionDays): boolean {
  return one.fromOn <= other.untilOn && other.fromOn <= one.untilOn;
}

function requirePossibleDays({ fromOn, untilOn }: SubstitutionDays, today: CalendarDate): void {
  if (fromOn < today) {
    const detail = `Vervanging begint vandaag (${formatDutchDate(today)}) of later; wat is gedaan, is in eigen naam gedaan.`;
    throw refused('substitution-in-past', detail);
  }
  if (untilOn < fromOn) {
    throw refused('substitution-days-impossible', 'De laatste dag ligt voor de eerste.');
  }
  if (daysBetween(fromOn, untilOn) >= mostDays) {
    const detail = 'Vervanging duurt korter dan een jaar. Draag voor langer het werk over.';
    throw refused('substitution-days-impossible', detail);
  }
}

/**
 * Demands that somebody can stand in for another on these days. Standing in reaches no further than one person: who
 * stands in for somebody who stands in for a third, does not see the work of the third.
 * @param others those that were recorded and not ended
 * @throws DomainError `substitution-…`
 */
export function requirePossibleSubstitution(
  asked: SubstitutionDays,
  others: readonly SubstitutionDays[],
  today: CalendarDate,
): void {
  const { absentSubject, substituteSubject } = asked;
  if (absentSubject === substituteSubject) {
    throw refused('substitution-of-oneself', 'Niemand vervangt zichzelf.');
  }
  requirePossibleDays(asked, today);
  const same = others.filter((other) => overlap(asked, other));
  if (same.some((other) => other.absentSubject === absentSubject)) {
    const detail =
      'Voor een deel van deze dagen is al een vervanger aangewezen. Beëindig die vervanging eerst.';
    throw refused('substitution-overlaps', detail);
  }
  const absent = same.find((other) => other.absentSubject === substituteSubject);
  if (absent?.substituteSubject === absentSubject) {
    throw refused('substitution-circular', 'Deze persoon wordt dan zelf door de afwezige vervangen.');
  }
  if (absent) {
    const detail = 'Deze persoon is dan zelf afwezig en ziet het werk niet. Wijs een ander aan.';
    throw refused('substitution-circular', detail);
  }
  if (same.some((other) => other.substituteSubject === absentSubject)) {
    const detail = 'De afwezige vervangt op deze dagen zelf iemand. Regel daarvoor eerst een ander.';
    throw refused('substitution-circular', detail);
  }
}

/**
 * Demands that both work here, and that the substitute has a role in which there is work to take over.
 * @throws DomainError `substitute-unknown` or `substitute-without-role`
 */
export function requireSubstitute(absent: Official | null, substitute: Official | null): void {
  if (absent === null || substitute === null) {
    const detail =
      'Deze persoon kennen wij niet. Wie één keer als medewerker heeft ingelogd, is bekend onder de naam in zijn token.';
    throw refused('substitute-unknown', detail);
  }
  const shared = workingRolesOf(absent).filter((role) => substitute.roles.includes(role));
  if (shared.length > 0) return;
  const detail = 'De vervanger heeft geen rol waarmee dit werk kan worden gedaan.';
  throw refused('substitute-without-role', detail);
}

export function substitutionNotFound(): DomainError {
  return refused('substitution-not-found', 'Er is geen vervanging met dit kenmerk.');
}

export function substitutionEnded(): DomainError {
  return refused('substitution-ended', 'Deze vervanging was al beëindigd.');
}
