import { createHash } from 'node:crypto';
import { DomainError, type InputFault } from '../../kernel/domain-error.ts';
import type { Official } from '../../identity/domain/substitution.ts';
import { applicationProblems } from './application.problems.ts';

/** Somebody who gets cases of a desk. */
export interface Receiver {
  readonly subject: string;
  readonly name: string;
  /** Only cases of these kernen; empty for all. */
  readonly kernCodes: readonly string[];
}

/** An open case on a desk. */
export interface DeskCase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly kernCode: string;
  /** Who of the receivers has an interest in it, or in one that competes with it (Awb 2:4). */
  readonly barred: ReadonlySet<string>;
}

/** A case with who gets it; null when nobody can. */
export interface HandoverLine {
  readonly deskCase: DeskCase;
  readonly receiver: Receiver | null;
}

/** The roles that handle cases. */
const handlingRoles = ['kernregisseur', 'assessor'] as const;

/**
 * Demands that the receivers can be given cases.
 * @param found what is known of each receiver, in the same order; null for who never logged in as an official
 * @throws DomainError `receiver-not-possible` with a fault for each that cannot
 */
export function requireReceivers(
  fromSubject: string,
  subjects: readonly string[],
  found: readonly (Official | null)[],
): void {
  const faults = subjects.flatMap((_subject, index): InputFault[] => {
    const detail = whyNot(fromSubject, subjects, index, found[index] ?? null);
    const location = `/receivers/${index}/subject`;
    return detail === null ? [] : [{ in: 'body', location, code: 'receiver-not-possible', detail }];
  });
  if (faults.length === 0) return;
  const detail = 'Aan ten minste een van deze mensen kan dit bureau niet worden overgedragen.';
  throw DomainError.of(applicationProblems, 'receiver-not-possible', detail, faults);
}

function whyNot(
  fromSubject: string,
  subjects: readonly string[],
  index: number,
  official: Official | null,
): string | null {
  const subject = subjects[index];
  if (subject === fromSubject) return 'Dit is wie het werk overdraagt.';
  if (subjects.indexOf(subject ?? '') < index) return 'Deze persoon staat er al bij.';
  if (official === null) return 'Deze medewerker kennen wij niet; wie één keer heeft ingelogd, is bekend.';
  const handles = handlingRoles.some((role) => official.roles.includes(role));
  return handles ? null : 'Deze medewerker is geen kernregisseur of beoordelaar.';
}

/**
 * Divides a desk: each case goes to who of those that can take it has got the fewest so far. Nobody gets a case in
 * which they have an interest.
 * @param cases in order of number
 */
export function dividedDesk(cases: readonly DeskCase[], receivers: readonly Receiver[]): HandoverLine[] {
  const given = new Map<string, number>();
  return cases.map((deskCase) => {
    const able = receivers.filter(
      ({ subject, kernCodes }) =>
        !deskCase.barred.has(subject) && (kernCodes.length === 0 || kernCodes.includes(deskCase.kernCode)),
    );
    const many = ({ subject }: Receiver) => given.get(subject) ?? 0;
    const receiver = able.reduce<Receiver | null>(
      (least, each) => (least === null || many(each) < many(least) ? each : least),
      null,
    );
    if (receiver !== null) given.set(receiver.subject, many(receiver) + 1);
    return { deskCase, receiver };
  });
}

/** Tells whether a desk is still as it was looked at: the same cases in the same versions, to the same people. */
export function fingerprintOf(lines: readonly HandoverLine[]): string {
  const told = lines.map(({ deskCase, receiver }) => [
    deskCase.id,
    deskCase.version,
    receiver?.subject ?? null,
  ]);
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** Demands that a divided desk can be handed over as it was looked at. @throws DomainError `desk-…` */
export function requireHandover(
  lines: readonly HandoverLine[],
  seen: { readonly fingerprint: string; readonly leaveOthers: boolean },
): void {
  if (lines.length === 0) {
    throw DomainError.of(applicationProblems, 'desk-empty', 'Op dit bureau ligt geen open zaak.');
  }
  if (fingerprintOf(lines) !== seen.fingerprint) {
    const detail = 'Sinds u keek is er iets veranderd. Vraag het voorbeeld opnieuw op.';
    throw DomainError.of(applicationProblems, 'desk-changed', detail);
  }
  const left = lines.filter(({ receiver }) => receiver === null);
  if (left.length === 0 || seen.leaveOthers) return;
  const numbers = left.map(({ deskCase }) => deskCase.number);
  const some = numbers.slice(0, 20).join(', ');
  const detail = `Niemand van deze mensen kan ${some}${numbers.length > 20 ? ' en andere' : ''} krijgen (Awb 2:4, of een andere kern). Noem nog iemand, of laat deze liggen.`;
  throw DomainError.of(applicationProblems, 'desk-not-whole', detail);
}
