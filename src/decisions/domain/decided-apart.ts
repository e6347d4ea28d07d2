import { type Cents, cents, zeroCents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { recompute, type RecomputedLine, type StoredInputs } from './stored-inputs.ts';

/** An application that is left when others are decided on, whose outcome changes by that. */
interface Disturbed {
  readonly number: string;
  readonly grantedCents: Cents;
  /** What it would get afterwards. */
  readonly laterCents: Cents;
}

/**
 * Whose outcome would change when some are decided on before the others: who is gone from the order stops nobody any
 * more, and takes part in no comparison. Empty when they can be decided on apart.
 * @param taken what each of them takes of the money, by application
 * @returns the numbers of the others
 */
export function disturbedBy(
  document: RegulationDocument,
  inputs: StoredInputs,
  taken: ReadonlyMap<string, Cents>,
): string[] {
  return disturbed(document, inputs, taken).map(({ number }) => number);
}

/**
 * Who gets nothing as computed, and would get money later when only the others are decided on now. A cent that moves
 * among who gets something is no reason to keep the college from deferring.
 * @param taken as for `disturbedBy`
 * @returns their numbers
 */
export function admittedBy(
  document: RegulationDocument,
  inputs: StoredInputs,
  taken: ReadonlyMap<string, Cents>,
): string[] {
  return disturbed(document, inputs, taken)
    .filter(({ grantedCents, laterCents }) => grantedCents === 0 && laterCents > 0)
    .map(({ number }) => number);
}

/**
 * Who would get less when somebody is paid from a reservation: the money of the budget is not touched by that, but a limit
 * of a category, a theme or the scheme can be. Nobody minds that a competitor is gone.
 * @param taken as for `disturbedBy`
 * @param budgetId the budget in which it was reserved
 * @returns their numbers
 */
export function harmedBy(
  document: RegulationDocument,
  inputs: StoredInputs,
  taken: ReadonlyMap<string, Cents>,
  budgetId: string,
): string[] {
  return disturbed(document, inputs, taken, budgetId)
    .filter(({ grantedCents, laterCents }) => laterCents < grantedCents)
    .map(({ number }) => number);
}

/** @param sparedId a limit of which nothing is taken; null for none */
function disturbed(
  document: RegulationDocument,
  inputs: StoredInputs,
  taken: ReadonlyMap<string, Cents>,
  sparedId: string | null = null,
): Disturbed[] {
  const isLeft = ({ applicationId }: { readonly applicationId: string }) => !taken.has(applicationId);
  const after: StoredInputs = {
    ...inputs,
    limits: withoutTaken(inputs, taken, sparedId),
    applications: inputs.applications.filter(isLeft),
    ...(inputs.waiting && { waiting: inputs.waiting.filter(isLeft) }),
  };
  const later = byApplication(recompute(document, after));
  const numbers = new Map(
    [...inputs.applications, ...(inputs.waiting ?? [])].map(({ applicationId, number }) => [
      applicationId,
      number,
    ]),
  );
  return recompute(document, inputs)
    .filter(isLeft)
    .flatMap(({ applicationId, kind, grantedCents }) => {
      const line = later.get(applicationId);
      if (line?.kind === kind && line.grantedCents === grantedCents) return [];
      const number = numbers.get(applicationId) ?? '';
      return [{ number, grantedCents, laterCents: line?.grantedCents ?? zeroCents }];
    });
}

function byApplication(lines: readonly RecomputedLine[]): ReadonlyMap<string, RecomputedLine> {
  return new Map(lines.map((line) => [line.applicationId, line]));
}

function withoutTaken(
  inputs: StoredInputs,
  taken: ReadonlyMap<string, Cents>,
  sparedId: string | null,
): StoredInputs['limits'] {
  const used = new Map<string, number>();
  for (const { applicationId, limitIds } of [...inputs.applications, ...(inputs.waiting ?? [])]) {
    for (const id of limitIds) used.set(id, (used.get(id) ?? 0) + (taken.get(applicationId) ?? 0));
  }
  return inputs.limits.map((limit) => ({
    ...limit,
    leftCents: cents(limit.leftCents - (limit.id === sparedId ? 0 : (used.get(limit.id) ?? 0))),
  }));
}
